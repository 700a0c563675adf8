"""The scenario of the tests and its rulebooks, loaded once."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from game.rules import Rulebook
from game.scenario import load, parse
from game.scenario.model import Scenario
from tests.scenario.full import FULL

THRESHOLDS = (27, 24)
"""By side, those of the numbered cases and of the golden games, which are not our own.

Those of the game are weighed by play and may change; no other number of it may differ.
"""


@cache
def shipped() -> Scenario:
    """The scenario that comes with the game, with the thresholds of the cases."""
    scenario = load("shared-enemy")
    first, second = (
        evolve(side, threshold=threshold)
        for side, threshold in zip(scenario.sides, THRESHOLDS, strict=True)
    )
    return evolve(scenario, sides=(first, second))


@cache
def rulebook(variant: str | None = None) -> Rulebook:
    """That scenario compiled, in its standard start or one of its variants."""
    return Rulebook(shipped(), variant)


@cache
def two_towns() -> Scenario:
    """A small scenario that has every rule there is."""
    return parse(FULL, "two-towns.toml")
