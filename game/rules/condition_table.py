"""Many conditions at once, looked up instead of read one by one.

``holds`` in ``game.rules.conditions`` says what a clause means. What stands here says the same
quicker, for those who look ahead through many positions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from game.rules.conditions import COUNT, ROUND, TRACK, Atom, Clause

_T = TypeVar("_T")


class ConditionTable:
    """Tells which of many clauses hold, as a mask in which each clause has a bit of its own.

    By every value of a track it knows the clauses that the conditions on that track leave
    standing, and likewise by the round and by every set of carried motions that it has met.

    Args:
        clauses: bit -> clause.
        low: the least value of every track.
        high: the greatest value of every track.
        rounds: the number of rounds.
    """

    __slots__ = ("_by_carried", "_by_round", "_by_track", "_counted", "_everything")

    def __init__(
        self, clauses: Mapping[int, Clause], low: Sequence[int], high: Sequence[int], rounds: int
    ) -> None:
        self._everything = everything = sum(1 << bit for bit in clauses)
        self._by_carried: dict[int, int] = {}
        self._by_round = dict.fromkeys(range(rounds + 1), everything)
        self._counted: list[tuple[int, Atom]] = []
        by_track: dict[int, dict[int, int]] = {}
        for bit, clause in clauses.items():
            for atom in clause:
                kind, about, least, most = atom
                if kind == TRACK:
                    values = range(low[about], high[about] + 1)
                    row = by_track.setdefault(about, dict.fromkeys(values, everything))
                    for value in values:
                        if not least <= value <= most:
                            row[value] &= ~(1 << bit)
                elif kind == COUNT:
                    self._counted.append((bit, atom))
                else:
                    for round_ in self._by_round:
                        value = round_ if kind == ROUND else round_ & 1
                        if not least <= value <= most:
                            self._by_round[round_] &= ~(1 << bit)
        self._by_track = tuple(by_track.items())

    def holding(self, tracks: Sequence[int], carried: int, round_: int) -> int:
        """The mask of the clauses that hold."""
        mask = self._by_round[round_]
        for track, row in self._by_track:
            mask &= row[tracks[track]]
        if self._counted:
            if carried not in self._by_carried:
                self._by_carried[carried] = self._count(carried)
            mask &= self._by_carried[carried]
        return mask

    def _count(self, carried: int) -> int:
        mask = self._everything
        for bit, (_, about, least, most) in self._counted:
            if not least <= (carried & about).bit_count() <= most:
                mask &= ~(1 << bit)
        return mask


class ByMask(dict[int, tuple[_T, ...]]):
    """Things by the mask of their places; each row is put together when it is first asked for.

    Every row begins with the things in ``first`` and ends with the ones in ``last``.

    >>> ByMask({0: "a", 1: "b", 2: "c", 3: "d"}, last=("!",))[0b1010]
    ('b', 'd', '!')
    """

    def __init__(
        self, things: Mapping[int, _T], *, first: tuple[_T, ...] = (), last: tuple[_T, ...] = ()
    ) -> None:
        super().__init__()
        self.things = things
        self.first = first
        self.last = last

    def __missing__(self, mask: int) -> tuple[_T, ...]:
        chosen = (thing for place, thing in self.things.items() if mask >> place & 1)
        row = self[mask] = (*self.first, *chosen, *self.last)
        return row
