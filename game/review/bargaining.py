"""What two sides could agree on: the frontier of outcomes, and two ways to pick a point of it.

An outcome is a point: what it is worth to the one side and to the other. Lotteries between
outcomes are allowed, so that the set of what can be had is convex: the hull of the points. What a
side has if there is no agreement, the disagreement point, can always be had, too. In this game
that is the value of *frozen*, as the margins stand.

Everything is exact, in fractions, and does not depend on the order of the points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from game.value import frozen

Point = tuple[Fraction, Fraction]
"""What an outcome is worth to the first side and to the second."""


@frozen
class Agreement:
    """Where two sides could meet, by what each would have alone.

    Attributes:
        disagreement: what both have without an agreement.
        frontier: the corners of what nobody can better without harm to the other, the best for
            the second side first. Between two of them lie lotteries.
        nash: the point at which the product of both gains is largest (J. Nash, "The bargaining
            problem", 1950).
        kalai_smorodinsky: the point at which both have the same share of the most that each
            could gain (E. Kalai, M. Smorodinsky, "Other solutions to Nash's bargaining problem",
            1975).
    """

    disagreement: Point
    frontier: tuple[Point, ...]
    nash: Point
    kalai_smorodinsky: Point


@frozen
class Left:
    """How much more there was than a point has.

    Attributes:
        alone: per side the most that it could have had more, the other having no less.
        both: the most that both could have had more, each as much as the other.
    """

    alone: Point
    both: Fraction


def agreement(points: Iterable[Point], disagreement: Point) -> Agreement:
    """The frontier of what can be had, and the points that a fair judge would pick.

    The set is the convex hull of the points and of the disagreement point.

    Args:
        points: what can be reached.
        disagreement: what both have without an agreement.
    """
    corners = frontier((*points, disagreement))
    return Agreement(
        disagreement,
        corners,
        nash_point(corners, disagreement),
        kalai_smorodinsky_point(corners, disagreement),
    )


def frontier(points: Iterable[Point]) -> tuple[Point, ...]:
    """The corners of the Pareto frontier of the convex hull of points, the best for the second
    side first: from each to the next the first side gains and the second loses.

    Raises:
        ValueError: there are no points.

    >>> [tuple(map(int, each)) for each in frontier(_points((0, 4), (4, 0), (1, 1), (3, 3)))]
    [(0, 4), (3, 3), (4, 0)]
    """
    # From the right to the left, so that what is worth most to the first side comes first.
    found: list[Point] = []
    for point in sorted(set(points), reverse=True):
        if found and point[1] <= found[-1][1]:
            continue
        while len(found) > 1 and _turn(found[-2], found[-1], point) <= 0:
            found.pop()
        found.append(point)
    if not found:
        raise ValueError("there are no outcomes to choose from")
    return tuple(reversed(found))


def nash_point(points: Iterable[Point], disagreement: Point) -> Point:
    """The point of the convex hull, the disagreement point included, at which the product of both
    gains is largest. Where at most one side can gain, all that it can.
    """
    corners = _above(points, disagreement)
    best = corners[0]
    most = _product(best, disagreement)
    for one, other in pairwise(corners):
        point = _peak(one, other, disagreement)
        product = _product(point, disagreement)
        if product > most:
            best, most = point, product
    return best


def kalai_smorodinsky_point(points: Iterable[Point], disagreement: Point) -> Point:
    """The point of the frontier of the convex hull, the disagreement point included, at which both
    sides have the same share of the most that each could gain, the other losing nothing. Where at
    most one side can gain, all that it can.
    """
    corners = _above(points, disagreement)
    first, second = corners[-1][0] - disagreement[0], corners[0][1] - disagreement[1]
    for one, other in pairwise(corners):
        # How far a point lies to the side of the line from disagreement to the best for both.
        before = (one[0] - disagreement[0]) * second - (one[1] - disagreement[1]) * first
        after = (other[0] - disagreement[0]) * second - (other[1] - disagreement[1]) * first
        if before <= 0 <= after and before != after:
            return _between(one, other, -before / (after - before))
    return corners[0]


def left(points: Iterable[Point], reached: Point) -> Left:
    """How much more could be had than a point has.

    A point beyond the frontier leaves less than nothing for both together; alone, a side could
    never have had less than it has.

    Args:
        points: what can be reached. What has nothing to do with each other can be had by lot, and
            anything that can be had can be had with less.
        reached: the point.
    """
    corners = frontier(points)
    alone = (
        max(Fraction(0), _most(corners, reached[1]) - reached[0]),
        max(Fraction(0), _most(_mirrored(corners), reached[0]) - reached[1]),
    )
    return Left(alone, _both(corners, reached))


def _most(corners: Sequence[Point], least: Fraction) -> Fraction:
    """The most that the first side can have if the second has so much; if it cannot, what the
    first has where the second has most.
    """
    if least >= corners[0][1]:
        return corners[0][0]
    for one, other in pairwise(corners):
        if other[1] <= least <= one[1]:
            return _between(one, other, (one[1] - least) / (one[1] - other[1]))[0]
    return corners[-1][0]


def _mirrored(corners: Sequence[Point]) -> tuple[Point, ...]:
    """The same frontier with the sides exchanged."""
    return tuple((second, first) for first, second in reversed(corners))


def _both(corners: Sequence[Point], reached: Point) -> Fraction:
    """How far along the diagonal the frontier lies, with all that has less than it."""
    ahead = [(x - reached[0], y - reached[1]) for x, y in corners]
    # The last point of the diagonal below the frontier has less than some point of it: the worse
    # of both gains is largest where they are equal, or else in a corner.
    best = max(min(each) for each in ahead)
    for one, other in pairwise(ahead):
        before, after = one[0] - one[1], other[0] - other[1]
        if before < 0 < after:
            best = max(best, min(_between(one, other, -before / (after - before))))
    return best


def _above(points: Iterable[Point], disagreement: Point) -> tuple[Point, ...]:
    """The frontier as far as neither side has less than without an agreement."""
    corners = frontier((*points, disagreement))
    return tuple(_cut(_mirrored(_cut(_mirrored(corners), disagreement[0])), disagreement[1]))


def _cut(corners: Sequence[Point], least: Fraction) -> tuple[Point, ...]:
    """A frontier as far as the second side has so much."""
    kept: list[Point] = []
    for place, corner in enumerate(corners):
        if corner[1] >= least:
            kept.append(corner)
            continue
        if place and corners[place - 1][1] > least:
            one = corners[place - 1]
            kept.append(_between(one, corner, (one[1] - least) / (one[1] - corner[1])))
        break
    return tuple(kept)


def _peak(one: Point, other: Point, disagreement: Point) -> Point:
    """Where between two points the product of both gains is largest."""
    wide, deep = other[0] - one[0], one[1] - other[1]
    gain = (one[0] - disagreement[0], one[1] - disagreement[1])
    # The product along the way is a parabola, open below.
    share = (gain[1] * wide - gain[0] * deep) / (2 * wide * deep)
    return _between(one, other, min(max(share, Fraction(0)), Fraction(1)))


def _product(point: Point, disagreement: Point) -> Fraction:
    return (point[0] - disagreement[0]) * (point[1] - disagreement[1])


def _between(one: Point, other: Point, share: Fraction) -> Point:
    """The lottery that gives the other point with a chance, and else the one."""
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def _turn(one: Point, two: Point, three: Point) -> Fraction:
    """Above 0 if three points turn to the left."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _points(*pairs: tuple[int, int]) -> tuple[Point, ...]:
    """Points in whole numbers."""
    return tuple((Fraction(first), Fraction(second)) for first, second in pairs)
