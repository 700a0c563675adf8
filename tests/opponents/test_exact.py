"""On games that can be solved the search finds the solution."""

from __future__ import annotations

import pytest

from game.opponents.search import Evaluation, Quiet, SearchTree
from game.opponents.search.analysis import branches, merge
from game.rules import Rulebook, State, legal, start
from tests.opponents.games import positions
from tests.opponents.tiny import Solution, tiny


def solved(rounds: int) -> Solution:
    solution = Solution(Rulebook(tiny(rounds)))
    solution.worth(start(solution.book))
    return solution


def choices(book: Rulebook, count: int) -> list[State]:
    """Different positions of random games in which a side has a choice."""
    found = dict.fromkeys(game.state for seed in range(40) for game in positions(book, seed))
    return list(found)[:: max(1, len(found) // count)][:count]


def search(book: Rulebook, state: State, playouts: int) -> tuple[str, tuple[float, float]]:
    tree = SearchTree(book, state, judge=Quiet(book, Evaluation(book)), seed="exact")
    tree.grow(playouts)
    best = merge(book, state, [branches(tree)]).best
    return best.decision.text, best.worth


@pytest.mark.parametrize(("rounds", "least", "most"), [(1, 200, 400), (2, 2000, 5000)])
def test_the_solution_is_the_only_one(rounds: int, least: int, most: int) -> None:
    """Nobody is ever torn between equals, so that any rational play is worth the same."""
    solution = solved(rounds)
    assert solution.ties == 0
    assert least < solution.positions < most


@pytest.mark.parametrize(("rounds", "count", "playouts"), [(1, 24, 8000), (2, 10, 4000)])
def test_the_search_decides_as_backward_induction_does(
    rounds: int, count: int, playouts: int
) -> None:
    """Its decision is the best one, and what it expects of it is what it is worth."""
    solution = solved(rounds)
    book = solution.book
    for state in choices(book, count):
        side = state.side
        exact = {each.text: solution.after(state, each)[side] for each in legal(book, state)}
        text, worth = search(book, state, playouts)
        assert max(exact.values()) - exact[text] < 1.0, (text, exact, state)
        assert abs(worth[side] - exact[text]) < 1.0, (text, worth, exact, state)


def test_what_the_other_side_gets_is_foreseen_as_well() -> None:
    solution = solved(2)
    book = solution.book
    for state in choices(book, 5):
        best = max(
            (solution.after(state, each) for each in legal(book, state)),
            key=lambda worth: worth[state.side],
        )
        _, worth = search(book, state, 4000)
        assert abs(worth[1 - state.side] - best[1 - state.side]) < 6.0
