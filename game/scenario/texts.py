"""Scenarios by their text: a text is read once."""

from __future__ import annotations

from typing import Final

from game.scenario.model import Scenario
from game.scenario.reading.read import parse
from game.scenario.recent import Recent

_scenarios: Final[Recent[str, Scenario]] = Recent()


def scenario_of(text: str, where: str) -> Scenario:
    """The scenario of a text; the last few that were asked for are kept.

    Args:
        text: TOML.
        where: what the text is called in messages, most often a file's path.

    Raises:
        ScenarioError: as for ``parse``.
    """
    return _scenarios.get(text, lambda: parse(text, where))
