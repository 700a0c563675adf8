"""A search knows the doctrines, and sees at the table which of them it faces."""

from __future__ import annotations

import itertools

import pytest
from attrs import evolve

from game.opponents import Opponent, opponent
from game.opponents.search import SearchSeat
from game.opponents.search.level import Level
from game.opponents.search.opponent_model import FURTHER, OpponentModel, facing
from game.opponents.search.search_node import SearchNode
from game.opponents.search.task import Progress, Task
from game.opponents.search.think import Alone, SearchCache, grow
from game.rules import Decision, Phase, State, legal
from game.scenario.doctrine import Doctrine
from tests.books import rulebook
from tests.opponents.games import played, positions

BOOK = rulebook()
DOCTRINES = BOOK.scenario.doctrines
WEAK = Level(0, 40, 1)


def named(name: str) -> Doctrine:
    return next(each for each in DOCTRINES if each.id == name)


def seated(name: str) -> Opponent:
    found = opponent(name, seed=3, scenario=BOOK.scenario)
    assert found is not None
    return found


@pytest.mark.parametrize("doctrine", DOCTRINES, ids=lambda each: each.id)
def test_a_doctrine_is_known_by_its_seat(doctrine: Doctrine) -> None:
    game = evolve(next(positions(BOOK, 1)), seats=("search:1", doctrine.id))
    own = game.state.side
    assert facing(evolve(game, seats=(doctrine.id, doctrine.id)), game.state.side) == doctrine
    assert facing(game, game.state.side) == (doctrine if own == 0 else None)


@pytest.mark.parametrize("name", ["", "human", "random", "search:5", "search:3/realist"])
def test_whoever_is_no_doctrine_is_taken_for_one_that_reckons(name: str) -> None:
    assert facing(evolve(next(positions(BOOK, 1)), seats=(name, name)), 0) is None


def test_the_tree_against_a_doctrine_holds_what_the_doctrine_decides() -> None:
    """Down every path, with all that was decided on it in mind."""
    games = played(BOOK, (seated("search:1"), seated("doctrine:hardliner")), 4)
    game = next(each for each in games if len(each.history) > 10 and each.state.side == 0)
    cache = SearchCache(BOOK)
    task = Task(game.state, 120, 1, "x", doctrine=named("hardliner"), past=game.history)
    model = cache.model(task)
    assert isinstance(model, OpponentModel)
    tree = grow(cache, task, 0, Progress())
    met = 0

    def walk(node: SearchNode | None, since: list[tuple[State, Decision]]) -> None:
        nonlocal met
        if node is None or node.decisions is None:
            return
        if node.state.side == 1 and node.state.phase is not Phase.END:
            met += 1
            assert node.decisions == (model.decision(node.state, since),)
        for decision, child in zip(node.decisions, node.children, strict=True):
            walk(child, [*since, (node.state, decision)])

    walk(tree.root, [])
    assert met > 5


def test_what_is_foreseen_is_what_the_doctrine_then_does() -> None:
    model = SearchCache(BOOK).model(
        Task(next(positions(BOOK, 1)).state, 1, 1, "", doctrine=named("grudge"))
    )
    assert model is not None
    games = played(BOOK, (seated("search:1"), seated("doctrine:grudge")), 4)
    for game, after in itertools.pairwise(games):
        if game.state.side == 1:
            assert model.decision(game.state, game.history) == after.history[len(game.history)][1]


def test_against_a_doctrine_a_search_looks_at_more_lines() -> None:
    game = next(each for each in positions(BOOK, 1) if len(legal(BOOK, each.state)) > 1)
    seat = SearchSeat(WEAK, 1, thinker=Alone())
    assert seat.look(evolve(game, seats=("human", "human"))).playouts == WEAK.playouts
    known = evolve(game, seats=("realist", "realist"))
    assert seat.look(known).playouts == WEAK.playouts * FURTHER
    assert seat.look(known) == seat.look(known)
