"""On which occasions a character has something to say: the decision that it took, and what happened
since its last turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.match import Timeline
from game.opponents.doctrine.deeds import act_deeds
from game.rules import (
    BARGAIN,
    THAW,
    Decision,
    Kind,
    Phase,
    Rule,
    Rulebook,
    State,
    What,
    verdict,
)
from game.scenario.character import Character
from game.scenario.character import Occasion as Name
from game.value import frozen

MUCH: Final = 2
"""So many points of score since the last turn are worth a word."""

_PLAIN: Final[Mapping[Kind, Name]] = {
    Kind.CHOOSE: "news",
    Kind.TABLE: "tables",
    Kind.CONSULT: "consults",
    Kind.ACCEPT: "accepts",
    Kind.DECLINE: "refuses",
    Kind.WALK_OUT: "walks_out",
    Kind.YIELD: "gives_in",
    Kind.CONCEDE: "gives_in",
}
"""What a decision is; the moves of a debate are spoken by the scenario's lines."""


@frozen
class Occasion:
    """Something to speak of.

    Attributes:
        name: what it is.
        motion: the motion that it is about, or -1.
        argument: the argument that was played last about it, or -1.
        headline: the headline that it is about, or -1.
    """

    name: Name
    motion: int = -1
    argument: int = -1
    headline: int = -1


def of_decision(book: Rulebook, state: State, decision: Decision) -> Occasion | None:
    """What a decision is an occasion of, if it is one."""
    kind, debate = decision.kind, state.debate
    if kind is Kind.ACT:
        told = act_deeds(book, decision.subject)
        if not told:
            return None
        return Occasion("acts_hard" if "pressed" in told else "acts_soft")
    name = _PLAIN.get(kind)
    if name is None:
        return None
    if kind is Kind.TABLE:
        return Occasion(name, decision.subject, decision.backing)
    if debate is not None:
        return Occasion(name, debate.motion, debate.chain[-1])
    return Occasion(name, headline=state.wire if kind is Kind.CHOOSE else -1)


def of_past(line: Timeline, place: int, since: int | None) -> Iterator[Occasion]:
    """What happened before a turn, what weighs most first.

    Args:
        line: the line of play.
        place: after how many decisions the turn begins.
        since: after how many the last one of the same side began; nothing if it is its first.
    """
    if since is None:
        yield Occasion("opening")
        return
    side = line.states[place].side
    theirs = [each for each in range(since, place) if line.states[each].side == 1 - side]
    deeds = [deed for each in theirs for deed in _deeds(line, each)]
    amends = next((each for each in deeds if each.name in ("made_good", "thanks")), None)
    if _crossed(line, since, 1 - side) and amends is not None:
        yield Occasion("made_good", amends.motion, amends.argument)
    for name in ("pressed", "slighted", "thanks"):
        yield from [each for each in deeds if each.name == name][-1:]
    yield from _news(line, since, place)
    book = line.book
    now, then = (line.states[each].tracks[book.score[side]] for each in (place, since))
    if now - then <= -MUCH:
        yield Occasion("loses")
    if now - then >= MUCH:
        yield Occasion("gains")


def of_ending(line: Timeline, side: int, who: Character) -> Occasion:
    """What the end of a game is for a character."""
    book = line.book
    ending = verdict(book, line.state)
    alone = who.wants.other <= 0 and ending.name == f"{book.side_ids[side]}_alone"
    return Occasion("ending_well" if alone or ending.name in (BARGAIN, THAW) else "ending_badly")


def _deeds(line: Timeline, place: int) -> Iterator[Occasion]:
    """What a decision of the other side is to whoever is spoken of."""
    state, decision = line.states[place], line.decisions[place]
    debate = state.debate
    if decision.kind is Kind.ACT:
        told = act_deeds(line.book, decision.subject)
        if "pressed" in told:
            yield Occasion("pressed")
        elif told:
            yield Occasion("made_good")
    elif debate is not None and debate.speaker != state.side:
        about = debate.motion, debate.chain[-1]
        if decision.kind in (Kind.ACCEPT, Kind.YIELD):
            yield Occasion("thanks", *about)
        elif decision.kind in (Kind.DECLINE, Kind.WALK_OUT):
            yield Occasion("slighted", *about)


def _crossed(line: Timeline, before: int, side: int) -> bool:
    """Whether the last deed of a side before a place was one to be made good."""
    for place in range(before - 1, -1, -1):
        if line.states[place].side == side:
            for each in _deeds(line, place):
                return each.name in ("pressed", "slighted")
    return False


def _news(line: Timeline, since: int, place: int) -> Iterator[Occasion]:
    """Contradictions that were held against somebody, and the last headline that struck."""
    book, struck = line.book, -1
    contradicted: Occasion | None = None
    for each in range(since, place):
        debate = line.states[each].debate
        for it in line.consequences[each]:
            if it.cause.rule is Rule.CONTRADICTION and it.what is What.TRACK:
                about = (-1, -1) if debate is None else (debate.motion, debate.chain[-1])
                contradicted = Occasion("contradicted", *about)
            elif it.cause.rule is Rule.HEADLINE:
                struck = book.headline_ids.index(it.cause.subject)
    if contradicted is not None:
        yield contradicted
    if struck >= 0:
        yield Occasion("news", headline=struck)


def is_turn(state: State) -> bool:
    """Whether a side has its turn in a position, with nothing on the table."""
    return state.phase is Phase.TURN
