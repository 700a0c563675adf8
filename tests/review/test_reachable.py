"""What both could reach from a position is found by playing on, and is the same for everybody."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from game.opponents.search import CancelledSearchError, Priority, Progress
from game.review.reachable import WEIGHTS, Effort, frozen_worth, reachable
from game.rules import NOBODY, Phase, Rulebook, State, advance, legal, start, verdict
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.opponents.workers import Script

SMALL = Rulebook(tiny(2))
SHIPPED = rulebook()
EFFORT = Effort(continuations=2, playouts=12)


def position(book: Rulebook, seed: int, most: int) -> State:
    """The position after some random decisions."""
    dice = random.Random(seed)
    state = start(book)
    for _ in range(most):
        if not (options := legal(book, state)):
            break
        state = advance(book, state, dice.choice(options))
    return state


def whole(book: Rulebook, seed: int) -> State:
    """The end of a random game."""
    return position(book, seed, 10_000)


@examples(5)
@given(st.integers(0, 999), st.integers(0, 12))
def test_who_thinks_and_in_how_many_threads_does_not_matter(seed: int, plies: int) -> None:
    """The same position and effort: the same ends, the same frontier."""
    state = position(SMALL, seed, plies)
    alone = reachable(SMALL, state, plies, EFFORT)
    pool = Script(free=True).pool(2)
    try:
        thinker = pool.at(Priority.BACKGROUND)
        assert reachable(SMALL, state, plies, EFFORT, thinker=thinker, threads=3) == alone
    finally:
        pool.close()


@examples(6)
@given(st.integers(0, 999), st.integers(0, 20))
def test_every_end_can_be_had_and_the_frontier_lies_among_the_points(seed: int, plies: int) -> None:
    """Ends are worth what some end is worth; corners are points that were found, or frozen."""
    state = position(SMALL, seed, plies)
    found = reachable(SMALL, state, plies, EFFORT)
    payoff = SMALL.scenario.payoff
    highest = payoff.alone + payoff.bargain + payoff.laurels + payoff.margin * payoff.margin_cap
    for play in found.plays:
        assert all(max(end) <= 10 * highest for end in play.ends)
        assert play.mean[0] * len(play.ends) == sum(first for first, _ in play.ends)
    assert set(found.agreement.frontier) <= {*found.points, found.frozen}
    assert found.agreement.disagreement == found.frozen


@given(st.integers(0, 9999))
def test_from_the_end_nothing_but_the_end_is_reached(seed: int) -> None:
    state = whole(SMALL, seed)
    found = reachable(SMALL, state, 9, EFFORT)
    first, second = verdict(SMALL, state).payoffs
    assert found.points == ((Fraction(10 * first), Fraction(10 * second)),)


@given(st.integers(0, 9999), st.integers(0, 40))
def test_a_game_that_ends_frozen_is_worth_what_frozen_is_worth(seed: int, plies: int) -> None:
    """The disagreement point is the number that the rules have for it, had play ended here."""
    state = position(SHIPPED, seed, plies)
    result = verdict(SHIPPED, evolve(state, phase=Phase.END, side=NOBODY))
    assume(result.name == "frozen")
    assert frozen_worth(SHIPPED, state) == tuple(Fraction(10 * each) for each in result.payoffs)


def test_nobody_is_frozen_above_a_threshold() -> None:
    """Where a side already has enough, frozen is worth as much as just below."""
    state = position(SHIPPED, 1, 3)
    tracks = list(state.tracks)
    tracks[SHIPPED.score[0]] = SHIPPED.threshold[0] + 30
    ahead = evolve(state, tracks=tuple(tracks))
    payoff = SHIPPED.scenario.payoff
    assert frozen_worth(SHIPPED, ahead)[0] == 10 * (payoff.frozen - payoff.margin)


def test_each_continuation_is_told_of() -> None:
    told = []
    state = position(SMALL, 1, 2)
    reachable(SMALL, state, 2, EFFORT, told=lambda *far: told.append(far))
    every = len(WEIGHTS) * EFFORT.continuations
    assert told == [(done, every) for done in range(every + 1)]


def test_it_can_be_cancelled() -> None:
    """Before it begins, and on the way."""
    state = position(SMALL, 1, 0)
    assert state.phase is not Phase.END
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledSearchError):
        reachable(SMALL, state, 0, EFFORT, progress=progress)
    later = Progress()
    with pytest.raises(CancelledSearchError):
        reachable(SMALL, state, 0, EFFORT, progress=later, told=lambda *_: later.cancel())


@pytest.mark.parametrize(("continuations", "playouts"), [(0, 1), (1, 0)])
def test_no_effort_finds_nothing(continuations: int, playouts: int) -> None:
    with pytest.raises(ValueError, match="must be"):
        Effort(continuations, playouts)
