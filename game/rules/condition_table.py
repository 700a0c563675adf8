"""Many conditions at once, looked up instead of read one by one.

``holds`` in ``game.rules.conditions`` says what a clause means. What stands here says the same
quicker, for those who look ahead through many positions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from game.rules.conditions import COUNT, ROUND, TRACK, Atom, Clause, holds
from game.rules.hour import Bundle
from game.rules.masks import bits

_T = TypeVar("_T")

KEPT: Final = 4096
"""So many rows are remembered. In the scenarios that come with the game hardly as many occur."""

Drift = tuple[int, Clause, Bundle]
"""(place in the scenario, conditions, effects)."""


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
        self._by_round = [everything] * (rounds + 1)
        self._counted: list[tuple[int, Atom]] = []
        by_track: dict[int, list[int]] = {}
        for bit, clause in clauses.items():
            for atom in clause:
                kind, about, least, most = atom
                if kind == TRACK:
                    values = range(low[about], high[about] + 1)
                    # A list is the quickest to look up; places below 0 are those at its end.
                    places = max(0, high[about]) - min(0, low[about]) + 1
                    row = by_track.setdefault(about, [everything] * places)
                    for value in values:
                        if not least <= value <= most:
                            row[value] &= ~(1 << bit)
                elif kind == COUNT:
                    self._counted.append((bit, atom))
                else:
                    for round_ in range(rounds + 1):
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
            try:
                mask &= self._by_carried[carried]
            except KeyError:
                mask &= self._count(carried)
        return mask

    def _count(self, carried: int) -> int:
        """The mask that the conditions on carried motions leave, found out once."""
        mask = self._everything
        for bit, (_, about, least, most) in self._counted:
            if not least <= (carried & about).bit_count() <= most:
                mask &= ~(1 << bit)
        self._by_carried[carried] = mask
        return mask


class ByMask(dict[int, tuple[_T, ...]]):
    """Things by the mask of their places; each row is put together when it is first asked for.

    Every row begins with the things in ``first`` and ends with the ones in ``last``. After
    ``KEPT`` rows it begins anew, so that it never takes much memory.

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
        if len(self) >= KEPT:
            self.clear()
        chosen = [self.things[place] for place in bits(mask)]
        row = self[mask] = (*self.first, *chosen, *self.last)
        return row


class DriftTable(dict[int, tuple[Drift, ...]]):
    """Of some drifts those that the carried motions let happen, with their conditions on tracks."""

    def __init__(self, drifts: Sequence[Drift]) -> None:
        super().__init__()
        self._drifts = drifts

    def __missing__(self, carried: int) -> tuple[Drift, ...]:
        found = []
        for index, clause, bundle in self._drifts:
            counted = [atom for atom in clause if atom[0] == COUNT]
            if holds(counted, (), carried, 0):
                rest = tuple(atom for atom in clause if atom not in counted)
                found.append((index, rest, bundle))
        self[carried] = row = tuple(found)
        return row
