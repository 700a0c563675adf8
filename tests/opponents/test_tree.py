"""How trees grow, whatever the position."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Analysis, Game
from game.opponents.search import (
    LEVELS,
    Alone,
    Evaluation,
    Progress,
    Quiet,
    SearchSeat,
    SearchTree,
    Style,
    Task,
)
from game.opponents.search.analysis import branches, merge
from game.opponents.search.level import Level
from game.opponents.search.search_node import SearchNode
from game.opponents.search.task import PLAIN, TREES
from game.rules import Phase, Rulebook, State, advance, legal
from game.scenario.doctrine import Wants
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.games import positions

BOOK = rulebook()
EVALUATION = Evaluation(BOOK)
QUIET = Quiet(BOOK, EVALUATION)
SEEDS = st.integers(0, 10_000)
WEAK = Level(0, 30, 1)


def some(seed: int, skip: int = 0) -> Game:
    """A position of a random game in which a side has a choice."""
    found = list(positions(BOOK, seed))
    return found[skip % len(found)]


def grown(state: State, playouts: int, **more: object) -> SearchTree:
    tree = SearchTree(BOOK, state, judge=QUIET, seed="t", **more)  # type: ignore[arg-type]  # as given
    tree.grow(playouts)
    return tree


def nodes(node: SearchNode | None) -> list[SearchNode]:
    if node is None or node.decisions is None:
        return []
    return [node, *(each for child in node.children for each in nodes(child))]


@examples(25)
@given(seed=SEEDS, skip=st.integers(0, 30))
def test_trees_hold_only_what_the_rules_allow(seed: int, skip: int) -> None:
    """Every child is what the rules make of its decision, and visits add up."""
    tree = grown(some(seed, skip).state, 60)
    for node in nodes(tree.root):
        assert node.decisions is not None
        if node.state.phase is Phase.DRAW:
            assert node.decisions == legal(BOOK, node.state)
        else:
            assert sorted(node.decisions, key=str) == sorted(legal(BOOK, node.state), key=str)
        assert sum(node.visits) == node.total
        for decision, child, visits in zip(node.decisions, node.children, node.visits, strict=True):
            assert (child is not None) == bool(visits)
            if child is not None:
                assert child.state == advance(BOOK, node.state, decision)


@examples(25)
@given(seed=SEEDS)
def test_a_node_is_worth_something_between_its_decisions(seed: int) -> None:
    tree = grown(some(seed).state, 80)
    for node in nodes(tree.root):
        tried = [worth for worth, visits in zip(node.firsts, node.visits, strict=True) if visits]
        if tried:
            assert min(tried) - 1e-6 <= node.first / node.mass <= max(tried) + 1e-6


@examples(20)
@given(seed=SEEDS, skip=st.integers(0, 30))
def test_the_same_task_has_the_same_answer(seed: int, skip: int) -> None:
    game = some(seed, skip)
    assert SearchSeat(WEAK, 5).look(game) == SearchSeat(WEAK, 5).look(game)


def test_answers_do_not_depend_on_the_hash_seed() -> None:
    """The same match is decided in the same way in any process."""
    script = (
        "from tests.opponents.test_tree import *;"
        "print([str(SearchSeat(WEAK, 3).choose(some(s, 9 * s)).decision) for s in range(6)])"
    )
    root = Path(__file__).parents[2]
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": number, "PYTHONPATH": str(root), "PATH": ""},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "77")
    }
    assert len(said) == 1
    assert "[" in said.pop()


@pytest.mark.parametrize("playouts", [0, 1, 7, 64])
def test_the_shares_use_up_the_budget(playouts: int) -> None:
    """However it is shared, so many playouts are played; and with none the judge decides."""
    game = some(1)
    task = Task(game.state, playouts, 1, "x")
    assert sum(task.budget(number) for number in range(TREES)) == playouts
    analysis = Alone().think(BOOK, task, Progress())
    assert analysis.playouts == playouts
    assert analysis.best.decision in legal(BOOK, game.state)


def test_told_options_are_in_order_and_complete() -> None:
    game = some(3)
    analysis = SearchSeat(WEAK, 5).look(game)
    assert {each.decision for each in analysis.candidates} == set(legal(BOOK, game.state))
    visits = [each.visits for each in analysis.candidates]
    assert visits == sorted(visits, reverse=True)
    assert analysis.candidate(analysis.best.decision) is analysis.best


@examples(20)
@given(seed=SEEDS, skip=st.integers(0, 30))
def test_a_told_line_can_be_played(seed: int, skip: int) -> None:
    """What is expected to follow is legal, decision by decision."""
    game = some(seed, skip)
    for candidate in SearchSeat(Level(0, 120, 1), 1).look(game).candidates:
        state = advance(BOOK, game.state, candidate.decision)
        for decision in candidate.line:
            assert decision in legal(BOOK, state)
            state = advance(BOOK, state, decision)


def test_a_single_decision_needs_no_thought() -> None:
    game = next(
        Game(BOOK, state)
        for seed in range(99)
        for each in positions(BOOK, seed)
        if each.state.phase is Phase.FLOOR
        for state in [after_all(each.state)]
        if state is not None
    )
    analysis = SearchSeat(LEVELS[-1], 1).choose(game).thought
    assert isinstance(analysis, Analysis)
    assert analysis.playouts == 0
    assert analysis.best.decision == legal(BOOK, game.state)[0]


def after_all(state: State) -> State | None:
    """A position later in the same debate in which only stopping is left, if there is one."""
    while state.phase is Phase.FLOOR:
        options = legal(BOOK, state)
        if len(options) == 1:
            return state
        state = advance(BOOK, state, options[0])
    return None


def test_who_is_hurried_answers_at_once() -> None:
    game = some(4)
    progress = Progress()
    task = Task(game.state, 10_000_000, 1, "x")
    progress.begin(task.playouts)
    progress.hurry()
    analysis = Alone().think(BOOK, task, progress)
    assert analysis.playouts == 0
    assert analysis.best.decision in legal(BOOK, game.state)
    assert len(analysis.candidates) == len(legal(BOOK, game.state))


def test_progress_is_told() -> None:
    seat = SearchSeat(WEAK, 5)
    seat.choose(some(4))
    assert seat.progress.done == seat.progress.playouts == WEAK.playouts


def test_widening_looks_at_few_decisions_first() -> None:
    """With few playouts only the best judged decisions are tried; plain UCT tries them all."""
    game = next(each for each in positions(BOOK, 8) if len(legal(BOOK, each.state)) > 10)
    narrow = grown(game.state, 12)
    assert 0 < sum(map(bool, narrow.root.visits)) < 10
    assert narrow.root.visits[0] > 0
    wide = grown(game.state, 30, style=Style(trust=0.0, first=0, outcomes=0.0))
    assert all(wide.root.visits[:30])


def test_a_search_wants_what_it_is_told_to_want() -> None:
    """A stance moves what is chosen for the other side, and not what is seen."""
    book = BOOK
    kind, harsh = Wants(own=20, other=100, together=0), Wants(own=20, other=-100, together=0)
    level = Level(0, 60, 1)
    given: dict[str, float] = {"kind": 0.0, "harsh": 0.0}
    for seed in range(12):
        game = next(each for each in positions(book, seed) if each.state.phase is Phase.TURN)
        for name, wants in (("kind", kind), ("harsh", harsh)):
            best = SearchSeat(level, 1, wants).look(game).best
            given[name] += best.worth[1 - game.state.side]
    assert given["kind"] > given["harsh"] + 12


def test_a_tree_needs_somebody_who_judges() -> None:
    with pytest.raises(ValueError, match="needs a judge"):
        SearchTree(BOOK, some(1).state, judge=None)


def test_trees_on_the_same_position_add_up() -> None:
    game = some(6)
    first, second = (branches(grown(game.state, playouts)) for playouts in (30, 50))
    merged = merge(BOOK, game.state, [first, second])
    assert merged.playouts == 80
    assert merge(BOOK, game.state, [first]).playouts == 30


def test_levels_rise() -> None:
    """At least five levels, each of which looks at more than the one below."""
    assert len(LEVELS) >= 5
    assert [level.number for level in LEVELS] == list(range(1, len(LEVELS) + 1))
    seen = [(level.depth, level.playouts) for level in LEVELS]
    assert seen == sorted(seen)
    assert len({level.playouts for level in LEVELS}) == len(LEVELS)


@pytest.mark.parametrize("wants", [PLAIN, Wants(100, 30, 20)])
def test_every_level_answers_with_a_legal_decision(wants: Wants) -> None:
    for level in LEVELS[:3]:
        for seed in range(3):
            game = some(seed, 7 * level.number)
            answer = SearchSeat(level, seed, wants).choose(game)
            assert answer.decision in legal(game.book, game.state)


def test_another_scenario_is_searched_as_well() -> None:
    from tests.opponents.tiny import tiny

    book = Rulebook(tiny())
    for game in list(positions(book, 2))[:4]:
        assert SearchSeat(WEAK, 1).choose(game).decision in legal(book, game.state)


def test_what_was_judged_before_changes_nothing() -> None:
    """A thinker that was asked before answers like one that was not, also for other aims."""
    old = Alone()
    for seed in range(4):
        for wants in (PLAIN, Wants(own=40, together=60)):
            game = some(seed, 7 * seed)
            asked = SearchSeat(WEAK, 5, wants, old).look(game)
            assert asked == SearchSeat(WEAK, 5, wants, Alone()).look(game)
