"""A walk goes through the game as a match does, Chance's steps included."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.match import Match, Walk
from game.match.chance import LARGEST
from game.rules import (
    IllegalDecisionError,
    InvalidDecisionError,
    Phase,
    Rulebook,
    RulesError,
    describe,
    legal,
)
from game.scenario import load, read_text

NAMES = ("glass-ceiling", "helsinki-1975", "paris-thaw", "shared-enemy")
BOOKS = {name: Rulebook(load(name)) for name in NAMES}
games = st.tuples(st.sampled_from(NAMES), st.integers(0, LARGEST))


@settings(max_examples=15)
@given(games)
def test_a_match_of_the_same_seed_has_the_same_news(game: tuple[str, int]) -> None:
    """What a walk picked, Chance's draws included, a match with the same decisions goes through."""
    name, seed = game
    walk = Walk(BOOKS[name], seed)
    match = Match.new(*read_text(name), seats=("human", "human"), seed=seed)
    while not walk.over:
        decision = walk.pick()
        if walk.state.phase is not Phase.DRAW:
            match.decide(decision)
        walk.take(decision)
    assert walk.states == tuple(match.states)
    assert walk.decisions == tuple(match.decisions)
    assert walk.options() == ()


@settings(max_examples=10)
@given(games, st.data())
def test_a_fork_begins_alike_and_leaves_the_walk_alone(
    game: tuple[str, int], data: st.DataObject
) -> None:
    """It can be continued by itself from any position, and would pick the same."""
    name, seed = game
    walk = Walk(BOOKS[name], seed)
    while not walk.over:
        assert [decision for decision, _ in walk.options()] == [*legal(walk.book, walk.state)]
        walk.take(walk.pick())
    ply = data.draw(st.integers(0, len(walk.decisions) - 1))
    fork, before = walk.fork(ply), walk.decisions
    assert fork.state == walk.states[ply]
    assert fork.pick() == walk.decisions[ply]
    other = data.draw(st.sampled_from(fork.options()))[0]
    fork.take(other.text)
    assert fork.decisions == (*before[:ply], other)
    assert walk.decisions == before
    assert walk.fork().states == walk.states


@pytest.mark.parametrize("name", NAMES)
def test_a_walk_and_a_match_print_their_position(name: str) -> None:
    """In short they say how far they are; as text they are the position they are at."""
    walk = Walk(BOOKS[name], 7)
    match = Match.new(*read_text(name), seats=("human", "human"), seed=7)
    assert repr(walk) == f"<Walk {name}, 0 decisions>"
    walk.draw()
    count = len(walk.decisions)
    assert repr(walk) == f"<Walk {name}, {count} decisions>"
    assert repr(match) == f"<Match {name}, {count} decisions>"
    assert str(walk) == str(match) == describe(walk.book, walk.state)


@settings(max_examples=10)
@given(games)
def test_chance_draws_until_a_side_decides(game: tuple[str, int]) -> None:
    """It draws what would have been picked one by one, and nothing when it is not its turn."""
    name, seed = game
    walk, single = Walk(BOOKS[name], seed), Walk(BOOKS[name], seed)
    walk.draw()
    while single.state.phase is Phase.DRAW:
        single.take(single.pick())
    assert walk.decisions == single.decisions != ()
    walk.draw()
    assert walk.decisions == single.decisions


def test_what_cannot_be_decided_changes_nothing() -> None:
    walk = Walk(BOOKS["shared-enemy"])
    with pytest.raises(IllegalDecisionError):
        walk.take("consult")
    with pytest.raises(InvalidDecisionError):
        walk.take("surrender")
    with pytest.raises(RulesError, match="not over"):
        _ = walk.verdict
    assert walk.decisions == ()
    assert walk.consequences == ()


@pytest.mark.parametrize("seed", [-1, LARGEST + 1])
def test_a_seed_that_no_match_could_have_is_refused(seed: int) -> None:
    with pytest.raises(ValueError, match="a seed is a whole number from 0"):
        Walk(BOOKS["shared-enemy"], seed)


@pytest.mark.parametrize("ply", [-1, 1])
def test_a_walk_is_forked_only_where_it_has_been(ply: int) -> None:
    with pytest.raises(ValueError, match="positions from 0 to 0"):
        Walk(BOOKS["shared-enemy"]).fork(ply)
