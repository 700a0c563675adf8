"""Two sides share what there is as the axioms ask, and no lottery of outcomes is better."""

from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.review.bargaining import (
    Point,
    agreement,
    frontier,
    kalai_smorodinsky_point,
    left,
    nash_point,
)

Points = list[Point]

whole = st.integers(-12, 12).map(Fraction)
points = st.tuples(whole, whole)
several = st.lists(points, min_size=1, max_size=6)
scales = st.tuples(
    st.fractions(Fraction(1, 5), 5, max_denominator=7),
    st.integers(-9, 9),
    st.fractions(Fraction(1, 5), 5, max_denominator=7),
    st.integers(-9, 9),
)
SHARES = [Fraction(number, 24) for number in range(25)]


def lotteries(outcomes: Points) -> Points:
    """Many lotteries, among them all outcomes; two outcomes reach every edge of the hull."""
    found = list(outcomes)
    for one, other in combinations(outcomes, 2):
        found += [
            (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
            for share in SHARES
        ]
    return found


def swapped(point: Point) -> Point:
    return point[1], point[0]


def is_beaten(point: Point, other: Point) -> bool:
    """Whether another point is at least as good for both, and better for one."""
    return other[0] >= point[0] and other[1] >= point[1] and other != point


def cross(one: Point, two: Point, three: Point) -> Fraction:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def is_in(point: Point, outcomes: Points) -> bool:
    """Whether a point is a lottery of outcomes (Carathéodory: of three of them)."""
    if point in outcomes:
        return True
    for one, other in combinations(outcomes, 2):
        if cross(one, other, point) == 0 and min(one, other) <= point <= max(one, other):
            return True
    for three in combinations(outcomes, 3):
        turns = [cross(three[at], three[(at + 1) % 3], point) for at in range(3)]
        if any(turns) and (all(turn >= 0 for turn in turns) or all(turn <= 0 for turn in turns)):
            return bool(cross(*three))
    return False


@given(several)
def test_nothing_betters_the_frontier_and_nothing_else_is_on_it(outcomes: Points) -> None:
    """Its corners are outcomes, none of them is of no use, and what lies between is beaten by no
    lottery; each other lottery is on it or below it.
    """
    corners = frontier(outcomes)
    every = lotteries(outcomes)
    assert set(corners) <= set(outcomes)
    for one, other in pairwise(corners):
        assert one[0] < other[0]
        assert one[1] > other[1]
        for point in lotteries([one, other]):
            assert not any(is_beaten(point, better) for better in every)
    for three in zip(corners, corners[1:], corners[2:], strict=False):
        assert cross(*three) < 0
    for point in every:
        assert not any(is_beaten(corner, point) for corner in corners)
        assert left(outcomes, point).both >= 0


@given(several, points)
def test_both_points_are_had_by_lottery_and_are_beaten_by_none(
    outcomes: Points, disagreement: Point
) -> None:
    """Pareto optimality, and nobody has less than without an agreement."""
    every = [*outcomes, disagreement]
    found = agreement(outcomes, disagreement)
    for point in (found.nash, found.kalai_smorodinsky):
        assert is_in(point, every)
        assert point[0] >= disagreement[0]
        assert point[1] >= disagreement[1]
        assert not any(is_beaten(point, other) for other in lotteries(every))


@given(several, points)
def test_no_lottery_has_a_larger_product_of_gains(outcomes: Points, disagreement: Point) -> None:
    """The Nash point by its definition, against every lottery of two outcomes."""
    found = nash_point(outcomes, disagreement)
    most = (found[0] - disagreement[0]) * (found[1] - disagreement[1])
    for point in lotteries([*outcomes, disagreement]):
        gains = point[0] - disagreement[0], point[1] - disagreement[1]
        assert min(gains) < 0 or gains[0] * gains[1] <= most


@given(several, points)
def test_both_have_the_same_share_of_the_most_that_each_could_gain(
    outcomes: Points, disagreement: Point
) -> None:
    """The Kalai-Smorodinsky point by its definition."""
    every = lotteries([*outcomes, disagreement])
    fair = [each for each in every if each[0] >= disagreement[0] and each[1] >= disagreement[1]]
    found = kalai_smorodinsky_point(outcomes, disagreement)
    gains = found[0] - disagreement[0], found[1] - disagreement[1]
    floor = left([*outcomes, disagreement], disagreement).alone
    assert all(each[0] - disagreement[0] <= floor[0] for each in fair)
    assert all(each[1] - disagreement[1] <= floor[1] for each in fair)
    assert gains[0] * floor[1] == gains[1] * floor[0] or 0 in floor


@given(several, points)
def test_whose_name_is_first_does_not_matter(outcomes: Points, disagreement: Point) -> None:
    """Symmetry: with the sides exchanged the points are exchanged."""
    found = agreement(outcomes, disagreement)
    other = agreement(map(swapped, outcomes), swapped(disagreement))
    assert other.nash == swapped(found.nash)
    assert other.kalai_smorodinsky == swapped(found.kalai_smorodinsky)
    assert other.frontier == tuple(map(swapped, reversed(found.frontier)))


@given(several, points, scales)
def test_how_a_side_counts_does_not_matter(
    outcomes: Points, disagreement: Point, scale: tuple[Fraction, int, Fraction, int]
) -> None:
    """Scale invariance: in other units, and from another zero, it is the same point."""

    def counted(point: Point) -> Point:
        return point[0] * scale[0] + scale[1], point[1] * scale[2] + scale[3]

    found = agreement(outcomes, disagreement)
    other = agreement(map(counted, outcomes), counted(disagreement))
    assert other.nash == counted(found.nash)
    assert other.kalai_smorodinsky == counted(found.kalai_smorodinsky)


@given(several, points, st.data())
def test_what_nobody_would_take_does_not_matter_to_the_nash_point(
    outcomes: Points, disagreement: Point, data: st.DataObject
) -> None:
    """Independence of irrelevant alternatives: of less, with the point still there, the same."""
    found = nash_point(outcomes, disagreement)
    kept = data.draw(st.lists(st.sampled_from(outcomes), max_size=5))
    assert nash_point([*kept, found], disagreement) == found


@given(several, several, points)
def test_whoever_could_gain_more_does_not_end_with_less(
    outcomes: Points, more: Points, disagreement: Point
) -> None:
    """Individual monotonicity of the Kalai-Smorodinsky point: the set grows, but not what the one
    side could gain at most; then the other side has no less.
    """

    def could(which: Points) -> Point:
        return left([*which, disagreement], disagreement).alone

    grown = [*outcomes, *more]
    before, after = could(outcomes), could(grown)
    one = kalai_smorodinsky_point(outcomes, disagreement)
    other = kalai_smorodinsky_point(grown, disagreement)
    for side in (0, 1):
        # Where one side cannot gain at all there is no share of it.
        if before[side] == after[side] and before[side]:
            assert other[1 - side] >= one[1 - side]


@given(several, points)
def test_what_was_left_could_be_had_and_no_more(outcomes: Points, reached: Point) -> None:
    """With what is left a point lies on the frontier, or below one of its points; and no lottery
    gives more.
    """
    found = left(outcomes, reached)
    edge = lotteries(list(frontier(outcomes)))
    for point in lotteries(outcomes):
        gains = point[0] - reached[0], point[1] - reached[1]
        assert min(gains) <= found.both
        for side in (0, 1):
            assert gains[1 - side] < 0 or gains[side] <= found.alone[side]
    diagonal = reached[0] + found.both, reached[1] + found.both
    assert not any(each[0] > diagonal[0] and each[1] > diagonal[1] for each in edge)


def test_an_even_cake_is_cut_in_the_middle() -> None:
    """Of two outcomes, each all for one side, the lot decides; the frontier is a line."""
    cake = [(Fraction(0), Fraction(10)), (Fraction(10), Fraction(0))]
    found = agreement(cake, (Fraction(0), Fraction(0)))
    assert found.nash == found.kalai_smorodinsky == (Fraction(5), Fraction(5))
    assert found.frontier == tuple(cake)
    assert left(cake, (Fraction(2), Fraction(3))).both == Fraction(5, 2)


def test_the_two_points_differ_where_the_cake_is_cut_off() -> None:
    """The second side can have at most half: only for Kalai and Smorodinsky that matters."""
    cake = [(Fraction(5), Fraction(5)), (Fraction(10), Fraction(0)), (Fraction(0), Fraction(5))]
    found = agreement(cake, (Fraction(0), Fraction(0)))
    assert found.nash == (Fraction(5), Fraction(5))
    assert found.kalai_smorodinsky == (Fraction(20, 3), Fraction(10, 3))


def test_without_outcomes_there_is_no_frontier() -> None:
    with pytest.raises(ValueError, match="no outcomes"):
        frontier([])
