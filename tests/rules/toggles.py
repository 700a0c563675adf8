"""A scenario with rules of version 4 switched on at random, whatever they come to in play."""

from __future__ import annotations

from random import Random

from attrs import evolve

from game.scenario.model import Headline, Motion, Scenario


def other_rules(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with windows, forks and named backings put in at random."""
    random = Random(seed)

    def some(names: list[str], most: int) -> tuple[str, ...]:
        return tuple(random.sample(names, random.randint(0, min(most, len(names)))))

    def headline(known: Headline) -> Headline:
        first, last = sorted(random.choices(range(1, scenario.rounds + 1), k=2))
        return evolve(
            known,
            from_round=random.choice([None, first]),
            until_round=random.choice([None, last]),
        )

    arguments = [each.id for each in scenario.arguments]

    def motion(known: Motion) -> Motion:
        others = [each.id for each in scenario.motions if each.id != known.id]
        return evolve(
            known,
            excludes=some(others, 1),
            backs=random.choice([(), some(arguments, 4)]),
        )

    return evolve(
        scenario,
        motions=tuple(map(motion, scenario.motions)),
        headlines=tuple(map(headline, scenario.headlines)),
    )
