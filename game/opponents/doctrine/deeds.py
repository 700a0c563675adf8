"""What a side is remembered for: the decisions of a game, told as deeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from game.rules import NOBODY, Decision, Kind, Rulebook, State
from game.scenario.doctrine import ARGUING, Conduct, Deed

Past = Iterable[tuple[State, Decision]]
"""Earlier positions, each with the decision taken in it."""


class Done(NamedTuple):
    """A deed: who did what, and in which round."""

    side: int
    deed: Deed
    round: int


_DEEDS: Final[Mapping[Kind, Deed]] = {
    Kind.CONSULT: "consulted",
    Kind.TABLE: "tabled",
    Kind.ACCEPT: "carried",
    Kind.YIELD: "carried",
    Kind.CONCEDE: "carried",
    Kind.DECLINE: "refused",
    Kind.WALK_OUT: "refused",
    Kind.WITHDRAW: "withdrew",
    Kind.REBUT: "rebutted",
    Kind.REJOIN: "rejoined",
}


def deeds(book: Rulebook, past: Past) -> tuple[Done, ...]:
    """The deeds of a game so far, in order.

    An act counts as pressing if it brings its side score or takes score or capital from the
    other, as calming if it lowers a track that can end the game, and may be both or neither.
    """
    found: list[Done] = []
    for state, decision in past:
        side = state.side
        if side == NOBODY:
            continue
        found += [Done(side, deed, state.round) for deed in deeds_of(book, decision)]
    return tuple(found)


def deeds_of(book: Rulebook, decision: Decision) -> tuple[Deed, ...]:
    """What a decision of a side is remembered as, as far as it is."""
    if decision.kind is Kind.ACT:
        return act_deeds(book, decision.subject)
    deed = _DEEDS.get(decision.kind)
    return () if deed is None else (deed,)


def act_deeds(book: Rulebook, act: int) -> tuple[Deed, ...]:
    """What a side does by taking an act."""
    side = book.side_ids.index(book.scenario.acts[act].side)
    other = (book.score[1 - side], book.capital[1 - side])
    ends = {track for track, _ in book.collapses}
    effects = book.act_effects[act]
    told: list[Deed] = []
    if any(track in ends and amount < 0 for track, amount in effects):
        told.append("calmed")
    if any(
        (track == book.score[side] and amount > 0) or (track in other and amount < 0)
        for track, amount in effects
    ):
        told.append("pressed")
    return tuple(told)


def recalls(conduct: Conduct, done: tuple[Done, ...], side: int, round_: int) -> bool:
    """Whether a condition on conduct holds, seen from a side in a round."""
    who, asked = side if conduct.by == "own" else 1 - side, conduct.deed
    if conduct.last:
        latest = (deed for by, deed, _ in reversed(done) if by == who and deed not in ARGUING)
        return next(latest, None) == asked
    first = 0 if conduct.rounds is None else round_ - conduct.rounds + 1
    times = 0
    for by, deed, when in reversed(done):
        if when < first:  # deeds are told in their order
            break
        if by == who and deed == asked:
            times += 1
    return (conduct.at_least is None or times >= conduct.at_least) and (
        conduct.at_most is None or times <= conduct.at_most
    )
