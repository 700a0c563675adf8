"""What is small is thought in this process, what is large by workers; the answer is the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.opponents import OpponentError
from game.opponents.search import Alone, CancelledSearchError, Frugal, Priority, Progress, Task
from game.opponents.search.frugal import SMALL
from game.opponents.search.worker_pool import WorkerPool
from tests.opponents.test_urgency import BOOK, STATE


@pytest.fixture
def frugal() -> Iterator[Frugal]:
    found = Frugal()
    yield found
    found.close()


@pytest.mark.parametrize("playouts", [1, SMALL])
def test_nobody_is_called_for_what_is_small(
    frugal: Frugal, monkeypatch: pytest.MonkeyPatch, playouts: int
) -> None:
    monkeypatch.setattr(WorkerPool, "think", pytest.fail)
    task = Task(STATE, playouts, 1, "small")
    assert frugal.at(Priority.COACH).think(BOOK, task, Progress()) == Alone().think(
        BOOK, task, Progress()
    )


def test_workers_find_what_would_be_found_here(frugal: Frugal) -> None:
    task = Task(STATE, SMALL + 1, 1, "large")
    found = frugal.at(Priority.COACH).think(BOOK, task, Progress())
    assert frugal.workers.processes
    assert found == Alone().think(BOOK, task, Progress())


def test_what_is_cancelled_has_no_answer(frugal: Frugal) -> None:
    for playouts in (SMALL, SMALL + 1):
        progress = Progress()
        progress.cancel()
        with pytest.raises(CancelledSearchError):
            frugal.think(BOOK, Task(STATE, playouts, 1, "cancelled"), progress)


def test_a_large_task_fails_that_comes_after_the_end(frugal: Frugal) -> None:
    """Whoever ends while a screen still asks must not start workers that nobody ends."""
    frugal.close()
    with pytest.raises(OpponentError, match="closed"):
        frugal.think(BOOK, Task(STATE, SMALL + 1, 1, "late"), Progress())
