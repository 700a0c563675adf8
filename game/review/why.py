"""Why a number is what it is: its start, and everything that has moved it since."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules import Cause, Consequence, Rulebook, State, What
from game.value import frozen


@frozen
class Move:
    """One change of a number: by how much, in which round, and because of what."""

    amount: int
    round: int
    cause: Cause


@frozen
class Account:
    """The account of a track. The start and all moves add up to its value.

    Attributes:
        track: its index.
        start: what it began with.
        moves: what has moved it, in order.
        value: what it is.
    """

    track: int
    start: int
    moves: tuple[Move, ...]
    value: int


def accounts(
    book: Rulebook, states: Sequence[State], consequences: Sequence[Sequence[Consequence]]
) -> tuple[Account, ...]:
    """The account of every track after the last of some decisions.

    Args:
        book: the rules.
        states: the positions from the start on, at least one.
        consequences: of each decision, so that ``consequences[n]`` lead to ``states[n + 1]``;
            those after the last position are not counted.
    """
    moves: list[list[Move]] = [[] for _ in book.track_ids]
    for before, changes in zip(states[:-1], consequences, strict=False):
        for each in changes:
            if each.what is What.TRACK and each.amount:
                moves[book.track(each.subject)].append(Move(each.amount, before.round, each.cause))
    return tuple(
        Account(track, book.start[track], tuple(found), states[-1].tracks[track])
        for track, found in enumerate(moves)
    )
