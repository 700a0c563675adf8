"""Checks of doctrines: a case without a rule, and a condition that says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.scenario.doctrine import ARGUING, Conduct, Doctrine, Standing, Wish
from game.scenario.model import Scenario
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path

RESERVED: Final = ("human", "random", "search", "doctrine")
"""What seats are called that are there in every game."""


def check_doctrines(scenario: Scenario) -> Iterator[Finding]:
    """All because of which a doctrine could not decide."""
    for index, doctrine in enumerate(scenario.doctrines):
        yield from _doctrine(("doctrines", index), doctrine)


def _doctrine(path: Path, doctrine: Doctrine) -> Iterator[Finding]:
    if doctrine.id in RESERVED:
        yield Finding(
            (*path, "id"),
            "reserved-id",
            f'"{doctrine.id}" cannot be the id of a doctrine.',
            "Give it another: a seat that is there in every game is called so.",
        )
    for index, rule in enumerate(doctrine.rules):
        place = (*path, "rules", index)
        yield from check_past(place, rule.conduct, rule.standing)
    last = doctrine.rules[-1]
    if last.asked or last.when or last.conduct or last.standing or last.prefer[-1] != Wish():
        yield Finding(
            (*path, "rules", len(doctrine.rules) - 1),
            "doctrine-no-end",
            f'The last rule of "{doctrine.id}" does not fit every case.',
            "Add a rule without asked and without conditions, whose last wish is {}.",
        )


def check_past(
    path: Path, conduct: tuple[Conduct, ...], standing: tuple[Standing, ...]
) -> Iterator[Finding]:
    """What is wrong with conditions on what was done and on how the sides stand."""
    for number, deed in enumerate(conduct):
        yield from _conduct((*path, "conduct", number), deed)
    for number, each in enumerate(standing):
        yield from _standing((*path, "standing", number), each)


def _conduct(path: Path, conduct: Conduct) -> Iterator[Finding]:
    bounds = conduct.at_least is not None or conduct.at_most is not None
    if conduct.last is not None:
        if not conduct.last or bounds or conduct.rounds is not None or conduct.deed in ARGUING:
            yield Finding(
                path,
                "conduct-last",
                "This condition on conduct asks for the latest deed and for something else.",
                "Write last = true alone, not of an argument; or count with at_least or at_most.",
            )
    elif not bounds:
        yield Finding(
            path,
            "conduct-bounds",
            "This condition on conduct does not say how often.",
            "Add at_least or at_most, or last = true.",
        )


def _standing(path: Path, standing: Standing) -> Iterator[Finding]:
    if standing.at_least is None and standing.at_most is None:
        yield Finding(
            path,
            "standing-bounds",
            "This condition names a standing and does not say how much.",
            "Add at_least or at_most.",
        )
