"""Checks of conditions: each is about one thing, and says how much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.scenario.terms import Condition
from game.scenario.walk import every

_SUBJECTS: Final = ("track", "tag", "carried", "in_play", "round", "from_round")


def check_conditions(thing: object) -> Iterator[Finding]:
    """Every fault of conditions, wherever they stand in a scenario or a character."""
    for path, condition in every(Condition, thing):
        yield from _condition(path, condition)


def _condition(path: Path, condition: Condition) -> Iterator[Finding]:
    named = [name for name in _SUBJECTS if getattr(condition, name) is not None]
    bounds = [name for name in ("at_least", "at_most") if getattr(condition, name) is not None]
    if len(named) != 1:
        found = " and ".join(named) or "nothing"
        yield Finding(
            path,
            "condition-subject",
            f"This condition is about {found}.",
            "Write for each thing a condition of its own, side by side in the list."
            if named
            else "Write what it is about.",
            known=_SUBJECTS,
        )
        return
    subject = named[0]
    if subject == "in_play" and not condition.in_play:
        yield Finding(
            (*path, "in_play"),
            "condition-in-play",
            "The condition says in_play = false, which means nothing.",
            "Write in_play = true with at_least or at_most, or take the condition out.",
        )
    if subject in ("track", "tag", "in_play"):
        if not bounds:
            yield Finding(
                path,
                "condition-bounds",
                f"This condition names a {subject.replace('_', ' ')} and does not say how much.",
                "Add at_least or at_most.",
            )
    elif bounds:
        yield Finding(
            (*path, bounds[0]),
            "condition-bounds",
            f"A condition on {subject} has no {bounds[0]}.",
            "Take it out.",
            part="key",
        )
