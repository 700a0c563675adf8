"""A game so small that it can be solved, and its solution by backward induction."""

from __future__ import annotations

from functools import cache

from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, chances, legal, verdict
from game.scenario.doctrine import Doctrine, Maxim, Wish
from game.scenario.model import (
    Act,
    Argument,
    Attack,
    Collapse,
    Consult,
    Debate,
    Drift,
    Epilogue,
    Headline,
    Ladder,
    Motion,
    Objective,
    Payoff,
    Refusal,
    Scale,
    Scenario,
    Side,
    Source,
    Tier,
    Track,
)
from game.scenario.terms import Condition

LEFT, RIGHT = "left", "right"


def tiny(rounds: int = 2) -> Scenario:
    """Two motions, three arguments, two acts, three headlines, a round or two."""

    def side(name: str, threshold: int) -> Side:
        return Side(
            id=name,
            name=name,
            short=name,
            goal="points",
            goal_short="points",
            color="red",
            about="-",
            threshold=threshold,
            capital=Scale(3, 0, 6),
            score=Scale(0, -20, 20),
        )

    def track(name: str, start: int, collapse: Collapse | None = None) -> Track:
        return Track(name, name, "-", "-", start, 0, 5, collapse)

    def motion(name: str, tag: str, cost: int, left: int, right: int, fire: int) -> Motion:
        return Motion(
            name, name, name, "-", 1, (tag,), cost, {LEFT: left, RIGHT: right}, (), {"fire": fire}
        )

    return Scenario(
        format=1,
        id="tiny",
        title="Tiny",
        summary="-",
        opening="-",
        rounds=rounds,
        income=1,
        source=Source("-", "-"),
        sides=(side(LEFT, 5), side(RIGHT, 5)),
        tracks=(track("fire", 2, Collapse(5, "-")), track("calm", 2)),
        ladder=Ladder("calm", "fire", "none", "-", "-", (Tier("-", 0, 5),)),
        consult=Consult(2, 1),
        debate=Debate(3, -1, 2, Refusal(-1, {"calm": -1}), Refusal(-2, {"calm": -1}), 1, 1, -1),
        payoff=Payoff(0, 30, 80, 25, 55, 10, 2, 8),
        motions=(motion("well", "water", 2, 4, 3, -1), motion("wall", "stone", 3, 2, 7, 1)),
        arguments=(
            Argument("need", "need", "need", "-", (LEFT, RIGHT), ("water",), (), ()),
            Argument("law", "law", "law", "-", (LEFT, RIGHT), ("stone",), (), (Attack("need"),)),
            Argument("pride", "pride", "pride", "-", (RIGHT,), (), (), (Attack("law"),)),
        ),
        acts=(
            Act("raid", "raid", "-", LEFT, 1, 2, {"left_score": 3, "fire": 1}),
            Act("toll", "toll", "-", RIGHT, 1, 2, {"right_score": 2, "left_score": -1}),
        ),
        headlines=(
            Headline("spark", "-", "-", 2, flash=True, effects={"fire": 1}),
            Headline("rain", "-", "-", 1, effects={"fire": -1}),
            Headline("feast", "-", "-", 1, (Condition(track="calm", at_least=2),)),
        ),
        drifts=(Drift("dry", "-", (Condition(round="even"),), {"fire": 1}),),
        objectives=(
            Objective("quiet", LEFT, "-", (Condition(track="calm", at_least=2),), 1),
            Objective("cool", RIGHT, "-", (Condition(track="fire", at_most=2),), 2),
        ),
        epilogues={
            name: Epilogue("-", "-")
            for name in ("bargain", "frozen", "collapse", "left_alone", "right_alone")
        },
        doctrines=(Doctrine("idle", "Idle", "-", "-", (Maxim((Wish(),), "Why not?"),)),),
    )


class Solution:
    """What every position is worth if both sides play for their own payoff alone."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.worth = cache(self._worth)
        self.ties = 0

    @property
    def positions(self) -> int:
        """How many positions were solved."""
        return self.worth.cache_info().currsize

    def after(self, state: State, decision: Decision) -> tuple[float, float]:
        """What a decision is worth to both sides, in hundredths."""
        return self.worth(advance(self.book, state, decision))

    def _worth(self, state: State) -> tuple[float, float]:
        book = self.book
        if state.phase is Phase.END:
            first, second = verdict(book, state).payoffs
            return float(first), float(second)
        if state.side == NOBODY:
            deck = chances(book, state)
            total = sum(weight for _, weight in deck)
            parts = [(self.after(state, decision), weight) for decision, weight in deck]
            return (
                sum(worth[0] * weight for worth, weight in parts) / total,
                sum(worth[1] * weight for worth, weight in parts) / total,
            )
        side = state.side
        found = [self.after(state, decision) for decision in legal(book, state)]
        best = max(worth[side] for worth in found)
        equal = {worth for worth in found if worth[side] == best}
        self.ties += len(equal) > 1
        return max(equal)
