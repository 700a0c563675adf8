"""Figures with the interval in which the true value lies 95 times out of 100."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Final

from attrs import frozen

Z: Final = 1.959964
"""The normal deviate that 95 % lie within."""


@frozen
class Figure:
    """An estimate.

    Attributes:
        value: the estimate itself.
        low: the lower end of its interval.
        high: the upper end.
        count: from how many observations it comes.
    """

    value: float
    low: float
    high: float
    count: int


def mean(values: Sequence[float]) -> Figure:
    """The mean of independent observations, by the normal approximation.

    >>> figure = mean([1.0, 2.0, 3.0, 4.0])
    >>> figure.value, round(figure.low, 2), round(figure.high, 2)
    (2.5, 1.23, 3.77)
    """
    count = len(values)
    if not count:
        return Figure(0.0, 0.0, 0.0, 0)
    middle = sum(values) / count
    spread = sum((value - middle) ** 2 for value in values) / max(1, count - 1)
    reach = Z * sqrt(spread / count)
    return Figure(middle, middle - reach, middle + reach, count)


def share(hits: float, count: int) -> Figure:
    """The share of hits among independent trials (E. B. Wilson, "Probable inference", 1927).

    >>> figure = share(50, 100)
    >>> figure.value, round(figure.low, 3), round(figure.high, 3)
    (0.5, 0.404, 0.596)
    """
    if not count:
        return Figure(0.0, 0.0, 1.0, 0)
    part = hits / count
    scale = 1 + Z * Z / count
    middle = (part + Z * Z / (2 * count)) / scale
    reach = Z * sqrt(part * (1 - part) / count + Z * Z / (4 * count * count)) / scale
    return Figure(part, max(0.0, middle - reach), min(1.0, middle + reach), count)
