"""A scenario with tens of thousands of decisions in a position."""

from __future__ import annotations

from attrs import evolve

from game.scenario.model import Scenario
from tests.books import shipped


def large(size: int) -> Scenario:
    """The shipped scenario with motions and arguments up to so many, which all fit each other."""
    scenario = shipped()
    motions, arguments = list(scenario.motions), list(scenario.arguments)
    tags = tuple(sorted({tag for each in motions for tag in each.tags}))
    for number in range(len(motions), size):
        like = motions[number % len(scenario.motions)]
        motions.append(
            evolve(
                like,
                id=f"motion-{number}",
                carried_at_start=False,
                tier=1,
                cost=1,
                needs=(),
                value={side.id: 1 + number % 3 for side in scenario.sides},
            )
        )
    sides = tuple(side.id for side in scenario.sides)
    for number in range(len(arguments), size):
        other = arguments[number % len(scenario.arguments)]
        arguments.append(evolve(other, id=f"argument-{number}", held_by=sides, supports=tags))
    return evolve(scenario, motions=tuple(motions), arguments=tuple(arguments))
