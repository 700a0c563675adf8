"""Figures and their intervals, from numbers made up for the purpose."""

from __future__ import annotations

import random
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance.duel import judge
from game.balance.fit import ridge
from game.balance.sequential import above, differs
from game.balance.variety import distance, entropy, entropy_within
from game.export.balance.tables import duel_table
from game.export.balance.text import columns
from game.interval import mean, ratio, share
from tests.balance.made import made

NUMBERS = st.floats(-100, 100)


@given(st.lists(NUMBERS, min_size=1, max_size=50))
def test_a_mean_lies_within_its_interval(values: list[float]) -> None:
    figure = mean(values)
    assert figure.low <= figure.value + 1e-9
    assert figure.value <= figure.high + 1e-9
    assert min(values) - 1e-6 <= figure.value <= max(values) + 1e-6


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_within_its_interval(hits: int, more: int) -> None:
    figure = share(hits, hits + more)
    assert 0 <= figure.low <= figure.value + 1e-9
    assert figure.value <= figure.high + 1e-9 <= 1 + 1e-8


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=40))
def test_a_ratio_lies_within_its_interval(pairs: list[tuple[int, int]]) -> None:
    figure = ratio([hits for hits, _ in pairs], [hits + rest for hits, rest in pairs])
    assert 0 <= figure.low <= figure.value + 1e-9
    assert figure.value <= figure.high + 1e-9 <= 1 + 1e-8


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Of many experiments with a known share about 95 in 100 give an interval that holds it."""
    dice = random.Random(1)
    held = 0
    for _ in range(400):
        figure = share(sum(dice.random() < 0.3 for _ in range(80)), 80)
        held += figure.low <= 0.3 <= figure.high
    assert 0.92 < held / 400 < 0.98


def test_trials_that_hang_together_count_for_less() -> None:
    """Ten games in which all ten go the same way say as much as ten trials, not a hundred."""
    apart = ratio([5] * 10, [10] * 10)
    together = ratio([10, 0] * 5, [10] * 10)
    assert together.high - together.low > 0.5 > apart.high - apart.low


def test_intervals_of_nothing_say_nothing() -> None:
    assert (share(0, 0).low, share(0, 0).high) == (0, 1)
    for figure in (mean([]), ratio([], []), entropy([]), distance([])):
        assert figure.count == 0


def test_entropy_is_that_of_the_source() -> None:
    """Few observations of many things show too little of it; the jackknife gives most back."""
    dice = random.Random(2)
    sample = [int(dice.random() * 16) for _ in range(60)]
    plain = -sum(sample.count(each) / 60 * log2(sample.count(each) / 60) for each in set(sample))
    found = entropy(sample)
    assert abs(found.value - 4) < abs(plain - 4)
    assert found.low <= 4 <= found.high
    told = entropy_within([(each % 4, each) for each in sample])
    assert abs(told.value - 2) < 0.4


def test_distance_is_that_between_pairs() -> None:
    """Half of what two of the sets hold is common, nothing of the third."""
    found = distance([frozenset("ab"), frozenset("bc"), frozenset("xy")])
    assert found.value == pytest.approx((2 / 3 + 1 + 1) / 3)


@pytest.mark.parametrize("true", [0.0, 5.0])
def test_a_sequential_test_errs_as_seldom_as_it_says(true: float) -> None:
    """Of two hundred tests at either mean about ten give the wrong answer, and they save games."""
    dice = random.Random(3)
    wrong, used = 0, 0
    for _ in range(200):
        found = above([dice.gauss(true, 25) for _ in range(400)], 5, 100, 400)
        wrong += found.answer == ("fails" if true else "holds")
        used += found.used
    assert wrong <= 14
    assert used < 200 * 400 * 0.6


def test_a_sequential_test_is_slow_to_believe_that_nothing_ever_happens() -> None:
    """Who is ahead once in twelve games by much is ahead; eight games of nothing do not tell."""
    assert above([0.0] * 20, 5, 100, 400).answer == "undecided"
    assert above([0.0] * 400, 5, 100, 400).answer == "fails"
    assert above([40.0, 20.0] * 8, 5, 100, 400).answer == "holds"


@given(st.lists(st.floats(-1, 1), max_size=60), st.integers(0, 60))
def test_a_sequential_test_says_the_same_however_much_more_was_played(
    values: list[float], more: int
) -> None:
    found = differs(values, 0.1, 1.0, 200)
    if found.answer != "undecided":
        assert differs(values + [0.9] * more, 0.1, 1.0, 200) == found


@given(
    st.lists(st.tuples(NUMBERS, NUMBERS), min_size=8, max_size=30),
    st.lists(NUMBERS, min_size=3, max_size=3),
)
def test_the_fit_finds_the_weights_that_were_there(
    points: list[tuple[float, float]], weights: list[float]
) -> None:
    rows = [[1.0, x, y * y / 10] for x, y in points]
    aims = [sum(w * sign for w, sign in zip(weights, row, strict=True)) for row in rows]
    found = ridge(rows, aims, 1e-9)
    for row, aim in zip(rows, aims, strict=True):
        assert sum(w * s for w, s in zip(found, row, strict=True)) == pytest.approx(aim, abs=0.1)


def test_a_duel_is_told_from_both_sides() -> None:
    """The first of the two sits on the first side, then on the second."""
    duel = judge(("x", "y"), [made((60, 20)), made((10, 30))] * 8)
    assert duel.own.value == 45
    assert duel.other.value == 15
    assert duel.edge.value == 30
    assert duel.lead.value == 1
    assert duel.beats
    assert "x against y" in duel_table([duel])


def test_a_tie_is_half_a_lead_and_beats_nobody() -> None:
    duel = judge(("x", "y"), [made((20, 20))] * 10)
    assert (duel.lead.value, duel.edge.value, duel.beats) == (0.5, 0, False)


def test_columns_stand_under_each_other() -> None:
    assert columns([("", "one"), ("long", "2")]) == ["      one", "long  2"]
