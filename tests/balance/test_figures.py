"""The figures of the balance reports, from numbers made up for the purpose."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance.contest import Contest, Outcome
from game.balance.duel import judge
from game.balance.fit import ridge
from game.balance.interval import mean, share
from game.balance.mix import mix
from game.balance.page import duels, figures, table
from tests.books import shipped

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


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Of many experiments with a known share about 95 in 100 give an interval that holds it."""
    dice = random.Random(1)
    held = 0
    for _ in range(400):
        figure = share(sum(dice.random() < 0.3 for _ in range(80)), 80)
        held += figure.low <= 0.3 <= figure.high
    assert 0.92 < held / 400 < 0.98


def test_intervals_of_nothing_say_nothing() -> None:
    assert (share(0, 0).low, share(0, 0).high) == (0, 1)
    assert mean([]).count == 0


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


def outcome(payoffs: tuple[int, int], verdict: str = "frozen", **more: object) -> Outcome:
    given: dict[str, object] = {
        "contest": Contest(("a", "b"), 1),
        "verdict": verdict,
        "payoffs": payoffs,
        "final": (10, 12),
        "turns": 20,
        "consulted": 3,
        "tabled": 10,
        "contested": 6,
        "motions": frozenset({"train"}),
        "carried": frozenset({"train"}),
        "acts": frozenset(),
        "arguments": frozenset({"law"}),
    }
    return Outcome(**{**given, **more})  # type: ignore[arg-type]  # a table of all fields


def test_a_duel_is_told_from_both_sides() -> None:
    """The first of the two sits on the first side, then on the second."""
    duel = judge(("x", "y"), [outcome((60, 20)), outcome((10, 30))] * 8)
    assert duel.own.value == 45
    assert duel.other.value == 15
    assert duel.edge.value == 30
    assert duel.lead.value == 1
    assert duel.beats
    assert "ahead" in duels([duel])


def test_a_tie_is_half_a_lead_and_beats_nobody() -> None:
    duel = judge(("x", "y"), [outcome((20, 20))] * 10)
    assert (duel.lead.value, duel.edge.value, duel.beats) == (0.5, 0, False)


def test_the_mix_tells_what_is_outside_its_aim() -> None:
    outcomes = [outcome((60, 40), "bargain"), outcome((20, 20)), outcome((0, 0), "collapse")] * 10
    groups = mix(shipped(), outcomes)
    lines = {line.about: line for group in groups.values() for line in group}
    assert lines["bargain"].figure.value == pytest.approx(1 / 3)
    assert lines["bargain"].within
    assert not lines["us_alone"].within
    assert not lines["collapse"].within
    assert lines["turns at home"].figure.value == pytest.approx(0.15)
    assert lines["motions argued about"].within
    assert not lines["train"].within
    assert lines["share of all payoff that US gets"].figure.value == pytest.approx(80 / 140)
    said = figures(groups)
    assert said.count("outside") == sum(not line.within for line in lines.values())


def test_columns_stand_under_each_other() -> None:
    said = table([["", "one"], ["long", "2"]])
    assert said == "     one\nlong   2"
