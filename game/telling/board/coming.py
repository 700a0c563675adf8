"""What comes by itself: the headline on the wire, and the close of the round."""

from __future__ import annotations

from game.rules import NOBODY, Phase, State, holds
from game.telling.changes import say_effects
from game.telling.voice import Voice
from game.value import frozen


@frozen
class HeadlineChoice:
    """One of the two answers to a headline."""

    letter: str
    name: str
    effects: str


@frozen
class Wire:
    """The headline that is known to come.

    Attributes:
        when: when it strikes, in a few words.
        briefly: the same in a word or two.
        date: when it happened.
        title: what happened.
        headline: both; empty if the wire is.
        source: the ¶ behind it.
        effects: what it does; empty if somebody chooses, or if it changes no number.
        chooser: the side that chooses; ``NOBODY`` if none does.
        chooses: that it chooses, in words.
        choices: what it chooses between.
        sentence: all of it.
        choosing: whether it chooses now.
        asked: whether it is to be chosen now.
    """

    when: str
    briefly: str
    date: str
    title: str
    headline: str
    source: str
    effects: str
    chooser: int
    chooses: str
    choices: tuple[HeadlineChoice, ...]
    sentence: str
    choosing: bool = False
    asked: bool = False


@frozen
class ComingDrift:
    """What may happen by itself at the close of the round.

    Attributes:
        name: what it is called.
        effects: what it does.
        happens: whether it would happen now.
    """

    name: str
    effects: str
    happens: bool


@frozen
class Close:
    """The close of the round, as things stand.

    Attributes:
        when: that it is about the close of this round.
        briefly: the same where there is little room.
        drifts: everything that may happen in this round.
        effects: the sum of what would happen now; says so if it is nothing.
        income: what each side gets.
        left: how many rounds come after this one, in words.
    """

    when: str
    briefly: str
    drifts: tuple[ComingDrift, ...]
    effects: str
    income: str
    left: str


def wire(voice: Voice, state: State) -> Wire:
    """What is on the wire."""
    when = _when(voice, state)
    return voice.once(("wire", state.wire, when), lambda: _wire(voice, state, when))


def _wire(voice: Voice, state: State, soon: str) -> Wire:
    if state.wire < 0:
        nothing = voice.say("board.wire.nothing")
        return Wire(nothing, nothing, "", "", "", "", "", NOBODY, "", (), nothing)
    entry = voice.scenario.headlines[state.wire]
    when = voice.say(f"board.wire.{soon}")
    headline = voice.headline(state.wire)
    chooser, chooses, effects = NOBODY, "", ""
    choices: tuple[HeadlineChoice, ...] = ()
    if entry.choice is None:
        effects = say_effects(voice, entry.effects)
        what = effects or voice.say("board.wire.no_number")
        sentence = voice.say("board.wire.does", when=when, headline=headline, effects=what)
    else:
        chooser = voice.book.headline_side[state.wire]
        chooses = voice.say("board.wire.chooses", side=voice.named_first(chooser))
        choices = tuple(
            HeadlineChoice(letter, option.name, say_effects(voice, option.effects))
            for letter, option in zip("AB", entry.choice.options, strict=True)
        )
        sentence = voice.say("board.wire.asks", when=when, headline=headline, chooses=chooses)
    return Wire(
        when=when,
        briefly=voice.say(f"board.wire.briefly.{soon}"),
        date=entry.date,
        title=entry.title,
        headline=headline,
        source=voice.cite(entry.source),
        effects=effects,
        chooser=chooser,
        chooses=chooses,
        choosing=chooser != NOBODY and state.phase is Phase.EVENT,
        choices=choices,
        sentence=sentence,
        asked=chooser != NOBODY and soon == "now",
    )


def _when(voice: Voice, state: State) -> str:
    if state.phase is Phase.EVENT:
        return "now"
    if state.phase is Phase.DRAW:
        return "struck"
    return "too_late" if state.round == voice.book.rounds else "next_round"


def close(voice: Voice, state: State) -> Close:
    """What the close of the round brings as things stand."""
    return voice.once(
        ("close", state.round, state.tracks, state.carried), lambda: _close(voice, state)
    )


def _close(voice: Voice, state: State) -> Close:
    book, scenario = voice.book, voice.scenario
    drifts = tuple(
        ComingDrift(
            scenario.drifts[index].name,
            say_effects(voice, scenario.drifts[index].effects),
            holds(when, state.tracks, state.carried, state.round),
        )
        for index, when, _ in book.drifts[state.round]
    )
    moved: dict[str, int] = {}
    for (index, _, _), drift in zip(book.drifts[state.round], drifts, strict=True):
        if drift.happens:
            for track, by in scenario.drifts[index].effects.items():
                moved[track] = moved.get(track, 0) + by
    effects = say_effects(voice, {track: by for track, by in moved.items() if by})
    return Close(
        when=voice.say("board.close", round=state.round),
        briefly=voice.say("board.close_briefly"),
        drifts=drifts,
        effects=effects or voice.say("board.close_nothing"),
        income=voice.say("board.income", income=voice.signed(scenario.income)),
        left=voice.say("board.left", rounds=book.rounds - state.round),
    )
