"""The scenarios of the tests and their rulebooks, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve

from game.rules import Rulebook
from game.scenario import load, parse
from game.scenario.model import Scenario
from tests.scenario.full import FULL

RULES_3: Final = Path(__file__).with_name("rules3") / "shared-enemy.toml"
"""The full game as rules 3 had it; a Russian translation stands beside it."""

THRESHOLDS = (27, 24)
"""By side, those of the numbered cases and of the golden games, which are not our own.

Those of the game were weighed by play.
"""


@cache
def shipped() -> Scenario:
    """The full game as rules 3 had it, with the thresholds of the cases.

    The scenario that comes with the game goes on; the cases, golden games and counts of rules 3
    stay with the one that they were made for.
    """
    scenario = load(RULES_3)
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
