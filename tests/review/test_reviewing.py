"""A review is the same whoever thinks; it gets finer, and can be cancelled and resumed."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from itertools import pairwise

import pytest
from attrs import define, field
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Analysis, Game, OpponentError
from game.opponents.search import (
    Alone,
    Budget,
    CancelledSearchError,
    Priority,
    Progress,
    Task,
    WorkerPool,
    analyse,
)
from game.opponents.search.analysis import Branch
from game.opponents.search.messages import Grow
from game.opponents.search.worker_process import LostWorkerError, WorkerProcess
from game.review.chain import Review, review
from game.review.evaluations import (
    COARSE,
    DEPTH,
    FINER,
    NORMAL,
    PICKING,
    VALUING,
    Evaluations,
    evaluate,
    open_position,
    stages,
)
from game.review.evaluator import ReviewProgress
from game.rules import NOBODY, Phase, Rulebook, digest, legal, verdict
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.opponents.workers import Script
from tests.review.played import random_line

BOOK = Rulebook(tiny(2))
LINE = random_line(BOOK, 5)
BUDGET = 2 * COARSE
SEEDS = st.integers(0, 10_000)
REVIEW = review(LINE, BUDGET)


@define
class Watched:
    """Thinks alone, notes what it is asked, and does something when it has been asked so often."""

    when: int = -1
    do: list[ReviewProgress | OpponentError] = field(factory=list)
    asked: list[Task] = field(factory=list)
    urgency: list[Priority] = field(factory=list)
    alone: Alone = field(factory=Alone)

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        self.asked.append(task)
        if len(self.asked) == self.when:
            for each in self.do:
                if isinstance(each, OpponentError):
                    raise each
                each.cancel()
        return self.alone.think(book, task, progress)

    def at(self, priority: Priority) -> Watched:
        self.urgency.append(priority)
        return self


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_a_review_is_the_same_however_many_workers_there_are(workers: int, at_once: int) -> None:
    pool = Script(free=True).pool(workers)
    try:
        assert review(LINE, BUDGET, thinker=pool, at_once=at_once) == REVIEW
    finally:
        pool.close()


@examples(8)
@given(st.integers(1, 60))
def test_a_review_can_be_cancelled_at_any_moment_and_resumed(calls: int) -> None:
    """What was found out is kept, nothing is looked at twice, and the review is the same."""
    known, progress = Evaluations(), ReviewProgress()
    first = Watched(calls, [progress])
    try:
        assert review(LINE, BUDGET, thinker=first, known=known, progress=progress) == REVIEW
    except CancelledSearchError:
        assert len(first.asked) == calls
    before = len(known)
    second = Watched()
    assert review(LINE, BUDGET, thinker=second, known=known) == REVIEW
    assert {each.seed for each in second.asked}.isdisjoint(
        each.seed for each in first.asked[: calls - 1]
    )
    assert len(known) >= before


class Impatient(Alone):
    """Cancels a review when it has played on so often, in the middle of a search or not."""

    def __init__(self, review: ReviewProgress, most: int) -> None:
        super().__init__()
        self.review = review
        self.left = most

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        return super().think(book, task, Counted(self, progress))

    def at(self, priority: Priority) -> Impatient:
        return self


class Counted(Progress):
    """The progress of a search, of which somebody who is impatient is told."""

    def __init__(self, told: Impatient, progress: Progress) -> None:
        self._told = told
        self._progress = progress
        super().__init__()

    @property
    def done(self) -> int:
        return self._progress.done

    @done.setter
    def done(self, done: int) -> None:
        self._progress.done = done
        if done:
            self._told.left -= 1
            if not self._told.left:
                self._told.review.cancel()

    @property
    def cancelled(self) -> bool:
        return self._progress.cancelled


@examples(8)
@given(st.integers(1, 400))
def test_a_review_can_be_cancelled_in_the_middle_of_a_search(steps: int) -> None:
    """Whatever it is looked at then is as if it had never been begun, and is found anew."""
    known, progress = Evaluations(), ReviewProgress()
    impatient = Impatient(progress, steps)
    try:
        made = review(LINE, BUDGET, thinker=impatient, known=known, progress=progress)
        assert impatient.left > 0
        assert made == REVIEW
    except CancelledSearchError:
        assert impatient.left == 0
    whole = Evaluations()
    review(LINE, BUDGET, known=whole)
    assert set(known) <= set(whole)
    assert review(LINE, BUDGET, known=known) == REVIEW


class Doomed(WorkerProcess):
    """A worker that is killed in the middle of pieces of work, of each only once."""

    def __init__(self, shot: set[tuple[str, int]], lost: list[int]) -> None:
        super().__init__()
        self.shot = shot
        self.lost = lost

    def grow(
        self, book: Rulebook, request: Grow, told: Callable[[int], None]
    ) -> tuple[Branch, ...]:
        piece = request.task.seed, request.tree

        def shoot(done: int) -> None:
            told(done)
            if piece not in self.shot and len(self.shot) < SHOTS and self.process is not None:
                self.shot.add(piece)
                os.kill(self.process, signal.SIGKILL)
                os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOWAIT)

        try:
            return super().grow(book, request, shoot)
        except LostWorkerError:
            self.lost.append(request.tree)
            raise


SHOTS = 5


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_review_goes_on_when_its_workers_are_killed() -> None:
    """What they were at is begun anew by others, and the review is the same."""
    line = random_line(BOOK, 5, 3)
    shot: set[tuple[str, int]] = set()
    lost: list[int] = []
    pool = WorkerPool(2, lambda: Doomed(shot, lost))
    try:
        found = review(line, 20 * BUDGET, thinker=pool, at_once=2)
    finally:
        pool.close()
    assert len(shot) == SHOTS
    assert lost
    assert found == review(line, 20 * BUDGET)


def test_a_review_that_was_cancelled_before_it_began_asks_nobody() -> None:
    progress, watched = ReviewProgress(), Watched()
    progress.cancel()
    with pytest.raises(CancelledSearchError):
        review(LINE, BUDGET, thinker=watched, progress=progress)
    assert not watched.asked


def test_a_search_that_is_going_on_is_cancelled_with_the_review() -> None:
    """Nobody waits for it: here it would never be done."""
    progress, script = ReviewProgress(), Script()
    pool = script.pool(2)
    failed: list[BaseException] = []

    def run() -> None:
        try:
            review(LINE, BUDGET, thinker=pool, progress=progress, at_once=2)
        except CancelledSearchError as error:
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    script.see(2)
    progress.cancel()
    thread.join()
    script.go(99)
    pool.close()
    assert failed


def test_a_thinker_that_fails_fails_the_review_and_what_was_found_is_kept() -> None:
    known = Evaluations()
    broken = Watched(6, [OpponentError("the search has been closed")])
    with pytest.raises(OpponentError, match="closed"):
        review(LINE, BUDGET, thinker=broken, known=known)
    assert len(known) >= 5
    assert review(LINE, BUDGET, known=known) == REVIEW


def test_workers_that_are_lost_fail_the_review() -> None:
    script = Script(free=True)
    script.deaths = 99
    pool = script.pool(2)
    with pytest.raises(OpponentError, match="it ended"):
        review(LINE, BUDGET, thinker=pool, at_once=2)
    pool.close()


def test_a_review_is_thought_about_when_nothing_is_more_urgent() -> None:
    watched = Watched()
    review(LINE, 1, thinker=watched)
    assert watched.urgency == [Priority.BACKGROUND]


def test_whoever_waits_is_shown_a_coarse_review_first() -> None:
    """Each further one is finer; coarse ones are provisional."""
    shown: list[Review] = []
    budget = COARSE * FINER * 3
    last = review(random_line(BOOK, 5, 3), budget, told=shown.append)
    assert [each.budget for each in (*shown, last)] == list(stages(budget))
    assert all(each.provisional for each in shown)
    assert last.provisional is (budget < NORMAL)


@given(st.integers(1, 100_000))
def test_looks_get_finer_step_by_step(budget: int) -> None:
    found = stages(budget)
    assert found[-1] == budget
    assert list(found) == sorted(set(found))
    assert budget < 2 * COARSE or found[0] < 2 * COARSE
    assert all(after <= FINER * (before + 1) for before, after in pairwise(found))


def test_a_review_that_runs_does_not_say_that_it_is_done() -> None:
    """Its progress never falls, and is whole only at the end."""
    progress = ReviewProgress()
    seen: list[int] = []

    class Looking(Alone):
        def think(self, book: Rulebook, task: Task, now: Progress) -> Analysis:
            seen.append(progress.done)
            assert progress.done < progress.playouts
            return super().think(book, task, now)

        def at(self, priority: Priority) -> Looking:
            return self

    review(LINE, BUDGET, thinker=Looking(), progress=progress)
    assert seen == sorted(seen)
    assert progress.done == progress.playouts


def test_of_a_review_that_runs_it_is_said_at_which_decision_it_is() -> None:
    """At each look from the first to the last one, never at none of them, and never back."""
    progress = ReviewProgress()
    seen: dict[tuple[int, int], list[int]] = {}

    class Looking(Alone):
        def think(self, book: Rulebook, task: Task, now: Progress) -> Analysis:
            seen.setdefault(progress.look, []).append(progress.place(progress.decisions))
            return super().think(book, task, now)

        def at(self, priority: Priority) -> Looking:
            return self

    review(LINE, BUDGET, thinker=Looking(), progress=progress)
    count = sum(state.side != NOBODY and len(legal(LINE.book, state)) > 1 for state in LINE.states)
    assert progress.decisions == count
    assert [*seen] == [(look, len(stages(BUDGET))) for look in range(1, len(stages(BUDGET)) + 1)]
    for places in seen.values():
        assert places == sorted(places)
        assert places[0] == 1
        assert count // 2 < places[-1] <= count


def test_what_is_known_needs_no_thinking() -> None:
    known, watched = Evaluations(), Watched()
    first = review(LINE, BUDGET, known=known)
    assert review(LINE, BUDGET, thinker=watched, known=Evaluations(known)) == first
    assert not watched.asked


def test_a_deeper_review_throws_nothing_away() -> None:
    known = Evaluations()
    review(LINE, BUDGET, known=known)
    before = set(known)
    review(LINE, BUDGET * 3, known=known)
    assert before < set(known)


@examples(6)
@given(SEEDS, SEEDS)
def test_a_position_has_one_worth_whatever_was_played_before(one: int, other: int) -> None:
    """Two games that share a position share what is known of it."""
    first, second = Evaluations(), Evaluations()
    review(random_line(BOOK, one, 12), 2, known=first)
    review(random_line(BOOK, other, 12), 2, known=second)
    for budget, each in first:
        assert second.get(budget, each.digest) in (None, each)


@examples(10)
@given(SEEDS)
def test_what_is_forced_is_worth_what_it_leads_to(seed: int) -> None:
    line = random_line(BOOK, seed)
    for state in line.states:
        opened = open_position(BOOK, state)
        assert len(legal(BOOK, opened)) != 1
        found = evaluate(BOOK, opened, 2, Alone(), Progress())
        assert found.digest == digest(BOOK, opened)
        if opened.phase is Phase.END:
            payoffs = verdict(BOOK, opened).payoffs
            assert found.worth == (10 * payoffs[0], 10 * payoffs[1])
            assert found.spread == (0, 0)
        else:
            assert (len(found.seeds), len(found.picks)) == (len(VALUING), len(PICKING))


@examples(5)
@given(SEEDS)
def test_seeds_that_pick_do_not_value(seed: int) -> None:
    """A position is worth the same if nothing is to be picked."""
    state = open_position(BOOK, random_line(BOOK, seed, 6).state)
    if state.phase is Phase.END:
        return
    found = evaluate(BOOK, state, BUDGET, Alone(), Progress())
    alone = analyse(
        Game(BOOK, state),
        Budget(BUDGET * sum(VALUING) // 4, DEPTH, len(VALUING), VALUING),
        seed=f"review/{found.digest}/{BUDGET}",
        view=NOBODY,
    )
    assert found.seeds == tuple((round(10 * one), round(10 * two)) for one, two in alone.trees)
