"""The hour: the value that it speaks to, and how the game began."""

from __future__ import annotations

from game.rules import State, bits
from game.telling.voice import Voice
from game.value import frozen


@frozen
class ShownMood:
    """The value that the hour speaks to.

    Attributes:
        value: what it is called.
        text: what it means here.
        short: that the hour speaks to it.
        brief: the same in a word or two.
        favoured: the arguments that appeal to it.
        favours: what that brings, in a sentence; empty if it brings nothing.
        sentence: all of it.
    """

    value: str
    text: str
    short: str
    brief: str
    favoured: tuple[int, ...]
    favours: str
    sentence: str


def mood(voice: Voice, state: State) -> ShownMood | None:
    """What the hour speaks to; nothing if it has no mood."""
    if state.mood < 0:
        return None
    book = voice.book
    value = voice.scenario.values[state.mood]
    favoured = tuple(bits(book.hour.appealing[state.mood]))
    short = voice.say("board.hour.mood", value=value.name)
    favours = []
    if favoured and book.hour.floor:
        names = voice.one_of(voice.argument(each) for each in favoured)
        bonus = voice.signed(book.hour.floor)
        favours.append(voice.say("board.hour.floor", arguments=names, bonus=bonus))
    if favoured and book.mood_answers:
        favours.append(voice.say("board.hour.answers"))
    told = voice.say("names.list.space").join(favours)
    return ShownMood(
        value=value.name,
        text=value.text,
        short=short,
        brief=voice.say("board.hour.brief", value=value.name),
        favoured=favoured,
        favours=told,
        sentence=voice.say("board.hour.told", mood=short, favours=told) if told else short,
    )


def situation(voice: Voice, state: State) -> str:
    """How the game began, in words; empty if the scenario has no situations."""
    if state.situation < 0:
        return ""
    entry = voice.scenario.situations[state.situation]
    return voice.say("board.hour.situation", name=entry.name, text=entry.text)
