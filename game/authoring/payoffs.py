"""Checks of what the endings are worth."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.reading.finding import Finding


def payoffs(scenario: Scenario) -> Iterator[Finding]:
    """What is odd about the payoffs: an end that somebody would want and should not."""
    payoff = scenario.payoff
    least = min(payoff.frozen, payoff.left_behind) - payoff.margin * payoff.margin_cap
    worst = min(least, payoff.alone, payoff.bargain)
    if payoff.thaw_within:
        worst = min(worst, payoff.thaw - payoff.margin * min(payoff.margin_cap, payoff.thaw_within))
        if payoff.thaw <= payoff.frozen:
            yield Finding(
                ("payoff", "thaw"),
                "thaw-pays-less",
                f"A thaw is worth {payoff.thaw}, and a frozen end {payoff.frozen}.",
                "Let it be worth more to come near than to stay away.",
            )
    elif "thaw" in scenario.epilogues:
        yield Finding(
            ("epilogues", "thaw"),
            "epilogue-never",
            "There is no thaw, so that its epilogue is never told.",
            "Write in payoff with thaw_within how near both sides have to come.",
        )
    if payoff.collapse >= worst:
        yield Finding(
            ("payoff", "collapse"),
            "collapse-pays",
            f"A collapse is worth {payoff.collapse}, and the worst other ending {worst}.",
            "Let collapse be worth less than every other ending, or somebody will want it.",
        )
