"""Workers of which a test says when they go on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from game.opponents.search import Progress, WorkerPool
from game.opponents.search.analysis import Branch, branches
from game.opponents.search.messages import Grow
from game.opponents.search.think import SearchCache, grow
from game.opponents.search.worker_process import LostWorkerError
from game.rules import Rulebook


class Script:
    """What scripted workers did, and what they may do.

    Attributes:
        begun: the pieces that were begun, in order: the seed of the task, and the tree.
        hurried: the tickets of the requests that were hurried.
        deaths: so many more pieces kill the worker that begins them.
    """

    def __init__(self, *, free: bool = False) -> None:
        self.begun: list[tuple[str, int]] = []
        self.hurried: list[int] = []
        self.deaths = 0
        self._free = free
        self._beginning: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()
        self._going = threading.Semaphore(0)

    def pool(self, workers: int) -> WorkerPool:
        """A pool of such workers."""
        return WorkerPool(workers, lambda: ScriptedWorker(self))

    def see(self, pieces: int) -> None:
        """Wait until so many more pieces have been begun."""
        for _ in range(pieces):
            self.begun.append(self._beginning.get())

    def go(self, pieces: int) -> None:
        """Let so many pieces be done."""
        for _ in range(pieces):
            self._going.release()

    def begin(self, request: Grow) -> None:
        """A worker begins a piece, and waits until it may go on."""
        self._beginning.put((request.task.seed, request.tree))
        if not self._free:
            self._going.acquire()


class ScriptedWorker:
    """Grows trees in the thread that asks."""

    process = None

    def __init__(self, script: Script) -> None:
        self.script = script

    def grow(
        self, book: Rulebook, request: Grow, told: Callable[[int], None]
    ) -> tuple[Branch, ...]:
        self.script.begin(request)
        if self.script.deaths:
            self.script.deaths -= 1
            raise LostWorkerError("it ended")
        progress = Progress()
        tree = grow(SearchCache(book), request.task, request.tree, progress)
        told(progress.done)
        return branches(tree)

    def hurry(self, ticket: int) -> None:
        self.script.hurried.append(ticket)

    def wake(self) -> None:
        """It is never stopped."""

    def close(self) -> None:
        """Nothing is left of it."""
