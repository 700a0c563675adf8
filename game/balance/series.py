"""What has to be played for a measurement: pairs of seats, and a seed for each match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from game.balance.contest import Contest
from game.balance.facts import Facts
from game.balance.players import names
from game.opponents.seats import RANDOM
from game.scenario.model import Scenario
from game.value import frozen

LARGE: Final = 32
"""So many matches of quick players are one task."""


@frozen
class Series:
    """Matches of the same kind.

    Attributes:
        id: what properties call it.
        seats: the two who play, or patterns that stand for several.
        variant: the variant of the start; empty for the standard one.
        swap: each pair plays every seed from both sides.
        without: seats that a pattern does not stand for here.
        games: how many matches for each pair, if nothing else is asked for.
    """

    id: str
    seats: tuple[str, str]
    variant: str = ""
    swap: bool = False
    without: tuple[str, ...] = ()
    games: int = 100

    def pairs(self, scenario: Scenario) -> tuple[tuple[str, str], ...]:
        """Who plays whom; where sides are swapped, two meet once, whoever is named first.

        Raises:
            SeatError: a seat is unknown, or a person's.
        """
        first, second = (
            [each for each in names(scenario, pattern) if each not in self.without]
            for pattern in self.seats
        )
        found = dict.fromkeys((one, other) for one in first for other in second)
        if self.swap:
            order = {pair: place for place, pair in enumerate(found)}
            kept = [
                (one, other)
                for (one, other), place in order.items()
                if order.get((other, one), place) >= place
            ]
            return tuple(kept)
        return tuple(found)

    def contests(self, scenario: Scenario, games: int, seed: int) -> Iterator[Contest]:
        """The matches in their order: pair by pair, seed by seed, side by side."""
        for one, other in self.pairs(scenario):
            yield from pairing((one, other), games, seed, self.variant, swap=self.swap)


def pairing(
    pair: tuple[str, str], games: int, seed: int, variant: str = "", *, swap: bool
) -> Iterator[Contest]:
    """Matches of a pair, from both sides if they are to swap."""
    if swap and pair[0] != pair[1]:
        for number in range(seed, seed + (games + 1) // 2):
            yield Contest(pair, number, variant)
            yield Contest((pair[1], pair[0]), number, variant)
    else:
        for number in range(seed, seed + games):
            yield Contest(pair, number, variant)


@frozen
class Seen:
    """A match, seen by the first seat of its play.

    Attributes:
        facts: what is kept of it.
        side: the side on which that seat played.
    """

    facts: Facts
    side: int


@frozen
class Block:
    """Contests that are one task."""

    contests: tuple[Contest, ...]


def blocks(contests: Sequence[Contest]) -> tuple[Block, ...]:
    """Contests as tasks of a few seconds each; how many are in one depends on who plays alone."""
    found: list[Block] = []
    pile: list[Contest] = []
    room = 0
    for each in contests:
        size = _share(each)
        if pile and (size > room or each.variant != pile[0].variant):
            found.append(Block(tuple(pile)))
            pile = []
        if not pile:
            room = LARGE
        pile.append(each)
        room -= size
    if pile:
        found.append(Block(tuple(pile)))
    return tuple(found)


def _share(contest: Contest) -> int:
    """Which part of a task a match is, in so many of ``LARGE``."""
    return max(_of(_SHARES, each) for each in contest.seats)


def cost(contest: Contest) -> int:
    """About how long a match takes, in hundredths of a second."""
    return sum(_of(_COSTS, each) * (3 if "+mood" in each else 1) for each in contest.seats)


def _of(known: Mapping[str, int], seat: str) -> int:
    base = seat.partition("+")[0].partition("/")[0]
    quick = base == RANDOM or ":" in base
    return known.get(base, 1 if quick else known[_CHARACTER])


_CHARACTER: Final = ""
"""Stands for all characters, whose ids are names of their own."""


_SHARES: Final = {
    _CHARACTER: 8,
    "search:1": 1,
    "search:2": 4,
    "search:3": 8,
    "search:4": 16,
    "search:5": LARGE,
}

_COSTS: Final = {
    _CHARACTER: 60,
    "search:1": 2,
    "search:2": 6,
    "search:3": 14,
    "search:4": 65,
    "search:5": 1000,
}
