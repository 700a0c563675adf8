"""How hard opponents are: measured on matches, kept in a table that the game reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.balance.hardness import (
    BEGINNERS,
    BOUNDS,
    HardnessFound,
    hardness_found,
    hardness_series,
    table_text,
    with_found,
    word,
)
from game.balance.series import Seen
from game.interval import Figure
from game.opponents.hardness import Hardness, HardnessTable, hardness, table
from game.scenario.cast import FOLDER, MEASURED
from game.scenario.catalogue import shipped as shipped_folder
from tests.balance.made import made, shipped

NAMES = st.text(st.characters(codec="utf-8"), max_size=6)
WORDS = st.dictionaries(NAMES, st.sampled_from(Hardness), max_size=4)


def found(seat: str, *edges: float) -> HardnessFound:
    return HardnessFound(seat, tuple(Figure(each, each - 2, each + 2, 4) for each in edges), 16)


def test_the_less_a_beginner_gets_the_harder_it_is() -> None:
    """Each word begins at its bound, and the words are in their order."""
    assert [each for each, _ in BOUNDS] == list(Hardness)[:-1]
    for each, least in BOUNDS:
        assert word(least) is each
        assert word(least - 0.1) is list(Hardness)[list(Hardness).index(each) + 1]
    assert word(100) is Hardness.FIRST_GAME
    assert word(-100) is Hardness.VERY_HARD


def test_the_edge_is_that_of_both_beginners_from_both_sides() -> None:
    """A pair of matches on one seed is one observation, whoever sits where."""
    first = [
        Seen(made((10, 60), seats=("b", "a"), seed=seed), 0) if side == 0 else
        Seen(made((60, 30), seats=("a", "b"), seed=seed), 1)
        for seed in range(3)
        for side in (0, 1)
    ]  # fmt: skip
    second = [Seen(made((20, 20), seats=("c", "a"), seed=seed), 0) for seed in range(2)]
    measured = hardness_found(shipped(), "a", [first, second])
    assert [each.value for each in measured.edges] == [-40, 0]
    assert measured.edge.value == -20
    assert (measured.edge.count, measured.games) == (5, 8)
    for few in (second[:1], []):
        assert hardness_found(shipped(), "a", [first, few]).edge.count == 0


def test_every_beginner_plays_every_seat_from_both_sides() -> None:
    rows = hardness_series(["student", "random"])
    assert [each.seats for each in rows] == [
        (beginner, seat) for seat in ("student", "random") for beginner in BEGINNERS
    ]
    assert all(each.swap for each in rows)


@given(st.dictionaries(NAMES, WORDS, max_size=3))
def test_a_table_that_is_written_is_read_again(words: dict[str, dict[str, Hardness]]) -> None:
    """Whatever seats and scenarios are called, and measured seats with their figures."""
    known = with_found(HardnessTable(words), "x", [found("a b", -30, -20)], usual=False)
    assert table(table_text(known, "x", 4, 0)) == HardnessTable(
        {name: rows for name, rows in known.words.items() if rows}, known.figures
    )
    assert known.of("a b", "x") is Hardness.FAIR
    assert known.figures["x"]["a b"]["n"] == 16
    assert known.figures["x"]["a b"]["edge"] == -25


def test_what_holds_in_one_scenario_goes_before_what_holds_everywhere() -> None:
    """And nobody loses a word because somebody else was measured."""
    known = HardnessTable({"": {"a": Hardness.HARD, "b": Hardness.EASY}})
    usual = with_found(known, "main", [found("a", -12, -12)], usual=True)
    nothing = Figure(0.0, 0.0, 0.0, 0)
    unseen = HardnessFound("b", (nothing, nothing), 0)
    own = with_found(usual, "far", [found("a", 0, 0), unseen], usual=False)
    assert own.of("a") is own.of("a", "elsewhere") is Hardness.EASY
    assert own.of("a", "far") is Hardness.FIRST_GAME
    assert own.of("b", "far") is Hardness.EASY
    assert set(own.figures) == {"main", "far"}
    assert own.of("nobody") is None


def test_the_table_that_ships_can_be_read_and_says_how_often_each_was_measured() -> None:
    text = (shipped_folder("scenarios") / FOLDER / f"{MEASURED}.toml").read_text(encoding="utf-8")
    known = table(text)
    assert known.of("student") is hardness("student")
    for rows in known.figures.values():
        assert all(
            row["n"] > 0 and row["low"] <= row["edge"] <= row["high"] for row in rows.values()
        )


@pytest.mark.parametrize("text", ["figures = 1", "[figures]\na = 1", "[scenarios.x]\na = 1", "\0"])
def test_a_table_with_faults_is_passed_over(text: str) -> None:
    assert not table(text).words
    assert not any(table(text).figures.values())
