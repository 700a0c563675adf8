"""The same games at other thresholds: which change mends the sides.

Whoever aims at another threshold plays otherwise, so what is found here is a proposal to be
played, not a result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from game.balance.facts import Facts
from game.balance.measures import FigureOf, Sample
from game.balance.measures.results import endings, ends, payoff_share
from game.balance.properties import Property
from game.balance.series import Seen
from game.interval import Figure
from game.rules import settled
from game.scenario.model import Scenario
from game.value import frozen

REACH: Final = 6
"""So many points up and down each threshold is tried."""


@frozen
class Proposal:
    """Games as they would have ended.

    Attributes:
        thresholds: of both sides.
        share: the first side's part of all payoff.
        endings: each ending.
        misses: how many properties of the endings lie outside their bounds.
    """

    thresholds: tuple[int, int]
    share: Figure
    endings: tuple[FigureOf, ...]
    misses: int


def rejudged(scenario: Scenario, facts: Facts, thresholds: tuple[int, int]) -> Facts:
    """A match as it ends with other thresholds."""
    if facts.collapsed:
        return facts
    ending = settled(scenario, facts.final, thresholds)
    return attrs.evolve(facts, verdict=ending.name, payoffs=ending.payoffs)


def at(
    scenario: Scenario,
    games: Sequence[Seen],
    thresholds: tuple[int, int],
    properties: Sequence[Property] = (),
) -> Proposal:
    """What games come to with other thresholds.

    Args:
        scenario: what was played.
        games: the matches.
        thresholds: of both sides.
        properties: those of the endings are judged anew.
    """
    asked = Sample(
        scenario,
        [Seen(rejudged(scenario, each.facts, thresholds), each.side) for each in games],
    )
    misses = 0
    for each in properties:
        if each.measure == "ends":
            misses += each.state(ends(attrs.evolve(asked, of=each.of))) != "holds"
        elif each.measure == "endings":
            found = endings(attrs.evolve(asked, without=each.without))
            misses += sum(each.state(item.figure) != "holds" for item in found)
    return Proposal(thresholds, payoff_share(asked), tuple(endings(asked)), misses)


def smallest(
    scenario: Scenario, games: Sequence[Seen], properties: Sequence[Property]
) -> Proposal | None:
    """The smallest change of thresholds with which the sides are even; of those that are equally
    small, the one with the best endings, and then the one nearest to an even share.
    """
    aim = next((each for each in properties if each.measure == "payoff_share"), None)
    if aim is None or not games:
        return None
    best: Proposal | None = None
    size = 2 * REACH + 1
    for thresholds in _near(scenario):
        change = sum(
            abs(new - side.threshold) for new, side in zip(thresholds, scenario.sides, strict=True)
        )
        if change > size:
            break
        found = at(scenario, games, thresholds, properties)
        if aim.state(found.share) != "holds":
            continue
        if best is None or _rank(found) < _rank(best):
            best, size = found, change
    return best


def _rank(found: Proposal) -> tuple[int, float]:
    return found.misses, abs(found.share.value - 0.5)


def _near(scenario: Scenario) -> Iterator[tuple[int, int]]:
    """Thresholds, those that change least first."""
    first, second = (side.threshold for side in scenario.sides)
    steps = range(-REACH, REACH + 1)
    order = sorted(
        ((abs(one) + abs(other), one, other) for one in steps for other in steps),
    )
    for _, one, other in order:
        if first + one >= 0 and second + other >= 0:
            yield first + one, second + other
