"""Thinking in other processes, so that this one stays free for the screen.

Several tasks may be thought about at the same time. Each is cut into pieces, one for each of its
trees; whoever of the workers is free takes the next piece of the most urgent task. So a task that
is less urgent gives way as soon as the pieces that are begun are done, and goes on afterwards. As
no piece depends on another one, nor on who grows it, none of this changes what is found.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, field

from game.opponents.search.messages import Grow
from game.opponents.search.task import (
    TREES,
    CancelledSearchError,
    Priority,
    Progress,
    Task,
    Urgency,
)
from game.opponents.search.worker_process import LostWorkerError, Worker, WorkerProcess
from game.opponents.seat import OpponentError
from game.opponents.thought import Analysis
from game.rules import Rulebook

if TYPE_CHECKING:
    from game.opponents.search.analysis import Branch

_POLL: Final = 0.05
"""Seconds between two looks whether a search is hurried."""

_PATIENCE: Final = 20
"""After so many looks workers that somebody has stopped are told to go on."""

_TRIES: Final = 2
"""So often a piece is begun whose worker is lost; then it may be the piece that kills them."""


@define(eq=False)
class _Errand:
    """A task while it is thought about.

    Attributes:
        order: which comes first, the more urgent and then the older.
        waiting: the trees that nobody has begun, or whose worker was lost.
        begun: by tree who grows it, and the ticket of the request.
        tries: per tree how often its worker was lost.
        done: per tree how many playouts are done.
        found: per tree what came of it.
        failed: why there will be no answer.
    """

    book: Rulebook
    task: Task
    progress: Progress
    order: tuple[Priority, int]
    waiting: list[int] = field(init=False)
    begun: dict[int, tuple[Worker, int]] = Factory(dict)
    tries: list[int] = field(init=False)
    done: list[int] = field(init=False)
    found: list[tuple[Branch, ...] | None] = field(init=False)
    failed: OpponentError | None = None

    def __attrs_post_init__(self) -> None:
        trees = self.task.trees
        self.waiting = list(range(trees))
        self.tries, self.done, self.found = [0] * trees, [0] * trees, [None] * trees


class WorkerPool:
    """Workers that share the trees of searches. They start with the first task.

    ``think`` blocks; call it from a thread of its own where a screen has to stay alive, and from
    as many threads as there are tasks. ``close`` may be called from any thread, and ends all
    searches that are going on.

    Args:
        workers: how many there are.
        worker: makes one.
    """

    def __init__(self, workers: int = TREES, worker: Callable[[], Worker] = WorkerProcess) -> None:
        self._workers = tuple(worker() for _ in range(workers))
        self._errands: list[_Errand] = []
        self._asked = 0
        self._ticket = 0
        self._begun = False
        self._closed = False
        self._news = threading.Condition()

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the worker processes that the system knows them by."""
        numbers = (worker.process for worker in self._workers)
        return tuple(number for number in numbers if number is not None)

    def at(self, priority: Priority) -> Urgency:
        """These workers, for tasks that are as urgent as that."""
        return Urgency(self, priority)

    def think(
        self,
        book: Rulebook,
        task: Task,
        progress: Progress,
        priority: Priority = Priority.OPPONENT,
    ) -> Analysis:
        """Think a task through, or until hurried. What is more urgent goes before it.

        Raises:
            CancelledSearchError: it was cancelled.
            OpponentError: workers were lost or failed, or the pool was closed.
        """
        from game.opponents.search.analysis import merge  # noqa: PLC0415 - not before it thinks

        errand = self._take(book, task, progress, priority)
        try:
            self._await(errand)
        finally:
            self._leave(errand)
        analysis = merge(book, task.state, [each for each in errand.found if each is not None])
        progress.done = analysis.playouts
        return analysis

    def close(self) -> None:
        """End the workers; searches that are going on fail."""
        with self._news:
            self._closed = True
            self._news.notify_all()
        for worker in self._workers:
            worker.close()

    # ---------------------------------------------------------------------- who asks

    def _take(self, book: Rulebook, task: Task, progress: Progress, priority: Priority) -> _Errand:
        with self._news:
            self._asked += 1
            errand = _Errand(book, task, progress, (priority, self._asked))
            self._errands.append(errand)
            if not self._begun and not self._closed:
                self._begun = True
                for worker in self._workers:
                    threading.Thread(target=self._serve, args=(worker,), daemon=True).start()
            self._news.notify_all()
        return errand

    def _await(self, errand: _Errand) -> None:
        """Wait until all trees of a task are there."""
        progress, looks = errand.progress, 0
        while True:
            with self._news:
                if self._closed:
                    raise OpponentError("the search has been closed")
                if errand.failed is not None:
                    raise errand.failed
                if progress.cancelled:
                    raise CancelledSearchError("the search was cancelled")
                if None not in errand.found:
                    return
                self._news.wait(_POLL)
            if progress.hurried:
                self._hurry(errand)
            looks += 1
            if looks % _PATIENCE == 0:
                for worker in self._workers:
                    worker.wake()

    def _leave(self, errand: _Errand) -> None:
        """Forget a task. Whoever still works for it is to stop."""
        with self._news:
            self._errands.remove(errand)
        self._hurry(errand)

    def _hurry(self, errand: _Errand) -> None:
        with self._news:
            for worker, ticket in errand.begun.values():
                worker.hurry(ticket)

    # ---------------------------------------------------------------------- who works

    def _serve(self, worker: Worker) -> None:
        """Let a worker do what is most urgent, piece by piece, until the pool is closed."""
        while (piece := self._next(worker)) is not None:
            errand, request = piece
            try:
                found = worker.grow(errand.book, request, partial(self._told, errand, request.tree))
            except LostWorkerError as error:
                self._lost(errand, request.tree, error)
            except OpponentError as error:
                self._ended(errand, request.tree, failed=error)
            except Exception as error:
                failed = OpponentError(f"the search failed: {type(error).__name__}: {error}")
                self._ended(errand, request.tree, failed=failed)
            else:
                self._ended(errand, request.tree, found)

    def _next(self, worker: Worker) -> tuple[_Errand, Grow] | None:
        """Wait for a piece of the most urgent task; nothing if the pool has been closed."""
        with self._news:
            while not self._closed:
                open_ = [each for each in self._errands if each.waiting and each.failed is None]
                if open_:
                    errand = min(open_, key=lambda each: each.order)
                    tree = errand.waiting.pop(0)
                    self._ticket += 1
                    errand.begun[tree] = worker, self._ticket
                    return errand, Grow(self._ticket, errand.task, tree)
                self._news.wait()
        return None

    def _told(self, errand: _Errand, tree: int, done: int) -> None:
        errand.done[tree] = done
        errand.progress.done = sum(errand.done)

    def _lost(self, errand: _Errand, tree: int, error: OpponentError) -> None:
        """Have a piece begun anew whose worker was lost."""
        errand.tries[tree] += 1
        if errand.tries[tree] == _TRIES:
            self._ended(errand, tree, failed=error)
            return
        with self._news:
            errand.begun.pop(tree)
            errand.waiting.insert(0, tree)
            self._news.notify_all()

    def _ended(
        self,
        errand: _Errand,
        tree: int,
        found: tuple[Branch, ...] | None = None,
        failed: OpponentError | None = None,
    ) -> None:
        with self._news:
            errand.begun.pop(tree)
            errand.found[tree] = found
            errand.failed = errand.failed or failed
            self._news.notify_all()


def humble_pool(workers: int = TREES) -> WorkerPool:
    """Workers for what nobody waits for, such as a review: the processor is left to all others.

    They are workers of their own, so that no other task waits for a piece that they have begun.
    """
    return WorkerPool(workers, partial(WorkerProcess, humble=True))
