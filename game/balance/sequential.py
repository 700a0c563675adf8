"""Stopping as soon as enough is known: a sequential test of a mean.

The generalised log-likelihood ratio of the best mean on one side against the best on the other,
where the spread is not known beforehand (A. Wald, "Sequential tests of statistical hypotheses",
1945; as chess engines are tested, on pairs of games from both sides). It is looked at after each
observation in their order, so that what it says does not depend on how many are played at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, log
from typing import Final, Literal

from game.value import frozen

Answer = Literal["holds", "fails", "undecided"]

RISK: Final = 0.05
"""How often each answer may be wrong."""

LEAST: Final = 8
"""Fewer observations say too little about the spread."""

BOUND: Final = log((1 - RISK) / RISK) + 1
"""How large the ratio must be. The best means are chosen after the observations were seen, which
errs a little more often than Wald's bound allows; with 1 more it keeps what it says.
"""


@frozen
class Sequential:
    """What a sequential test says.

    Attributes:
        answer: ``holds`` if the mean is as far off 0 as was asked, ``fails`` if it is not,
            ``undecided`` if there were too few observations.
        used: how many observations it took.
        most: how many there could have been.
    """

    answer: Answer
    used: int
    most: int

    @property
    def saved(self) -> int:
        """How many observations were not needed."""
        return self.most - self.used


def above(values: Sequence[float], edge: float, full: float, most: int) -> Sequential:
    """Whether a mean is ``edge`` or more, rather than 0 or less.

    Args:
        values: the observations, in their order.
        edge: the least mean that matters.
        full: how large an observation can be. Who is ``edge`` better may be so by being much
            better now and then, so that many observations of 0 are needed to know that it is not.
        most: so many observations at the most.

    >>> above([25.0, 35.0] * 20, 5.0, 100.0, 100).answer
    'holds'
    """
    return _test(values, edge, full, most, both=False)


def differs(values: Sequence[float], edge: float, full: float, most: int) -> Sequential:
    """Whether a mean is ``edge`` or more away from 0, on either side. Arguments as in ``above``.

    >>> differs([0.0] * 200, 0.1, 1.0, 200).answer
    'fails'
    """
    return _test(values, edge, full, most, both=True)


def _test(
    values: Sequence[float], edge: float, full: float, most: int, *, both: bool
) -> Sequential:
    total = squares = 0.0
    rare = edge * max(full - edge, edge)
    upper = BOUND + (log(2) if both else 0)
    for count, value in enumerate(values[:most], 1):
        total += value
        squares += value * value
        if count < LEAST:
            continue
        middle = total / count
        spread = max(squares / count - middle * middle, rare)
        if both:
            low, high = 0.0, copysign(max(abs(middle), edge), middle)
        else:
            low, high = min(middle, 0.0), max(middle, edge)
        ratio = count / 2 * log((spread + (middle - low) ** 2) / (spread + (middle - high) ** 2))
        if ratio >= upper:
            return Sequential("holds", count, most)
        if ratio <= -BOUND:
            return Sequential("fails", count, most)
    return Sequential("undecided", min(len(values), most), most)
