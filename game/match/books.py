"""Rulebooks by the text of their scenario: a text is compiled once."""

from __future__ import annotations

from typing import Final

from game.rules import Rulebook
from game.scenario.recent import Recent
from game.scenario.texts import scenario_of

_books: Final[Recent[tuple[str, str | None], Rulebook]] = Recent()


def rulebook(text: str, where: str, variant: str | None) -> Rulebook:
    """The compiled scenario of a text; the last few that were asked for are kept.

    Raises:
        ScenarioError: the text is no scenario.
        RulesError: the scenario has no such variant.
    """
    return _books.get((text, variant), lambda: Rulebook(scenario_of(text, where), variant))
