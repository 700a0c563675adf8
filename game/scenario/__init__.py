"""What a scenario is, and how one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenario.catalogue import (
    MAIN,
    MILD,
    Listed,
    languages,
    load,
    read_text,
    scenarios,
    shipped,
)
from game.scenario.model import Scenario
from game.scenario.reading.faults import Fault, ScenarioError

if TYPE_CHECKING:
    from game.scenario.reading.read import parse
    from game.scenario.reading.translation import translate

__all__ = [
    "MAIN",
    "MILD",
    "Fault",
    "Listed",
    "Scenario",
    "ScenarioError",
    "languages",
    "load",
    "parse",
    "read_text",
    "scenarios",
    "shipped",
    "translate",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """What reads is imported when something is read: that takes long, and most is known already."""
    if name == "parse":
        from game.scenario.reading.read import parse  # noqa: PLC0415 - as said

        return parse
    if name == "translate":
        from game.scenario.reading.translation import translate  # noqa: PLC0415 - as said

        return translate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
