"""The engine against a second interpreter, decision by decision."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import Rulebook, State, advance, chances, legal, start, verdict
from game.scenario.model import Scenario
from tests.books import rulebook, shipped, two_towns
from tests.examples import number
from tests.rules.games import TASTES, game, other_numbers, other_start
from tests.rules.naive import Naive
from tests.rules.strategies import made, many
from tests.rules.toggles import other_rules
from tests.rules.views import engine_view, naive_view, set_up

EACH = number(25)
"""Games of each start and taste: six hundred in all in the suite."""

STARTS = ("standard", "easy", "anywhere", "other numbers")
LATER = ("other rules", "two towns")
"""Starts with the rules of version 4: at random on the scenario, and a small one of all of them."""


def begun(origin: str, seed: int) -> tuple[Scenario, str | None]:
    """A scenario and variant to play."""
    if origin == "anywhere":
        return other_start(shipped(), seed), "other"
    if origin == "other numbers":
        return other_numbers(shipped(), seed), None
    if origin == "other rules":
        return other_rules(shipped(), seed), None
    if origin == "two towns":
        return two_towns(), None
    return shipped(), None if origin == "standard" else origin


@pytest.mark.parametrize("taste", TASTES)
@pytest.mark.parametrize("origin", [*STARTS, *LATER])
def test_a_plain_reading_of_the_scenario_agrees(origin: str, taste: str) -> None:
    """In whole random games both readings offer the same, do the same and judge the same."""
    for seed in range(EACH):
        scenario, variant = begun(origin, seed)
        compare(Rulebook(scenario, variant), Naive(scenario, variant), seed, taste)


def test_the_compared_games_see_the_whole_scenario() -> None:
    """They table every motion, play every argument, take every act, draw every headline, and end
    in every way that there is.
    """
    missing = {text.split("/")[0] for text in rulebook().decisions} | set(shipped().epilogues)
    missing -= {f"table:{each.id}" for each in shipped().motions if each.carried_at_start}
    for seed, origin, taste in product(range(EACH), STARTS, TASTES):
        book = Rulebook(*begun(origin, seed))
        whole = list(game(book, seed, taste))
        missing -= {decision.text.split("/")[0] for _, decision, _ in whole}
        missing.discard(verdict(book, whole[-1][2]).name)
        if not missing:
            return
    assert missing == set()


def compare(book: Rulebook, naive: Naive, seed: int, taste: str) -> None:
    """Play one game on both."""
    played: list[str] = []
    state = start(book)
    for before, decision, after in game(book, seed, taste):
        where = f"seed {seed}, {taste}, after {played}"
        assert engine_view(book, before) == naive_view(naive), where
        weights = {each.text: weight for each, weight in chances(book, before)}
        if naive.phase == "DRAW":
            assert weights == naive.chances(), where
        played.append(decision.text)
        naive.decide(decision.text)
        state = after
    assert engine_view(book, state) == naive_view(naive), f"seed {seed}, {taste}, after {played}"
    end = verdict(book, state)
    margins = None if end.margins is None else list(end.margins)
    assert (end.name, list(end.final), margins, list(end.payoffs)) == naive.verdict()
    assert list(end.collapsed) == naive.over()


@many
@given(position=made(), data=st.data())
def test_a_plain_reading_agrees_on_positions_no_game_may_reach(
    book: Rulebook, position: State, data: st.DataObject
) -> None:
    """Set up on the same position, both readings offer the same, and one decision leads both to
    the same next.
    """
    naive = set_up(book, position)
    assert engine_view(book, position) == naive_view(naive)
    decision = data.draw(st.sampled_from(legal(book, position)))
    after = advance(book, position, decision)
    naive.decide(decision.text)
    assert engine_view(book, after) == naive_view(naive)
