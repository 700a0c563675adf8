"""Playing on from a position quickly: a cheap policy, for what would mostly come of it."""

from __future__ import annotations

from math import exp
from typing import Final

from game.opponents.search.evaluation import Evaluate, Evaluation
from game.opponents.search.quiet import Quiet
from game.rules import Decision, Rulebook, State, advance

QUICK: Final = "quick"
"""What the policy is called."""

WARMTH: Final = 1.0
"""A decision that is worth so many hundredths less is taken about a third as often."""


class QuickPolicy:
    """Both sides take what the evaluation likes for them at the first look, and now and then
    something that it likes nearly as much. Nobody looks further ahead.

    Args:
        book: the rules.
    """

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._judge: Evaluate = Quiet(book, Evaluation(book))

    def __call__(self, state: State, options: tuple[Decision, ...], number: float) -> Decision:
        """One of the decisions, by a number from 0 to less than 1."""
        if len(options) == 1:
            return options[0]
        book, side, judge = self.book, state.side, self._judge
        # How a motion is backed hardly changes what it is worth: it counts as one decision.
        ways: dict[tuple[str, int, int], list[Decision]] = {}
        for each in options:
            against = book.argument_contradicts[each.backing] if each.backing >= 0 else 0
            ways.setdefault((each.kind.value, each.subject, against), []).append(each)
        worths = [judge(advance(book, state, same[0]))[side] for same in ways.values()]
        best = max(worths)
        weights = [exp((worth - best) / WARMTH) for worth in worths]
        left = number * sum(weights)
        for weight, same in zip(weights, ways.values(), strict=True):
            if left < weight:
                return same[min(int(left / weight * len(same)), len(same) - 1)]
            left -= weight
        return options[-1]
