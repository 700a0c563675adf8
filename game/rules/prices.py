"""What motions cost and which are shut, remembered for each set of carried motions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from game.rules.masks import bits, mask_of
from game.scenario.model import Motion


@frozen
class Prices:
    """How things stand while a set of motions is carried.

    ``cost[m]`` is the price of motion ``m``, ``affordable[c]`` the mask of the motions that a
    side with capital ``c`` can pay, ``shut`` the mask of those that a carried one excludes.
    """

    cost: tuple[int, ...]
    affordable: tuple[int, ...]
    shut: int


@define
class PriceTable:
    """The prices of a scenario, each worked out when it is first asked for.

    Attributes:
        motions: the motions.
        tagged: by tag the mask of the motions that bear it.
        excluded: per motion the mask of those that it excludes or is excluded by.
        richest: the most capital that a side can have.
    """

    motions: Sequence[Motion]
    tagged: Mapping[str, int]
    excluded: Sequence[int]
    richest: int
    _known: dict[int, Prices] = field(factory=dict, init=False)

    def __call__(self, carried: int) -> Prices:
        """The prices while these are carried."""
        known = self._known.get(carried)
        if known is None:
            known = self._known[carried] = self._look(carried)
        return known

    def _look(self, carried: int) -> Prices:
        """A motion is cheaper by each own tag that a carried one bears."""
        tagged = self.tagged
        cost = tuple(
            max(0, motion.cost - sum(1 for tag in motion.tags if tagged.get(tag, 0) & carried))
            for motion in self.motions
        )
        shut = 0
        for motion in bits(carried):
            shut |= self.excluded[motion]
        return Prices(
            cost,
            tuple(
                mask_of(index for index, price in enumerate(cost) if price <= capital)
                for capital in range(self.richest + 1)
            ),
            shut & ~carried,
        )


def excluded(motions: Sequence[Motion]) -> tuple[int, ...]:
    """Per motion the mask of those that it excludes or is excluded by."""
    place = {motion.id: index for index, motion in enumerate(motions)}
    masks = [0] * len(motions)
    for index, motion in enumerate(motions):
        for name in motion.excludes:
            masks[index] |= 1 << place[name]
            masks[place[name]] |= 1 << index
    return tuple(masks)
