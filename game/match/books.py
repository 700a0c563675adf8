"""Rulebooks by the text of their scenario: a text is read and compiled once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final, TypeVar

from game.rules import Rulebook
from game.scenario import Scenario, parse

_KEPT: Final = 16

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")

_lock: Final = Lock()
_scenarios: dict[str, Scenario] = {}
_books: dict[tuple[str, str | None], Rulebook] = {}


def rulebook(text: str, where: str, variant: str | None) -> Rulebook:
    """The compiled scenario of a text; the last few that were asked for are kept.

    Raises:
        ScenarioError: the text is no scenario.
        RulesError: the scenario has no such variant.
    """
    return _kept(_books, (text, variant), lambda: Rulebook(scenario_of(text, where), variant))


def scenario_of(text: str, where: str) -> Scenario:
    """The scenario of a text, which several variants of its start may share.

    Raises:
        ScenarioError: the text is no scenario.
    """
    return _kept(_scenarios, text, lambda: parse(text, where))


def _kept(known: dict[_K, _V], key: _K, make: Callable[[], _V]) -> _V:
    """What is known under a key, or is made now; what was asked for longest ago is forgotten.

    Saves are looked at in a thread while a match is played in another.
    """
    with _lock:
        found = known.pop(key, None)
    if found is None:
        found = make()
    with _lock:
        known[key] = found
        if len(known) > _KEPT:
            del known[next(iter(known))]
    return found
