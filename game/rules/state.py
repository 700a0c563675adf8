"""A position of the game as one frozen value."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from attrs import define, frozen

NOBODY = -1
"""The side that decides when no side does: Chance draws, or the game is over."""

NOTHING = -1
"""The mood, the situation or the headline when there is none."""


class Phase(Enum):
    """What is to be decided. The automatic phases of the rulebook are never rested in."""

    DRAW = "DRAW"
    EVENT = "EVENT"
    TURN = "TURN"
    REPLY = "REPLY"
    FLOOR = "FLOOR"
    YIELD = "YIELD"
    CONCEDE = "CONCEDE"
    END = "END"

    # As for decisions: identity is equality.
    __hash__ = object.__hash__


class DebateState(NamedTuple):
    """A motion on the table: who tabled it, and the arguments played so far, oldest first.

    The speaker played the first, third and fifth argument, the respondent the others.
    """

    motion: int
    speaker: int
    chain: tuple[int, ...]


class _Desk:
    """Room for what a change needs at hand, so that it is one object with the position it makes."""

    __slots__ = ("book", "log")


@define(eq=False, init=False, weakref_slot=False)
class Draft(_Desk):
    """A position that is still being changed. Its fields are those of ``State``.

    Looking ahead makes positions by the hundred thousand, and writing fifteen fields past the
    guard of a frozen class takes longer than most rules do. A draft has the same slots without
    the guard.
    """

    round: int
    phase: Phase
    side: int
    turn: int
    tracks: tuple[int, ...]
    carried: int
    barred: tuple[tuple[int, int], ...]
    spent: tuple[tuple[int, ...], tuple[int, ...]]
    record: tuple[int, int]
    drawn: int
    wire: int
    used: tuple[int, ...]
    debate: DebateState | None
    mood: int = NOTHING
    situation: int = NOTHING


@frozen(weakref_slot=False)
class State(Draft):
    """A position. Indices are those of the scenario's lists; sets are bit masks of indices.

    Attributes:
        round: from 1 to the scenario's number of rounds.
        phase: what is to be decided.
        side: who decides, 0 or 1, or ``NOBODY``.
        turn: 0 in the first turn of the round, 1 in the second.
        tracks: shared tracks in the scenario's order, then both capitals, then both scores.
        carried: motions that are carried, the ones carried at the start included.
        barred: (motion, last round in which it is barred), by motion.
        spent: per side its spent arguments, the longest spent first.
        record: per side the set of arguments on its record.
        drawn: headlines that have left the deck.
        wire: the headline on the wire, or -1.
        used: per act how often it has been taken.
        debate: the motion on the table, or nothing.
        mood: the value that the hour speaks to, or -1.
        situation: the situation that was drawn before the first round, or -1.
    """

    def __repr__(self) -> str:
        """The position in short; ``game.rules.describe`` tells all of it."""
        tracks = " ".join(map(str, self.tracks))
        return f"<State: round {self.round}, {self.phase.value}, side {self.side}, tracks {tracks}>"
