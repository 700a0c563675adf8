"""Who is asked to sit where."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from game.scenario import Scenario, ScenarioError
from game.scenario.cast import find
from game.text import shown

Seats = tuple[tuple[str, str], ...]
"""Seats as they were asked for: (side, seat)."""


def slip(name: str, own: Iterable[str]) -> bool:
    """Whether a name is one of a command's own options, misspelt."""
    return bool(get_close_matches(name, [each.lstrip("-") for each in own]))


def seated(scenario: Scenario, before: tuple[str, str], named: Seats) -> tuple[str, str]:
    """Who sits where: those from before, unless another seat was asked for.

    Raises:
        WrongUsage: the scenario has no such side.
    """
    sides = [side.id for side in scenario.sides]
    seats = dict(zip(sides, before, strict=True))
    for side, seat in named:
        if side not in seats:
            from game.cli.usage import WrongUsage  # noqa: PLC0415 - click, once something is wrong

            raise WrongUsage(
                f"scenario {scenario.id} has no side {shown(side)}. Sides: {', '.join(sides)}."
            )
        seats[side] = seat
    first, second = (seats[side] for side in sides)
    return first, second


def somebody(scenario: Scenario, seat: str) -> bool:
    """Whether a seat is a character's, so that it is known without those who think that somebody
    sits there.
    """
    try:
        return ":" not in seat and find(scenario, seat) is not None
    except ScenarioError:
        return False  # who is called in vain says why
