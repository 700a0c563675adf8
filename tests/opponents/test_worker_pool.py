"""Thinking in other processes is the same thinking."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from game.opponents import OpponentError
from game.opponents.search import (
    Alone,
    CancelledSearchError,
    Priority,
    Progress,
    SearchSeat,
    Task,
    WorkerPool,
    humble_pool,
)
from game.opponents.search.level import Level
from game.opponents.search.worker_process import HUMBLE
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


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="priorities are no numbers here")
def test_humble_workers_find_the_same_and_go_after_all_others(pool: WorkerPool) -> None:
    humble = humble_pool()
    asked = task(BOOK, 8)
    try:
        found = humble.think(BOOK, asked, Progress())
        nice = {os.getpriority(os.PRIO_PROCESS, each) for each in humble.processes}
    finally:
        humble.close()
    here = os.getpriority(os.PRIO_PROCESS, 0)
    assert nice == {min(19, here + HUMBLE)}
    assert found == pool.think(BOOK, asked, Progress())
    assert {os.getpriority(os.PRIO_PROCESS, each) for each in pool.processes} == {here}


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
    """Kills workers, each once, whenever somebody looks whether the search is hurried."""

    def __init__(self, pool: WorkerPool, most: int) -> None:
        self.pool = pool
        self.most = most
        self.killed: set[int] = set()
        super().__init__()

    @property
    def hurried(self) -> bool:
        for process in set(self.pool.processes) - self.killed:
            if len(self.killed) < self.most:
                self.killed.add(process)
                with contextlib.suppress(ProcessLookupError):  # it has ended by itself
                    os.kill(process, signal.SIGKILL)
        return len(self.killed) == self.most < ENDLESS


def test_a_worker_that_is_lost_while_it_thinks_is_replaced() -> None:
    """The thought is begun anew, and nobody has to ask again."""
    pool = WorkerPool()
    assault = Assault(pool, 1)
    analysis = pool.think(BOOK, task(BOOK, ENDLESS), assault)
    assert analysis.best.decision in legal(BOOK, task(BOOK, ENDLESS).state)
    assert len(assault.killed) == 1
    assert not assault.killed & set(pool.processes)
    pool.close()


def test_a_pool_that_loses_each_worker_says_so_and_recovers() -> None:
    pool = WorkerPool()
    with pytest.raises(OpponentError, match="ended before it had an answer"):
        pool.think(BOOK, task(BOOK, ENDLESS), Assault(pool, ENDLESS))
    assert pool.think(BOOK, task(BOOK, 20), Progress()).playouts == 20
    pool.close()


def test_a_worker_that_is_lost_while_nobody_thinks_is_not_missed() -> None:
    pool = WorkerPool()
    asked = task(BOOK, 20)
    found = pool.think(BOOK, asked, Progress())
    before = pool.processes
    for process in before:
        os.kill(process, signal.SIGKILL)
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert pool.think(BOOK, asked, Progress()) == found
    assert not set(before) & set(pool.processes)
    pool.close()


def test_a_search_that_is_cancelled_makes_room(pool: WorkerPool) -> None:
    """Whoever worked at it is free for the next one."""
    progress = Progress()
    threading.Timer(0.1, progress.cancel).start()
    with pytest.raises(CancelledSearchError):
        pool.think(BOOK, task(BOOK, ENDLESS), progress)
    assert pool.think(BOOK, task(BOOK, 20), Progress()).playouts == 20


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


def test_a_stopped_pool_can_be_closed() -> None:
    pool = WorkerPool()
    pool.think(BOOK, task(BOOK, 20), Progress())
    for process in pool.processes:
        os.kill(process, signal.SIGSTOP)
    pool.close()
    assert pool.processes == ()


ASKING = """
import os, sys
from game.opponents.search import Progress, WorkerPool
from tests.opponents.test_worker_pool import BOOK, task

pool = WorkerPool(2)
pool.think(BOOK, task(BOOK, 8), Progress())
print(*pool.processes, flush=True)
sys.stdin.read()
"""
"""Has workers, says which, and waits."""


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no such thing")
@pytest.mark.parametrize("stopped", [True, False])
def test_no_worker_outlives_whoever_asks_it(*, stopped: bool) -> None:
    """Though it was stopped, and nothing could be said to it."""
    with subprocess.Popen(
        [sys.executable, "-c", ASKING], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as asking:
        assert asking.stdout is not None
        workers = [int(each) for each in asking.stdout.readline().split()]
        assert len(workers) == 2
        ends = [os.pidfd_open(each) for each in workers]
        if stopped:
            for each in workers:
                os.kill(each, signal.SIGSTOP)
        asking.kill()
        for each in ends:
            try:
                select.select([each], [], [])  # it can be read once the process has ended
            finally:
                with contextlib.suppress(ProcessLookupError):
                    signal.pidfd_send_signal(each, signal.SIGKILL)
                os.close(each)


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


def test_all_that_ask_at_once_get_the_answers_that_they_would_get_alone(pool: WorkerPool) -> None:
    """About different scenarios, and however urgent."""
    small = Rulebook(tiny())
    asked = [
        (book, task(book, playouts), priority)
        for book, playouts, priority in (
            (BOOK, 300, Priority.BACKGROUND),
            (small, 40, Priority.COACH),
            (BOOK, 90, Priority.OPPONENT),
        )
    ]
    with ThreadPoolExecutor(len(asked)) as threads:
        answers = [
            threads.submit(pool.at(priority).think, book, each, Progress())
            for book, each, priority in asked
        ]
        found = [answer.result() for answer in answers]
    assert found == [Alone().think(book, each, Progress()) for book, each, _ in asked]
