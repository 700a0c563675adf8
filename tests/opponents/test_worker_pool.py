"""Thinking in other processes is the same thinking."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from game.opponents import OpponentError
from game.opponents.search import Alone, Progress, SearchSeat, Task, WorkerPool
from game.opponents.search.level import Level
from game.rules import Rulebook, legal
from tests.books import rulebook
from tests.opponents.games import positions
from tests.opponents.tiny import tiny

BOOK = rulebook()
ENDLESS = 50_000_000


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool()
    yield pool
    pool.close()


def task(book: Rulebook, playouts: int) -> Task:
    state = next(each.state for each in positions(book, 5) if len(legal(book, each.state)) > 2)
    return Task(state, playouts, 1, "pool")


def test_a_pool_finds_what_one_process_finds(pool: WorkerPool) -> None:
    """Another scenario in between changes nothing."""
    small = Rulebook(tiny())
    for book in (BOOK, small, BOOK):
        alone = Alone().think(book, task(book, 90), Progress())
        assert pool.think(book, task(book, 90), Progress()) == alone


def test_a_hurried_pool_answers_with_what_it_has(pool: WorkerPool) -> None:
    progress = Progress()
    asked = task(BOOK, ENDLESS)
    progress.begin(asked.playouts)
    threading.Timer(0.1, progress.hurry).start()
    analysis = pool.think(BOOK, asked, progress)
    assert 0 <= analysis.playouts < ENDLESS
    assert progress.done == analysis.playouts
    assert analysis.best.decision in legal(BOOK, asked.state)


def test_the_next_task_is_not_hurried(pool: WorkerPool) -> None:
    seat = SearchSeat(Level(0, 90, 1), 1, thinker=pool)
    seat.progress.hurry()
    game = next(each for each in positions(BOOK, 5) if len(legal(BOOK, each.state)) > 2)
    answer = seat.choose(game)
    assert answer.thought is not None
    assert seat.progress.done == 90


class Assault(Progress):
    """Kills the workers the first time that somebody looks whether the search is hurried."""

    def __init__(self, pool: WorkerPool) -> None:
        self.pool = pool
        self.over = False
        super().__init__()

    @property
    def hurried(self) -> bool:
        if not self.over:
            self.over = True
            for process in self.pool.processes:
                os.kill(process, signal.SIGKILL)
        return False


def test_a_pool_that_loses_a_worker_while_it_thinks_says_so_and_recovers() -> None:
    pool = WorkerPool()
    with pytest.raises(OpponentError, match="ended before it had an answer"):
        pool.think(BOOK, task(BOOK, ENDLESS), Assault(pool))
    assert pool.think(BOOK, task(BOOK, 20), Progress()).playouts == 20
    pool.close()


def test_a_worker_that_is_lost_while_nobody_thinks_is_not_missed() -> None:
    pool = WorkerPool()
    asked = task(BOOK, 20)
    pool.think(BOOK, asked, Progress())
    before = pool.processes
    pool._workers[1].kill()
    pool._workers[1].wait()
    assert pool.think(BOOK, asked, Progress()).playouts == 20
    assert not set(before) & set(pool.processes)
    pool.close()


def test_a_worker_that_somebody_stopped_goes_on_when_it_is_needed(
    pool: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.opponents.search.worker_pool._PATIENCE", 1)
    asked = task(BOOK, 20)
    pool.think(BOOK, asked, Progress())
    for process in pool.processes:
        os.kill(process, signal.SIGSTOP)
        os.waitid(os.P_PID, process, os.WSTOPPED | os.WNOWAIT)
    before = pool.processes
    assert pool.think(BOOK, asked, Progress()).playouts == 20
    assert pool.processes == before


def test_a_stopped_crew_can_be_closed() -> None:
    pool = WorkerPool()
    pool.think(BOOK, task(BOOK, 20), Progress())
    for process in pool.processes:
        os.kill(process, signal.SIGSTOP)
    pool.close()
    assert pool.processes == ()


def test_closing_ends_a_search_that_is_going_on() -> None:
    pool = WorkerPool()
    threading.Timer(0.3, pool.close).start()
    with pytest.raises(OpponentError, match="has been closed"):
        pool.think(BOOK, task(BOOK, ENDLESS), Progress())
    with pytest.raises(OpponentError, match="has been closed"):
        pool.think(BOOK, task(BOOK, 20), Progress())


def test_a_fault_in_a_worker_is_told(pool: WorkerPool) -> None:
    broken = Task(task(BOOK, 4).state, 4, 1, "x", wants=None)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(OpponentError, match="the search failed: "):
        pool.think(BOOK, broken, Progress())
    assert pool.think(BOOK, task(BOOK, 20), Progress()).playouts == 20


def test_two_that_ask_at_once_both_get_their_answers(pool: WorkerPool) -> None:
    """A coach that is still thinking keeps no opponent waiting for ever."""
    found = {}

    def ask(playouts: int) -> None:
        found[playouts] = pool.think(BOOK, task(BOOK, playouts), Progress())

    threads = [threading.Thread(target=ask, args=(playouts,)) for playouts in (300, 40, 90)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {playouts: each.playouts for playouts, each in found.items()} == {
        each: each for each in (300, 40, 90)
    }
