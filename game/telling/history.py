"""How it went and how it really went, in words: a game beside the dates of its scenario."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.review.history import HistoricRound, Struck, beside_history
from game.rules import Decision, State
from game.telling.transcript import say_round
from game.telling.voice import Voice
from game.value import frozen


@frozen
class ToldRound:
    """A round of a game, and what happened then.

    Attributes:
        heading: which round it is.
        carried: what was carried, in a sentence; that the game had ended if it did not come so far.
        struck: what struck, each with its date and how it was answered.
        missed: what happened without striking in the game, each with its date.
    """

    heading: str
    carried: str
    struck: tuple[str, ...]
    missed: tuple[str, ...]


@frozen
class History:
    """A game beside history.

    Attributes:
        title: what the page is called.
        about: how it is to be read.
        struck: what the headlines are headed with that struck.
        missed: what those are headed with that did not.
        rounds: the rounds; none if the scenario does not say what happened when.
        none: that it does not; empty if it does.
    """

    title: str
    about: str
    struck: str
    missed: str
    rounds: tuple[ToldRound, ...]
    none: str


def history(voice: Voice, states: Sequence[State], decisions: Sequence[Decision]) -> History:
    """A game beside history, as far as it came."""
    rounds = tuple(_round(voice, each) for each in beside_history(voice.book, states, decisions))
    return History(
        title=voice.say("history.title"),
        about=voice.say("history.about"),
        struck=voice.say("history.struck"),
        missed=voice.say("history.missed"),
        rounds=rounds,
        none="" if rounds else voice.say("history.none"),
    )


def history_lines(
    voice: Voice, states: Sequence[State], decisions: Sequence[Decision], only: int = 0
) -> Iterator[str]:
    """The same in lines; of one round, if it is given."""
    found = history(voice, states, decisions)
    if not found.rounds:
        yield found.none
        return
    if not only:
        yield found.title
        yield found.about
    for each in found.rounds:
        if only and each.heading != say_round(voice, only):
            continue
        yield each.heading
        yield f"  {each.carried}"
        for head, told in ((found.struck, each.struck), (found.missed, each.missed)):
            if told:
                yield f"  {head}"
                yield from (f"    {one}" for one in told)


def _round(voice: Voice, each: HistoricRound) -> ToldRound:
    names = [voice.say("names.quoted", name=voice.motion(motion)) for motion in each.carried]
    if not each.played:
        carried = voice.say("history.over")
    elif names:
        carried = voice.say("history.carried", motions=voice.all_of(names))
    else:
        carried = voice.say("history.carried_none")
    return ToldRound(
        heading=say_round(voice, each.round),
        carried=carried,
        struck=tuple(_struck(voice, one) for one in each.struck),
        missed=tuple(voice.headline(one) for one in each.missed),
    )


def _struck(voice: Voice, each: Struck) -> str:
    headline = voice.headline(each.headline)
    choice = voice.scenario.headlines[each.headline].choice
    if choice is None or each.choice < 0:
        return headline
    side = voice.side_short(voice.book.side_ids.index(choice.side))
    answer = choice.options[each.choice].name
    return voice.say("history.answered", headline=headline, side=side, answer=answer)
