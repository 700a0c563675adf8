"""A process that grows trees for this one, as ``worker`` does it there."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from game.opponents.search.messages import (
    Failed,
    Grow,
    Grown,
    Hurry,
    Play,
    Playouts,
    Reply,
    Request,
    send,
)
from game.opponents.seat import OpponentError
from game.process import command, environment
from game.rules import Rulebook

if TYPE_CHECKING:
    from game.opponents.search.analysis import Branch

_WORKER: Final = "game.opponents.search.worker"

HUMBLE: Final = 10
"""By so much a humble worker is nicer than the process that starts it."""


class LostWorkerError(OpponentError):
    """A worker ended before it had an answer."""


class Worker(Protocol):
    """Whoever grows trees for a pool, one at a time."""

    @property
    def process(self) -> int | None:
        """The number that the system knows it by, if it is a process and runs."""
        ...

    def grow(
        self, book: Rulebook, request: Grow, told: Callable[[int], None]
    ) -> tuple[Branch, ...]:
        """Grow a tree, and say from time to time how many playouts are done.

        Raises:
            LostWorkerError: the worker has ended. The next request finds another one.
            OpponentError: it failed.
        """
        ...

    def hurry(self, ticket: int) -> None:
        """Let it reply to a request with what there is. Never waits; from any thread."""
        ...

    def wake(self) -> None:
        """Let it go on if it has been stopped."""
        ...

    def close(self) -> None:
        """End it for good; a request that is going on fails."""
        ...


class WorkerProcess:
    """A worker that is a process. It starts with the first request, and anew if it has ended.

    Args:
        humble: the processor is left to whoever else has something to do.
    """

    def __init__(self, *, humble: bool = False) -> None:
        self._humble = humble
        self._running: subprocess.Popen[bytes] | None = None
        self._book: Rulebook | None = None
        """What the process knows."""
        self._hurried = 0
        """The last request that was hurried."""
        self._closed = False
        self._starting = threading.Lock()
        self._writing = threading.Lock()

    @property
    def process(self) -> int | None:
        running = self._running
        return None if running is None else running.pid

    def grow(
        self, book: Rulebook, request: Grow, told: Callable[[int], None]
    ) -> tuple[Branch, ...]:
        running = self._start()
        try:
            with self._writing:
                if self._book is not book:
                    self._send(running, Play(book.scenario, book.variant))
                    self._book = book
                self._send(running, request)
            self._hurry_on(running, request.ticket)  # whoever hurried meanwhile could not write
            return self._hear(running, request.ticket, told)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self._end()
            if self._closed:
                raise LostWorkerError("the search has been closed") from None
            code = running.returncode
            raise LostWorkerError(
                f"the search ended before it had an answer (exit code {code})"
            ) from None

    def hurry(self, ticket: int) -> None:
        if self._hurried == ticket:
            return
        self._hurried = ticket
        running = self._running
        if running is not None:
            with contextlib.suppress(OSError, ValueError):  # it has ended, which is told elsewhere
                self._hurry_on(running, ticket)

    def wake(self) -> None:
        running = self._running
        if running is not None and _stopped(running.pid):
            running.send_signal(signal.SIGCONT)

    def close(self) -> None:
        self._closed = True
        self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        """The process, which may have to be started."""
        if self._running is not None and self._running.poll() is not None:
            self._end()
        with self._starting:
            if self._closed:
                raise LostWorkerError("the search has been closed")
            if self._running is None:
                self._book = None
                self._running = subprocess.Popen(  # noqa: S603 - our own interpreter
                    command(_WORKER),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                    creationflags=_creation(humble=self._humble),
                )
                if self._humble:
                    _give_way(self._running.pid)
            return self._running

    def _end(self) -> None:
        """Let go of the process."""
        with self._starting:
            running, self._running = self._running, None
            if running is None:
                return
            running.kill()
            running.wait()
            for pipe in (running.stdin, running.stdout):
                assert pipe is not None  # both are pipes
                with contextlib.suppress(OSError):
                    pipe.close()

    def _hurry_on(self, running: subprocess.Popen[bytes], ticket: int) -> None:
        """Tell the process if a request is hurried; if it is being written to, its writer will."""
        if self._hurried == ticket and self._writing.acquire(blocking=False):
            try:
                self._send(running, Hurry(ticket))
            finally:
                self._writing.release()

    @staticmethod
    def _send(running: subprocess.Popen[bytes], message: Request) -> None:
        assert running.stdin is not None  # it is piped
        send(running.stdin, message)

    @staticmethod
    def _hear(
        running: subprocess.Popen[bytes], ticket: int, told: Callable[[int], None]
    ) -> tuple[Branch, ...]:
        """Listen to the process until it has replied to a request."""
        assert running.stdout is not None  # it is piped
        while True:
            reply: Reply = pickle.load(running.stdout)  # noqa: S301 - from our own worker
            if reply.ticket != ticket:
                continue
            match reply:
                case Playouts():
                    told(reply.done)
                case Grown():
                    return reply.branches
                case Failed():
                    raise OpponentError(f"the search failed: {reply.why}")


def _creation(*, humble: bool) -> int:
    """How a process is created on Windows; elsewhere there is nothing to say."""
    if humble and sys.platform == "win32":
        return subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def _give_way(process: int) -> None:
    """Let a process go after all others where the system knows priorities as numbers."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it has ended, and that is told elsewhere
            os.setpriority(
                os.PRIO_PROCESS, process, min(19, os.getpriority(os.PRIO_PROCESS, 0) + HUMBLE)
            )


def _stopped(process: int) -> bool:
    """Whether a child process has been stopped; never, on systems that do not tell."""
    if not hasattr(os, "waitid"):
        return False
    with contextlib.suppress(ChildProcessError):  # it has ended, and that is told elsewhere
        how = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, process, how) is not None
    return False
