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
        count: from how many observations it comes; if there are none it says nothing.
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


def share(hits: float, count: float) -> Figure:
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
    return Figure(part, max(0.0, middle - reach), min(1.0, middle + reach), int(count))


def ratio(hits: Sequence[int], trials: Sequence[int]) -> Figure:
    """The share of hits among trials that come in games, where those of one game hang together.

    Wilson's interval, for as many trials as would say as much if each were independent
    (L. Kish, "Survey sampling", 1965). The count is that of games with a trial.

    >>> figure = ratio([1, 0, 2], [2, 2, 2])
    >>> figure.value, figure.count
    (0.5, 3)
    """
    games = sum(each > 0 for each in trials)
    total = sum(trials)
    if not total:
        return Figure(0.0, 0.0, 1.0, 0)
    part = sum(hits) / total
    apart = sum((hit - part * tries) ** 2 for hit, tries in zip(hits, trials, strict=True))
    variance = apart * games / max(1, games - 1) / total**2
    if variance > 0:
        size = min(max(part * (1 - part) / variance, 1.0), float(total))
    else:  # what never differs between games, and is never or always so, says nothing of a spread
        size = float(total if 0 < part < 1 else games)
    found = share(part * size, size)
    return Figure(part, found.low, found.high, games)


def quotient(tops: Sequence[float], bottoms: Sequence[float]) -> Figure:
    """The quotient of two sums over independent games, by linearisation.

    >>> figure = quotient([1.0, 1.0], [2.0, 2.0])
    >>> figure.value, figure.low, figure.high
    (0.5, 0.5, 0.5)
    """
    total = sum(bottoms)
    if not total:
        return Figure(0.0, 0.0, 0.0, 0)
    part = sum(tops) / total
    apart = mean([top - part * bottom for top, bottom in zip(tops, bottoms, strict=True)])
    reach = (apart.high - apart.value) * len(bottoms) / total
    return Figure(part, part - reach, part + reach, len(bottoms))


def jackknife(whole: float, without: Sequence[tuple[float, int]]) -> Figure:
    """An estimate freed of its first bias, from what it would be without each observation.

    Args:
        whole: the estimate from all observations.
        without: what it is without one, and of how many observations that is so
            (M. H. Quenouille, "Notes on bias in estimation", 1956).
    """
    count = sum(times for _, times in without)
    if count < 2:
        return Figure(0.0, 0.0, 0.0, 0)
    middle = sum(each * times for each, times in without) / count
    value = count * whole - (count - 1) * middle
    spread = sum(times * (each - middle) ** 2 for each, times in without)
    reach = Z * sqrt(spread * (count - 1) / count)
    return Figure(value, value - reach, value + reach, count)
