"""Rulebooks by the text of their scenario: a text is read and compiled once."""

from __future__ import annotations

from typing import Final

from game.rules import Rulebook
from game.scenario import parse

_KEPT: Final = 8

_books: dict[tuple[str, str | None], Rulebook] = {}


def rulebook(text: str, where: str, variant: str | None) -> Rulebook:
    """The compiled scenario of a text; the last few that were asked for are kept.

    Raises:
        ScenarioError: the text is no scenario.
        RulesError: the scenario has no such variant.
    """
    key = (text, variant)
    book = _books.pop(key, None) or Rulebook(parse(text, where), variant)
    _books[key] = book
    if len(_books) > _KEPT:
        del _books[next(iter(_books))]
    return book
