"""What motions cost and which are shut, remembered for each set of carried motions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import or_

from game.rules.condition_table import KEPT
from game.rules.decision import Decision
from game.rules.masks import bits
from game.scenario.model import Motion
from game.value import frozen


@frozen
class Prices:
    """How things stand while a set of motions is carried.

    ``cost[m]`` is the price of motion ``m``, ``affordable[c]`` the mask of the motions that a
    side with capital ``c`` can pay, ``shut`` the mask of those that a carried one excludes.
    """

    cost: tuple[int, ...]
    affordable: tuple[int, ...]
    shut: int


class PriceTable(dict[int, Prices]):
    """The prices of a scenario by what is carried, each worked out when it is first asked for.

    Args:
        motions: the motions.
        tagged: by tag the mask of the motions that bear it.
        excluded: per motion the mask of those that it excludes or is excluded by.
        richest: the most capital that a side can have.
    """

    def __init__(
        self,
        motions: Sequence[Motion],
        tagged: Mapping[str, int],
        excluded: Sequence[int],
        richest: int,
    ) -> None:
        super().__init__()
        self._costs = tuple(
            (motion.cost, tuple(tagged.get(tag, 0) for tag in motion.tags)) for motion in motions
        )
        self._excluded = excluded
        self._richest = richest

    def __missing__(self, carried: int) -> Prices:
        prices = self[carried] = self._look(carried)
        return prices

    def _look(self, carried: int) -> Prices:
        """A motion is cheaper by each own tag that a carried one bears."""
        cost = []
        affordable = [0] * (self._richest + 1)
        for motion, (price, tags) in enumerate(self._costs):
            for bearers in tags:
                if bearers & carried and price:
                    price -= 1  # noqa: PLW2901 - the price falls tag by tag
            cost.append(price)
            if price <= self._richest:
                affordable[price] |= 1 << motion
        shut = 0
        for motion in bits(carried):
            shut |= self._excluded[motion]
        # Who can pay more can also pay less.
        return Prices(tuple(cost), tuple(accumulate(affordable, or_)), shut & ~carried)


class PaidRows(dict[tuple[tuple[int, ...], int], tuple[Decision, ...]]):
    """What a side can pay for besides motions, by how often each act was taken, and its capital.

    Each row has acts, and ends with consulting, which costs nothing. After ``KEPT`` rows it begins
    anew, so that it never takes much memory.

    Args:
        acts: the side's acts: (place, decision).
        price: per act what it costs at first, and how much more each time.
        consult: the decision to consult.
    """

    def __init__(
        self,
        acts: Sequence[tuple[int, Decision]],
        price: Sequence[tuple[int, int]],
        consult: Decision,
    ) -> None:
        super().__init__()
        self._ways = tuple((act, *price[act], decision) for act, decision in acts)
        self._consult = consult

    def __missing__(self, key: tuple[tuple[int, ...], int]) -> tuple[Decision, ...]:
        if len(self) >= KEPT:
            self.clear()
        used, capital = key
        row = [each for act, cost, step, each in self._ways if cost + step * used[act] <= capital]
        self[key] = found = (*row, self._consult)
        return found


def excluded(motions: Sequence[Motion]) -> tuple[int, ...]:
    """Per motion the mask of those that it excludes or is excluded by."""
    place = {motion.id: index for index, motion in enumerate(motions)}
    masks = [0] * len(motions)
    for index, motion in enumerate(motions):
        for name in motion.excludes:
            masks[index] |= 1 << place[name]
            masks[place[name]] |= 1 << index
    return tuple(masks)
