"""Thinking small tasks where one is, and large ones in processes of their own.

Two workers are two interpreters, with the game in each: what a character looks at is thought
through before they have started.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from game.opponents.search.task import Priority, Progress, Task, Urgency
from game.opponents.thought import Analysis
from game.rules import Rulebook

if TYPE_CHECKING:
    from game.opponents.search.worker_pool import WorkerPool

SMALL: Final = 600
"""Tasks of so many playouts are thought here: that takes some hundredths of a second."""


class Frugal:
    """Has workers for large tasks, which start with the first of these.

    ``think`` blocks, and may be called from any thread. Whoever thinks, what is found is the same.
    """

    def __init__(self) -> None:
        self._pool: WorkerPool | None = None
        self._closed = False
        self._lock = Lock()

    @property
    def workers(self) -> WorkerPool:
        """Who thinks what is large."""
        from game.opponents.search.worker_pool import WorkerPool  # noqa: PLC0415 - few tasks are

        with self._lock:
            if self._pool is None:
                self._pool = WorkerPool()
                if self._closed:  # so it says
                    self._pool.close()
            return self._pool

    @property
    def alone(self) -> bool:
        """Whether nobody has been called so far."""
        return self._pool is None

    def at(self, priority: Priority) -> Urgency:
        """The same, for tasks that are as urgent as that."""
        return Urgency(self, priority)

    def think(
        self,
        book: Rulebook,
        task: Task,
        progress: Progress,
        priority: Priority = Priority.OPPONENT,
    ) -> Analysis:
        """Think a task through, or until hurried.

        Raises:
            CancelledSearchError: it was cancelled.
            OpponentError: workers were lost or failed, or it was closed.
        """
        if task.playouts > SMALL:
            return self.workers.think(book, task, progress, priority)
        from game.opponents.search.think import Alone  # noqa: PLC0415 - not before it thinks

        return Alone().think(book, task, progress)

    def close(self) -> None:
        """End the workers; what is large gets no answer any more."""
        with self._lock:
            self._closed = True
            if self._pool is not None:
                self._pool.close()
