"""Between what any ending of a game is worth to a side."""

from __future__ import annotations

from game.scenario import Scenario


def payoff_range(scenario: Scenario) -> tuple[int, int]:
    """The least and the most that an ending can be worth to a side, in hundredths.

    >>> from game.scenario import load
    >>> payoff_range(load("shared-enemy"))
    (0, 105)
    """
    payoff = scenario.payoff
    margin = payoff.margin * payoff.margin_cap
    missed = [payoff.frozen, payoff.left_behind, *([payoff.thaw] if payoff.thaw_within else [])]
    reached = payoff.alone, payoff.bargain + payoff.laurels
    return min(payoff.collapse, min(missed) - margin), max(reached) + margin
