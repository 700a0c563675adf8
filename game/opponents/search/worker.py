"""Grows trees for another process, ``main`` being all that a worker runs.

It reads requests from its standard input and writes replies to its standard output, both
pickled, until the input ends. It is a plain program and no ``multiprocessing`` child, so that it
can be started from inside an app that has taken over the terminal.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
from contextlib import suppress
from typing import IO, Final

from game.opponents.search.analysis import branches
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
from game.opponents.search.task import Progress
from game.opponents.search.think import SearchCache, grow
from game.rules import Rulebook

_STEPS: Final = 64
"""About so many times a request's progress is told."""


class _Reporter(Progress):
    """Tells the progress of a request to the other process."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._ticket = -1
        self._told = 0
        self._done = 0
        super().__init__()

    def take(self, ticket: int, playouts: int) -> None:
        self._ticket, self._told = ticket, 0
        self.begin(playouts)

    def hurry_on(self, ticket: int) -> None:
        if ticket == self._ticket:
            self.hurry()

    @property
    def done(self) -> int:
        return self._done

    @done.setter
    def done(self, done: int) -> None:
        self._done = done
        if done - self._told >= max(1, self.playouts // _STEPS):
            self._told = done
            send(self._out, Playouts(self._ticket, done))


def serve(source: IO[bytes], out: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    waiting: queue.SimpleQueue[Play | Grow | None] = queue.SimpleQueue()
    reporter = _Reporter(out)
    hurried = 0  # the last request that was hurried; tickets rise

    def listen() -> None:
        nonlocal hurried
        while True:
            try:
                request: Request = pickle.load(source)  # noqa: S301 - from the parent process
            except (EOFError, OSError):
                waiting.put(None)
                reporter.hurry()
                return
            if isinstance(request, Hurry):
                hurried = max(hurried, request.ticket)
                reporter.hurry_on(request.ticket)
            else:
                waiting.put(request)

    threading.Thread(target=listen, daemon=True).start()
    cache: SearchCache | None = None
    while (request := waiting.get()) is not None:
        if isinstance(request, Play):
            cache = SearchCache(Rulebook(request.scenario, request.variant))
            continue
        reporter.take(request.ticket, request.task.budget(request.tree))
        if request.ticket == hurried:
            reporter.hurry()
        send(out, _reply(cache, request, reporter))


def _reply(cache: SearchCache | None, request: Grow, reporter: Progress) -> Reply:
    try:
        if cache is None:
            return Failed(request.ticket, "no scenario was named")
        tree = grow(cache, request.task, request.tree, reporter)
    except Exception as error:
        return Failed(request.ticket, f"{type(error).__name__}: {error}")
    return Grown(request.ticket, branches(tree))


_PR_SET_PDEATHSIG: Final = 1
"""As Linux numbers it."""


def _end_with_whoever_asks() -> None:
    """Be ended by the system once nobody is left to ask: who has been stopped does not hear it.

    Where there is no such thing, a worker that was stopped ends when it is let go on.
    """
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):  # a Python without it, or no such call
            import ctypes  # noqa: PLC0415 - elsewhere it is of no use

            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def main() -> None:
    """Serve the process that started this one."""
    _end_with_whoever_asks()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed in the terminal is not for us
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, out)
