"""What mattered most, and what would mostly have come of something else."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match.timeline import begin
from game.opponents.search import CancelledSearchError
from game.opponents.search.quick import QUICK, QuickPolicy
from game.review.chain import review
from game.review.evaluator import ReviewProgress
from game.review.prospects import DECISIONS, DRAWS, FEWEST, mattered, prospect, what_if
from game.review.step import Step
from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, chances, legal, verdict
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.review.played import random_line

BOOK = Rulebook(tiny(2))
LINE = random_line(BOOK, 5)
REVIEW = review(LINE, 6)
SHIPPED = rulebook()


@examples(6)
@given(st.integers(0, 10_000))
def test_what_mattered_moved_more_than_the_rest_and_beyond_doubt(seed: int) -> None:
    found = review(random_line(BOOK, seed), 6)
    chosen = mattered(found)
    assert [step.ply for step in chosen] == sorted(step.ply for step in chosen)
    for nobody, most in ((False, DECISIONS), (True, DRAWS)):
        these = [step for step in chosen if (step.side == NOBODY) is nobody]
        assert len(these) <= most
        rest = [
            step
            for step in found.steps
            if (step.side == NOBODY) is nobody and step not in these and not all(step.faint)
        ]
        assert not rest or len(these) == most
        assert all(any(step.delta) and not all(step.faint) for step in these)
        for step in these:
            assert all(sure(step) >= sure(other) for other in rest)


def sure(step: Step) -> int:
    return max(
        round(abs(each)) for each, faint in zip(step.delta, step.faint, strict=True) if not faint
    )


def test_shares_are_of_all_continuations_and_have_intervals() -> None:
    step = next(each for each in REVIEW.steps if each.side != NOBODY)
    found = what_if(LINE, step)
    assert found == what_if(LINE, step)
    for each in (found.played, found.instead):
        assert each.count == FEWEST
        assert each.policy == QUICK
        assert sum(figure.value for _, figure in each.endings) == pytest.approx(1)
        for name, figure in each.endings:
            assert 0 <= figure.low <= figure.value <= figure.high <= 1
            assert each.ending(name) == figure
    assert found.played.ending("nothing of the kind").value == 0
    assert found.decision is not None
    assert found.decision != step.decision
    assert found.decision in legal(BOOK, LINE.states[step.ply])


def test_whoever_asks_may_say_what_else() -> None:
    step = next(
        each
        for each in REVIEW.steps
        if each.side != NOBODY and len(legal(BOOK, LINE.states[each.ply])) > 2
    )
    state = LINE.states[step.ply]
    for each in legal(BOOK, state):
        assert what_if(LINE, step, decision=each).decision == each
    same = what_if(LINE, step, decision=step.decision)
    assert same.played == same.instead


def test_what_might_have_come_instead_of_a_draw_is_everything_else() -> None:
    """With the only other outcome in its place, or any of the others by weight."""
    step = next(each for each in REVIEW.steps if each.side == NOBODY)
    found = what_if(LINE, step)
    assert found.decision is None
    state = LINE.states[step.ply]
    others = [each for each, _ in chances(BOOK, state) if each != step.decision]
    payoffs = [prospect(BOOK, partial(after, state, each), "x").payoffs[0].value for each in others]
    assert min(payoffs) - 5 <= found.instead.payoffs[0].value <= max(payoffs) + 5


def after(state: State, decision: Decision, _: float) -> State:
    return advance(BOOK, state, decision)


def test_a_game_that_is_over_has_one_prospect() -> None:
    found = prospect(BOOK, lambda _: LINE.state, "x")
    assert found.endings[0][0] == verdict(BOOK, LINE.state).name
    assert found.payoffs[0].value == verdict(BOOK, LINE.state).payoffs[0]


def test_too_few_continuations_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 100"):
        what_if(LINE, REVIEW.steps[1], count=FEWEST - 1)


def test_continuations_can_be_cancelled() -> None:
    progress = ReviewProgress()
    progress.cancel()
    with pytest.raises(CancelledSearchError):
        what_if(LINE, REVIEW.steps[1], progress=progress)


def test_a_continuation_shows_how_far_it_is() -> None:
    progress = ReviewProgress()
    what_if(LINE, REVIEW.steps[1], progress=progress)
    assert progress.done == progress.playouts == 2 * FEWEST


@examples(10)
@given(st.integers(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_the_quick_policy_plays_any_decision_that_can_be_played(seed: int, number: float) -> None:
    """One of them at every number, the same at the same one."""
    policy = QuickPolicy(SHIPPED)
    for state in random_line(SHIPPED, seed, 12).states:
        if state.side != NOBODY and state.phase is not Phase.END:
            options = legal(SHIPPED, state)
            chosen = policy(state, options, number)
            assert chosen in options
            assert policy(state, options, number) is chosen


def test_the_quick_policy_seldom_gives_away_what_it_sees() -> None:
    """At the last decision it takes the better one for nearly all numbers."""
    policy = QuickPolicy(BOOK)
    tried = 0
    for line in (random_line(BOOK, seed) for seed in range(30)):
        for state in line.states:
            options = legal(BOOK, state)
            after = [advance(BOOK, state, each) for each in options]
            if state.side == NOBODY or any(each.phase is not Phase.END for each in after):
                continue
            paid = [verdict(BOOK, each).payoffs[state.side] for each in after]
            worse, best = sorted(paid)[-2:] if len(paid) > 1 else (0, 0)
            if best - worse < 5:
                continue
            tried += 1
            taken = [policy(state, options, number / 100) for number in range(100)]
            assert sum(paid[options.index(each)] == best for each in taken) >= 98
    assert tried


def test_a_game_from_its_start_has_more_than_one_ending() -> None:
    found = prospect(SHIPPED, lambda _: begin(SHIPPED, 1).state, "x", 20)
    assert len(found.endings) > 1
