"""How many decisions a side may have at a time is counted, and the author is warned of too many."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.check import MANY, findings
from game.authoring.reach import Reach
from game.opponents.search.search_tree import WIDE
from game.rules import NOBODY, Rulebook, advance, legal, start
from game.scenario import load, parse
from game.scenario.catalogue import ids
from tests.opponents.large import large
from tests.scenario.documents import valid
from tests.scenario.pen import write


@given(st.builds(Random, st.integers(0, 2**32 - 1)))
@settings(max_examples=30)
def test_no_position_has_more_decisions_than_were_counted(random: Random) -> None:
    """In any scenario, in any game of it, answers to a headline or to a motion included."""
    scenario = parse(write(random, valid(random)).text, "a.toml")
    book, reach = Rulebook(scenario), Reach(scenario)
    most = [reach.decisions(side) for side in reach.sides]
    held = [len([each for each in scenario.arguments if s in each.held_by]) for s in reach.sides]
    state = start(book)
    while options := legal(book, state):
        if state.side != NOBODY:
            assert len(options) <= max(most[state.side], held[state.side] + 2)
        state = advance(book, state, random.choice(options))


@pytest.mark.parametrize("size", [60, 200])
def test_a_scenario_with_thousands_of_decisions_is_pointed_out(size: int) -> None:
    """Where its motions begin, once for each side that has so many."""
    scenario = large(size)
    found = [each for each in findings(scenario) if each.code == "many-decisions"]
    assert [each.path for each in found] == [("motions",)] * 2
    book = Rulebook(scenario)
    state = advance(book, start(book), legal(book, start(book))[0])
    told = int("".join(filter(str.isdigit, found[state.side].message)))
    assert MANY < len(legal(book, state)) <= told


@pytest.mark.parametrize("name", ids())
def test_the_scenarios_that_come_with_the_game_stay_far_below(name: str) -> None:
    reach = Reach(load(name))
    assert all(reach.decisions(side) < MANY // 4 for side in reach.sides)


def test_the_warning_begins_where_a_search_no_longer_looks_at_all() -> None:
    assert MANY == WIDE
