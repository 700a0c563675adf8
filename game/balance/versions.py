"""Two versions of a scenario on the same seeds: what a change does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Final

import attrs

from game.balance.measures import MEASURES, Sample
from game.balance.properties import Property
from game.balance.series import Seen
from game.interval import Figure, Z
from game.scenario.model import Scenario
from game.value import frozen

GROUPS: Final = 50
"""Into so many groups of seeds the games are put for the interval, at the most."""


@frozen
class Version:
    """One of the two versions, and what was played of it."""

    scenario: Scenario
    games: tuple[Seen, ...]


@frozen
class PairedDifference:
    """What a figure is in both versions.

    Attributes:
        asked: what was measured.
        name: on what, if the property is about many things.
        before: its value in the first version.
        after: its value in the second.
        difference: the second less the first, paired by seeds.
    """

    asked: Property
    name: str
    before: float
    after: float
    difference: Figure


def changes(
    one: Version, other: Version, properties: Sequence[Property]
) -> Iterator[PairedDifference]:
    """What is different, property by property.

    The interval is that of a jackknife over groups of seeds, each left out of both versions at
    once: seeds that go the same way in both take nothing from what can be told.
    """
    count = min(len(one.games), len(other.games))
    sides = [attrs.evolve(each, games=each.games[:count]) for each in (one, other)]
    groups = min(GROUPS, count)
    for each in properties:
        whole = [_values(side, each) for side in sides]
        parts = [
            [_values(_without(side, group, groups), each) for side in sides]
            for group in range(groups)
        ]
        for name in whole[0]:
            if name not in whole[1]:
                continue
            apart = [after.get(name, 0.0) - before.get(name, 0.0) for before, after in parts]
            value = whole[1][name] - whole[0][name]
            yield PairedDifference(
                each, name, whole[0][name], whole[1][name], _jackknifed(value, apart, count)
            )


def value_of(each: Property, name: str, scenario: Scenario, game: Seen) -> float | None:
    """What a property is in one match; nothing if the match has no case of it.

    Args:
        each: the property.
        name: the thing that it is about, if it is about many; else the first one is taken.
        scenario: what was played.
        game: the match.
    """
    found = _items(Version(scenario, (game,)), each)
    figure = found.get(name) if name else next(iter(found.values()), None)
    return figure.value if figure is not None and figure.count else None


def _without(side: Version, group: int, groups: int) -> Version:
    games = tuple(game for place, game in enumerate(side.games) if place % groups != group)
    return attrs.evolve(side, games=games)


def _items(side: Version, each: Property) -> Mapping[str, Figure]:
    asked = Sample(side.scenario, side.games, each.of, each.without, each.number)
    return {item.name: item.figure for item in MEASURES[each.measure][0](asked)}


def _values(side: Version, each: Property) -> dict[str, float]:
    return {name: figure.value for name, figure in _items(side, each).items() if figure.count}


def _jackknifed(value: float, apart: Sequence[float], count: int) -> Figure:
    if len(apart) < 2:
        return Figure(value, value, value, 0)
    middle = sum(apart) / len(apart)
    spread = sum((each - middle) ** 2 for each in apart)
    reach = Z * sqrt(spread * (len(apart) - 1) / len(apart))
    return Figure(value, value - reach, value + reach, count)
