"""Scenarios and characters by their text: a text is read once."""

from __future__ import annotations

from functools import cache
from typing import Final

from game.scenario.character import Character
from game.scenario.kept import keep, known
from game.scenario.model import Scenario
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
    return _scenarios.get(text, lambda: _scenario(text, where))


@cache
def character_of(text: str, where: str) -> Character:
    """The character of a text.

    Raises:
        ScenarioError: as for ``parse_character``.
    """
    found = known(Character, text)
    if found is None:
        # What reads is imported when there is something to read.
        from game.scenario.reading.read_character import parse_character  # noqa: PLC0415

        found = parse_character(text, where)
        _keep(text, found)
    return found


def _scenario(text: str, where: str) -> Scenario:
    found = known(Scenario, text)
    if found is None:
        from game.scenario.reading.read import parse  # noqa: PLC0415 - as above

        found = parse(text, where)
        _keep(text, found)
    return found


def _keep(text: str, value: object) -> None:
    from game.scenario.catalogue import ships  # noqa: PLC0415 - it reads by this module

    if ships(text):
        keep(text, value)
