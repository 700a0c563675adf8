"""What is urgent goes first, and nothing that is found depends on it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from attrs import evolve
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
from game.rules import Rulebook, advance, chances, legal, start
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.opponents.workers import Script

BOOK = Rulebook(tiny())
STATE = next(
    state
    for outcome, _ in chances(BOOK, start(BOOK))
    for state in [advance(BOOK, start(BOOK), outcome)]
    if len(legal(BOOK, state)) > 1
)


def task(name: str, trees: int) -> Task:
    return Task(STATE, 8 * trees, 1, name, trees=trees)


def alone(asked: Task) -> Analysis:
    return Alone().think(BOOK, asked, Progress())


class Askers:
    """Asks a pool from threads; a task is asked for when the pool has heard of it."""

    def __init__(self, pool: WorkerPool, threads: ThreadPoolExecutor) -> None:
        self.pool = pool
        self._threads = threads

    def ask(
        self, asked: Task, priority: Priority, progress: Progress | None = None
    ) -> Future[Analysis]:
        before = self.pool._asked
        thinker = self.pool.at(priority)
        answer = self._threads.submit(thinker.think, BOOK, asked, progress or Progress())
        while self.pool._asked == before:
            time.sleep(0)
        return answer


@contextmanager
def asking(script: Script, workers: int) -> Iterator[Askers]:
    pool = script.pool(workers)
    with ThreadPoolExecutor(8) as threads:
        try:
            yield Askers(pool, threads)
        finally:
            pool.close()
            script.go(100)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_an_opponent_waits_for_no_more_than_what_is_begun(workers: int) -> None:
    """However many pieces of a coach and of analyses in the background are waiting."""
    script = Script()
    with asking(script, workers) as askers:
        analysis = askers.ask(task("background", 12), Priority.BACKGROUND)
        script.see(workers)
        advice = askers.ask(task("coach", 9), Priority.COACH)
        thought = askers.ask(task("opponent", 2), Priority.OPPONENT)
        script.go(workers + 2)
        assert thought.result() == alone(task("opponent", 2))
        script.go(30)
        assert advice.result() == alone(task("coach", 9))
        assert analysis.result() == alone(task("background", 12))
        script.see(23 - workers)
    names = [name for name, _ in script.begun]
    assert names[:workers] == ["background"] * workers
    assert "opponent" not in names[workers + 2 :]
    last = max(place for place, name in enumerate(names) if name == "coach")
    assert set(names[last + 1 :]) <= {"background"}
    assert names.count("background") == 12


def test_what_gave_way_goes_on_where_it_was() -> None:
    """One worker: each piece is begun once, in the order of their urgency."""
    script = Script()
    with asking(script, 1) as askers:
        askers.ask(task("background", 3), Priority.BACKGROUND)
        script.see(1)
        askers.ask(task("coach", 2), Priority.COACH)
        script.go(1)
        script.see(1)
        askers.ask(task("opponent", 2), Priority.OPPONENT)
        script.go(6)
        script.see(5)
    assert script.begun == [
        ("background", 0),
        ("coach", 0),
        ("opponent", 0),
        ("opponent", 1),
        ("coach", 1),
        ("background", 1),
        ("background", 2),
    ]


def test_of_equals_the_older_one_goes_first() -> None:
    script = Script()
    with asking(script, 1) as askers:
        askers.ask(task("first", 2), Priority.COACH)
        askers.ask(task("second", 2), Priority.COACH)
        script.go(4)
        script.see(4)
    assert [name for name, _ in script.begun] == ["first", "first", "second", "second"]


def test_what_is_cancelled_leaves_nothing_behind() -> None:
    """Its pieces are never begun, who has begun one is hurried, and others find what they would."""
    script, progress = Script(), Progress()
    with asking(script, 2) as askers:
        analysis = askers.ask(task("background", 12), Priority.BACKGROUND, progress)
        script.see(2)
        progress.cancel()
        with pytest.raises(CancelledSearchError):
            analysis.result()
        assert script.hurried == [1, 2]
        assert askers.pool._errands == []
        thought = askers.ask(task("opponent", 3), Priority.OPPONENT)
        script.go(5)
        assert thought.result() == alone(task("opponent", 3))
        script.see(3)
    assert script.begun[2:] == [("opponent", 0), ("opponent", 1), ("opponent", 2)]


def test_what_is_cancelled_before_anybody_is_free_never_begins() -> None:
    script, progress = Script(), Progress()
    with asking(script, 1) as askers:
        thought = askers.ask(task("opponent", 2), Priority.OPPONENT)
        script.see(1)
        advice = askers.ask(task("coach", 2), Priority.COACH, progress)
        progress.cancel()
        with pytest.raises(CancelledSearchError):
            advice.result()
        script.go(2)
        assert thought.result() == alone(task("opponent", 2))
        script.see(1)
    assert {name for name, _ in script.begun} == {"opponent"}
    assert script.hurried == []


def test_a_piece_whose_worker_is_lost_is_begun_anew() -> None:
    """What is found is the same."""
    script = Script(free=True)
    script.deaths = 1
    with asking(script, 2) as askers:
        assert askers.ask(task("opponent", 3), Priority.OPPONENT).result() == alone(
            task("opponent", 3)
        )
        script.see(4)
    assert sorted(set(script.begun)) == [("opponent", tree) for tree in range(3)]


def test_a_piece_that_has_killed_two_workers_is_given_up() -> None:
    """The task fails, and the others are thought about."""
    script = Script(free=True)
    script.deaths = 2
    with asking(script, 1) as askers:
        with pytest.raises(OpponentError, match="it ended"):
            askers.ask(task("opponent", 3), Priority.OPPONENT).result()
        assert askers.pool._errands == []
        assert askers.ask(task("coach", 2), Priority.COACH).result() == alone(task("coach", 2))
        script.see(4)
    assert script.begun[:2] == [("opponent", 0), ("opponent", 0)]


def test_closing_a_pool_fails_all_that_wait() -> None:
    script = Script()
    with asking(script, 1) as askers:
        waiting = [askers.ask(task(each.name, 2), each) for each in Priority]
        script.see(1)
        askers.pool.close()
        for each in waiting:
            with pytest.raises(OpponentError, match="has been closed"):
                each.result()


TASKS = st.lists(st.tuples(st.sampled_from(Priority), st.integers(1, 5)), min_size=1, max_size=6)


@examples(25)
@given(asked=TASKS, workers=st.integers(1, 3), deaths=st.integers(0, 1))
def test_any_number_of_workers_finds_the_same_in_any_order(
    asked: list[tuple[Priority, int]], workers: int, deaths: int
) -> None:
    """Whatever is asked at the same time, however urgent, and whoever is lost meanwhile."""
    script = Script(free=True)
    script.deaths = deaths
    with asking(script, workers) as askers:
        tasks = [task(str(place), trees) for place, (_, trees) in enumerate(asked)]
        answers = [
            askers.ask(each, priority) for each, (priority, _) in zip(tasks, asked, strict=True)
        ]
        assert [each.result() for each in answers] == [alone(each) for each in tasks]
        assert askers.pool._errands == []


@examples(10)
@given(trees=st.integers(1, 4), playouts=st.integers(0, 40))
def test_any_position_is_analysed_alike_by_one_two_and_three_workers(
    trees: int, playouts: int
) -> None:
    """One in which Chance draws, and one in which a side decides."""
    budget = Budget(playouts, trees=trees)
    for shown in (Game(BOOK, start(BOOK)), evolve(Game(BOOK, start(BOOK)), state=STATE)):
        found = []
        for workers in (1, 2, 3):
            script = Script(free=True)
            with asking(script, workers) as askers:
                found.append(analyse(shown, budget, thinker=askers.pool))
        assert found == [analyse(shown, budget)] * 3
