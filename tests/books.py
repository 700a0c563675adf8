"""The shipped scenario and its rulebooks, loaded once."""

from __future__ import annotations

from functools import cache

from game.rules import Rulebook
from game.scenario import load
from game.scenario.model import Scenario


@cache
def shipped() -> Scenario:
    """The scenario that comes with the game."""
    return load("shared-enemy")


@cache
def rulebook(variant: str | None = None) -> Rulebook:
    """The shipped scenario compiled, in its standard start or one of its variants."""
    return Rulebook(shipped(), variant)
