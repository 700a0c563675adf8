"""Calls spread over processes of our own, answered in the order in which they were asked.

The processes are started as the workers of a search are, and not by ``multiprocessing``, which
starts its own with the current folder first on their path and runs the caller's program again.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from typing import IO, Any, Final, TypeVar

from game.balance.errors import PoolError
from game.process import command, environment
from game.value import frozen

_Answer = TypeVar("_Answer")
_Worker = subprocess.Popen[bytes]
_Call = tuple[Callable[..., object], tuple[Any, ...]]

_HERE: Final = "game.balance.pool"


@frozen
class _CallFailed:
    """What a process says of a call that failed."""

    why: str


def on_cores(
    call: Callable[..., _Answer], jobs: Sequence[tuple[Any, ...]], cores: int
) -> Generator[_Answer, None, None]:
    """Call a function with each of some arguments, and give what it returns in the same order.

    As ``as_done``, but for the order.
    """
    early: dict[int, _Answer] = {}
    turn = 0
    with contextlib.closing(as_done(call, jobs, cores)) as answers:
        for place, answer in answers:
            early[place] = answer
            while turn in early:
                yield early.pop(turn)
                turn += 1


def as_done(
    call: Callable[..., _Answer], jobs: Sequence[tuple[Any, ...]], cores: int
) -> Generator[tuple[int, _Answer], None, None]:
    """Call a function with each of some arguments, and give what it returns as it comes.

    Args:
        call: a function of a module, so that another process finds it by name.
        jobs: the arguments of each call.
        cores: how many processes.

    Yields:
        The place of some arguments, and what the call with them returned.

    Raises:
        PoolError: a call failed, or its process ended.
    """
    left, turn = iter(enumerate(jobs)), threading.Lock()
    answers: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()

    def work(worker: _Worker) -> None:
        try:
            while True:
                with turn:
                    place, job = next(left, (-1, ()))
                if place < 0:
                    return
                answers.put((place, _ask(worker, (call, job))))
        except PoolError as error:
            answers.put((-1, error))

    workers = [_start() for _ in range(min(cores, len(jobs)))]
    threads = [threading.Thread(target=work, args=(each,), daemon=True) for each in workers]
    for thread in threads:
        thread.start()
    try:
        for _ in jobs:
            at, answer = answers.get()
            if at < 0:
                raise answer
            yield at, answer
    finally:
        for worker in workers:
            worker.kill()
        for thread in threads:
            thread.join()
        for worker in workers:
            _close(worker)


def _start() -> _Worker:
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        command(_HERE), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )


def _ask(worker: _Worker, call: _Call) -> object:
    assert worker.stdin is not None  # both are piped
    assert worker.stdout is not None
    try:
        _send(worker.stdin, call)
        answer: object = pickle.load(worker.stdout)  # noqa: S301 - from our own worker
    except (EOFError, OSError, pickle.UnpicklingError):
        raise PoolError(f"a process ended before its answer (exit code {worker.wait()})") from None
    if isinstance(answer, _CallFailed):
        raise PoolError(answer.why)
    return answer


def _close(worker: _Worker) -> None:
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        assert pipe is not None  # both are piped
        with contextlib.suppress(OSError):
            pipe.close()


def _send(out: IO[bytes], message: object) -> None:
    pickle.dump(message, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()


def main() -> None:
    """Answer the calls of the process that started this one, until it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed in the terminal is not for us
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    calls: queue.SimpleQueue[_Call] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, calls), daemon=True).start()
    while True:
        call, arguments = calls.get()
        answer: object
        try:
            answer = call(*arguments)
        except Exception as error:
            answer = _CallFailed(f"{type(error).__name__}: {error}")
        _send(out, answer)


def _listen(source: IO[bytes], calls: queue.SimpleQueue[_Call]) -> None:
    """Pass calls on; when there can be no more, end at once, in the middle of one too."""
    while True:
        try:
            calls.put(pickle.load(source))  # noqa: S301 - from the parent process
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)
