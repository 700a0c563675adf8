"""A search looks at a bounded number of decisions, however many a scenario offers."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents.search import LEVELS, Evaluation, Quiet, SearchSeat, SearchTree
from game.opponents.search.analysis import branches
from game.opponents.search.narrow import narrow
from game.opponents.search.search_tree import GLANCES, WIDE, WIDTH
from game.opponents.search.task import TREES, Progress, Task
from game.opponents.search.think import LOOKS, SPARE, STEP, SearchCache, grow
from game.rules import Decision, Kind, Phase, Rulebook, State, advance, legal, start
from game.scenario import load
from tests.opponents.games import positions
from tests.opponents.large import large

BOOK = Rulebook(large(120))

SHIPPED = ("shared-enemy", "paris-thaw", "glass-ceiling", "helsinki-1975")


def opening(book: Rulebook) -> State:
    state = start(book)
    while state.phase is not Phase.TURN:
        state = advance(book, state, legal(book, state)[0])
    return state


@st.composite
def listings(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Decisions as a turn lists them: motions with their backings, acts, and consulting."""
    backings = draw(st.lists(st.integers(1, 9), max_size=30))
    acts = draw(st.integers(0, 20))
    found = [
        Decision(f"table:{motion}/{backing}", Kind.TABLE, motion, backing)
        for motion, count in enumerate(backings)
        for backing in range(count)
    ]
    found += [Decision(f"act:{act}", Kind.ACT, act) for act in range(acts)]
    return (*found, Decision("consult", Kind.CONSULT))


@given(listings(), st.integers(3, 80))
def test_as_many_are_kept_as_there_is_room_for_in_their_order(
    options: tuple[Decision, ...], most: int
) -> None:
    kept = narrow(options, most)
    assert len(kept) == min(most, len(options))
    places = [options.index(each) for each in kept]
    assert places == sorted(set(places))


@given(listings(), st.integers(3, 80))
def test_every_kind_is_kept_and_every_motion_that_there_is_room_for(
    options: tuple[Decision, ...], most: int
) -> None:
    kept = narrow(options, most)
    assert {each.kind for each in kept} == {each.kind for each in options}
    motions = {each.subject for each in options if each.kind is Kind.TABLE}
    seen = Counter(each.subject for each in kept if each.kind is Kind.TABLE)
    assert len(seen) == min(len(motions), seen.total())
    acts = sum(each.kind is Kind.ACT for each in options)
    if acts <= (most - 1) // 2:
        assert sum(each.kind is Kind.ACT for each in kept) == acts


def test_a_large_scenario_is_looked_at_in_part() -> None:
    """Every motion is considered where the search begins; below it a few dozen decisions are."""
    state = opening(BOOK)
    options = legal(BOOK, state)
    assert len(options) > 10_000
    tree = SearchTree(BOOK, state, judge=Quiet(BOOK, Evaluation(BOOK)), seed="narrow")
    assert tree.root.decisions is not None
    assert tree.looks == len(tree.root.decisions) == WIDE
    assert {each.subject for each in tree.root.decisions if each.kind is Kind.TABLE} == {
        each.subject for each in options if each.kind is Kind.TABLE
    }
    before = tree.looks
    tree.grow(1)
    assert tree.looks - before <= WIDTH


@pytest.mark.parametrize("facing", ["", "grudge"])
def test_a_search_ends_when_it_has_looked_at_enough(facing: str) -> None:
    """With fewer playouts than it might have played, also when it plays against a doctrine."""
    playouts = 400
    doctrine = next((each for each in BOOK.scenario.doctrines if each.id == facing), None)
    task = Task(opening(BOOK), playouts, 0, "enough", doctrine=doctrine)
    progress = Progress()
    tree = grow(SearchCache(BOOK), task, 0, progress)
    share = playouts // TREES
    assert progress.done < share
    # It looks up between steps, and a doctrine goes through everything that is there.
    costly = len(legal(BOOK, task.state)) // GLANCES if facing else WIDTH
    assert tree.looks <= WIDE + LOOKS * share + SPARE + STEP * costly
    assert len(branches(tree)) <= WIDE


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_of_a_scenario_that_comes_with_the_game_is_passed_over(name: str) -> None:
    """No position offers as many decisions, and no search comes near its bound."""
    book = Rulebook(load(name))
    dice = random.Random(name)
    state, widest = start(book), 0
    while state.phase is not Phase.END:
        options = legal(book, state)
        widest = max(widest, len(options))
        state = advance(book, state, dice.choice(options))
    assert widest <= WIDTH
    for level in LEVELS[:4]:
        for game in list(positions(book, 3, 0.1))[:4]:
            seat = SearchSeat(level, 1)
            assert seat.look(game).playouts == level.playouts
