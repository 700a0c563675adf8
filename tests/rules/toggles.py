"""A scenario with rules of version 4 switched on at random, whatever they come to in play."""

from __future__ import annotations

from random import Random

from attrs import evolve

from game.scenario.model import (
    Argument,
    Headline,
    Mood,
    Motion,
    Scenario,
    Side,
    Silence,
    Situation,
    Value,
)
from game.scenario.terms import Condition


def other_rules(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with every rule of version 4 put in at random, or left out."""
    random = Random(seed)
    values = tuple(f"value-{number}" for number in range(random.choice([0, 1, 3])))

    def some(names: list[str], most: int) -> tuple[str, ...]:
        return tuple(random.sample(names, random.randint(0, min(most, len(names)))))

    def value() -> str | None:
        return random.choice([None, *values, *values])

    def headline(known: Headline) -> Headline:
        first, last = sorted(random.choices(range(1, scenario.rounds + 1), k=2))
        return evolve(
            known,
            from_round=random.choice([None, first]),
            until_round=random.choice([None, last]),
            mood=value(),
        )

    arguments = [each.id for each in scenario.arguments]
    motions = [each.id for each in scenario.motions if not each.carried_at_start]

    def motion(known: Motion) -> Motion:
        others = [each.id for each in scenario.motions if each.id != known.id]
        return evolve(
            known,
            excludes=some(others, 1) if random.random() < 1 / 3 else (),
            backs=random.choice([(), some(arguments, 4)]),
        )

    def argument(known: Argument) -> Argument:
        return evolve(known, appeals=value())

    def held(side: str) -> list[str]:
        return [each.id for each in scenario.arguments if side in each.held_by]

    def situation(number: int) -> Situation:
        track = random.choice(scenario.tracks)
        return Situation(
            f"situation-{number}",
            f"Situation {number}",
            "So it is.",
            weight=random.randint(1, 3),
            effects={track.id: random.randint(-1, 1)},
            spent={side.id: some(held(side.id), 3) for side in scenario.sides},
            barred={name: random.randint(1, 3) for name in some(motions, 3)},
            mood=value(),
        )

    def side(known: Side) -> Side:
        return evolve(known, threshold=known.threshold - random.randint(0, 20))

    near = random.choice([0, 0, 12])
    gate = scenario.ladder.gate
    return evolve(
        scenario,
        motions=tuple(map(motion, scenario.motions)),
        headlines=tuple(map(headline, scenario.headlines)),
        arguments=tuple(map(argument, scenario.arguments)),
        values=tuple(Value(name, name, "It is dear to us.") for name in values),
        situations=tuple(map(situation, range(random.choice([0, 1, 4])))),
        mood=Mood(value(), random.randint(-1, 3), random.random() < 1 / 2),
        recover=random.choice([0, 1, 2]),
        silence=Silence(
            random.choice([(), (Condition(track=gate, at_most=random.randint(0, 9)),)]),
            random.random() < 1 / 2,
        ),
        debate=evolve(scenario.debate, walk_out_floor=random.random() < 1 / 2),
        payoff=evolve(scenario.payoff, thaw=45, thaw_within=near),
        sides=(
            evolve(
                scenario.sides[0], threshold=scenario.sides[0].threshold - random.randint(0, 20)
            ),
            evolve(
                scenario.sides[1], threshold=scenario.sides[1].threshold - random.randint(0, 20)
            ),
        ),
    )
