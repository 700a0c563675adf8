"""Whether a scenario is fair and alive: who gains, how games end, and what is played in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from game.balance.contest import Outcome
from game.balance.interval import Figure, mean, share
from game.rules import BARGAIN, COLLAPSE
from game.scenario.model import Scenario

Aim = tuple[float, float]
"""Between which values a figure should lie."""

EVEN: Final[Aim] = (0.45, 0.55)
VERDICT: Final[Aim] = (0.12, 0.45)
DOOM: Final[Aim] = (0.03, 0.12)
CONTESTED: Final[Aim] = (0.50, 0.70)
CONSULTED: Final[Aim] = (0.0, 0.20)
USED: Final[Aim] = (0.05, 0.95)


@frozen
class MixFigure:
    """A figure, what it is about, and between which values it should lie, if it should."""

    about: str
    figure: Figure
    aim: Aim | None = None

    @property
    def within(self) -> bool:
        """Whether the value is where it should be."""
        return self.aim is None or self.aim[0] <= self.figure.value <= self.aim[1]


def mix(scenario: Scenario, outcomes: Sequence[Outcome]) -> Mapping[str, tuple[MixFigure, ...]]:
    """The figures of many matches, in groups."""
    return {
        "Sides": _sides(scenario, outcomes),
        "Endings": _endings(scenario, outcomes),
        "Turns": _turns(outcomes),
        "Motions tabled": _used(
            outcomes,
            [each.id for each in scenario.motions if not each.carried_at_start],
            [outcome.motions for outcome in outcomes],
        ),
        "Acts taken": _used(
            outcomes,
            [each.id for each in scenario.acts],
            [outcome.acts for outcome in outcomes],
        ),
        "Arguments played": _used(
            outcomes,
            [each.id for each in scenario.arguments],
            [outcome.arguments for outcome in outcomes],
        ),
    }


def _sides(scenario: Scenario, outcomes: Sequence[Outcome]) -> tuple[MixFigure, ...]:
    first, second = (side.short for side in scenario.sides)
    lines = [
        MixFigure(f"payoff of {name}", mean([outcome.payoffs[side] for outcome in outcomes]))
        for side, name in enumerate((first, second))
    ]
    lines += [
        MixFigure(
            f"final score of {name}",
            mean([each.final[side] for each in outcomes if each.verdict != COLLAPSE]),
        )
        for side, name in enumerate((first, second))
    ]
    both = sum(sum(outcome.payoffs) for outcome in outcomes)
    part = sum(outcome.payoffs[0] for outcome in outcomes) / both if both else 0.5
    apart = mean([outcome.payoffs[0] - part * sum(outcome.payoffs) for outcome in outcomes])
    each = both / len(outcomes) if both else 1.0
    reach = (apart.high - apart.value) / each
    bargains = [outcome for outcome in outcomes if outcome.verdict == BARGAIN]
    won = sum(
        1.0 if each.payoffs[0] > each.payoffs[1] else 0.5 * (each.payoffs[0] == each.payoffs[1])
        for each in bargains
    )
    lines.append(
        MixFigure(
            f"share of all payoff that {first} gets",
            Figure(part, part - reach, part + reach, len(outcomes)),
            EVEN,
        )
    )
    lines.append(MixFigure(f"laurels that {first} gets", share(won, len(bargains)), EVEN))
    return tuple(lines)


def _endings(scenario: Scenario, outcomes: Sequence[Outcome]) -> tuple[MixFigure, ...]:
    counted = Counter(outcome.verdict for outcome in outcomes)
    return tuple(
        MixFigure(name, share(counted[name], len(outcomes)), DOOM if name == COLLAPSE else VERDICT)
        for name in scenario.epilogues
    )


def _turns(outcomes: Sequence[Outcome]) -> tuple[MixFigure, ...]:
    turns = sum(outcome.turns for outcome in outcomes)
    tabled = sum(outcome.tabled for outcome in outcomes)
    return (
        MixFigure(
            "turns at home", share(sum(each.consulted for each in outcomes), turns), CONSULTED
        ),
        MixFigure(
            "motions argued about", share(sum(o.contested for o in outcomes), tabled), CONTESTED
        ),
        MixFigure("motions carried in a game", mean([len(each.carried) for each in outcomes])),
    )


def _used(
    outcomes: Sequence[Outcome], known: Sequence[str], used: Sequence[frozenset[str]]
) -> tuple[MixFigure, ...]:
    return tuple(
        MixFigure(name, share(sum(name in each for each in used), len(outcomes)), USED)
        for name in known
    )
