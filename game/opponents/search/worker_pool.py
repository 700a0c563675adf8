"""Thinking in other processes, so that this one stays free for the screen."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import threading
from typing import Final

from game.opponents.search.analysis import Branch, merge
from game.opponents.search.messages import (
    Failed,
    Grow,
    Grown,
    Hurry,
    Play,
    Playouts,
    Reply,
    send,
)
from game.opponents.search.think import TREES, Progress, Task
from game.opponents.seat import OpponentError
from game.opponents.thought import Analysis
from game.process import command, environment
from game.rules import Rulebook

_Replies = queue.SimpleQueue[tuple[int, Reply | None]]
"""Which tree's worker said what; nothing means that its process has ended."""

_WORKER: Final = "game.opponents.search.worker"
_POLL: Final = 0.05
"""Seconds between two looks whether the search is hurried."""

_PATIENCE: Final = 20
"""After so many looks in vain a worker that somebody has stopped is told to go on."""


class WorkerPool:
    """Worker processes, one for each tree of a search. They start with the first task.

    ``think`` blocks; call it from a thread of its own where a screen has to stay alive. ``close``
    may be called from another thread, and ends a search that is going on.
    """

    def __init__(self) -> None:
        self._workers: list[subprocess.Popen[bytes]] = []
        self._replies: _Replies = queue.SimpleQueue()
        self._book: Rulebook | None = None
        self._ticket = 0
        self._closed = False
        self._turn = threading.Lock()

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the worker processes that the system knows them by."""
        return tuple(worker.pid for worker in self._workers)

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        """Think a task through, or until hurried; one task after the other.

        Raises:
            OpponentError: a worker ended or failed.
        """
        with self._turn:
            return self._think(book, task, progress)

    def _think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        self._start(book)
        self._ticket += 1
        ticket = self._ticket
        for tree in range(TREES):
            self._send(tree, Grow(ticket, task, tree))
        found: list[tuple[Branch, ...] | None] = [None] * TREES
        done = [0] * TREES
        hurried = False
        vain = 0
        while None in found:
            if progress.hurried and not hurried:
                hurried = True
                for tree in range(TREES):
                    self._send(tree, Hurry(ticket))
            try:
                tree, reply = self._replies.get(timeout=_POLL)
            except queue.Empty:
                vain += 1
                if vain % _PATIENCE == 0:
                    self._wake()
                continue
            if reply is None:
                raise self._ended(tree)
            if reply.ticket != ticket:
                continue
            match reply:
                case Playouts():
                    done[tree] = reply.done
                    progress.done = sum(done)
                case Grown():
                    found[tree] = reply.branches
                case Failed():
                    raise OpponentError(f"the search failed: {reply.why}")
        analysis = merge(book, task.state.side, [each for each in found if each is not None])
        progress.done = analysis.playouts
        return analysis

    def close(self) -> None:
        """End the workers; a search that is going on fails."""
        self._closed = True
        self._dismiss()

    def _start(self, book: Rulebook) -> None:
        if self._closed:
            raise OpponentError("the search has been closed")
        if any(worker.poll() is not None for worker in self._workers):
            self._dismiss()  # one has ended since it was last asked; all begin anew
        if not self._workers:
            self._replies = queue.SimpleQueue()  # nothing that earlier workers said is left
            self._workers = [self._worker(tree) for tree in range(TREES)]
            self._book = None
        if self._book is not book:
            for tree in range(TREES):
                self._send(tree, Play(book.scenario, book.variant))
            self._book = book

    def _worker(self, tree: int) -> subprocess.Popen[bytes]:
        worker = subprocess.Popen(  # noqa: S603 - our own interpreter
            command(_WORKER),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
        heard = (tree, worker, self._replies)
        threading.Thread(target=self._listen, args=heard, daemon=True).start()
        return worker

    def _wake(self) -> None:
        """Let workers go on that have been stopped: by a debugger, or by a hand that slipped."""
        for worker in self._workers:
            if _stopped(worker.pid):
                worker.send_signal(signal.SIGCONT)

    @staticmethod
    def _listen(tree: int, worker: subprocess.Popen[bytes], replies: _Replies) -> None:
        """Pass on what a worker says, and in the end that it says no more."""
        assert worker.stdout is not None  # it is piped
        with worker.stdout as said:
            while True:
                try:
                    reply: Reply = pickle.load(said)  # noqa: S301 - from our own worker
                except (EOFError, OSError, ValueError, pickle.UnpicklingError):
                    replies.put((tree, None))
                    return
                replies.put((tree, reply))

    def _send(self, tree: int, request: Play | Grow | Hurry) -> None:
        try:
            stdin = self._workers[tree].stdin
            assert stdin is not None  # it is piped
            send(stdin, request)
        except (IndexError, OSError, ValueError):
            raise self._ended(tree) from None

    def _ended(self, tree: int) -> OpponentError:
        """What to say of a worker that is gone. The next task starts new ones."""
        if self._closed:
            return OpponentError("the search has been closed")
        code = self._workers[tree].poll() if tree < len(self._workers) else None
        self._dismiss()
        return OpponentError(f"the search ended before it had an answer (exit code {code})")

    def _dismiss(self) -> None:
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.wait()
            assert worker.stdin is not None  # it is piped
            with contextlib.suppress(OSError):
                worker.stdin.close()


def _stopped(process: int) -> bool:
    """Whether a child process has been stopped; never, on systems that do not tell."""
    if not hasattr(os, "waitid"):
        return False
    with contextlib.suppress(ChildProcessError):  # it has ended, and that is told elsewhere
        how = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, process, how) is not None
    return False
