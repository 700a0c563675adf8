"""A scheduler and some workers on this machine, each a process that ends with this one."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from typing import Final

from game.balance.errors import ClusterError
from game.process import command, environment

_HERE: Final = "game.balance.local_cluster"
_LOOPBACK: Final = "127.0.0.1"
_PAGE: Final = f"{_LOOPBACK}:0"


@contextlib.contextmanager
def local_cluster(workers: int) -> Iterator[str]:
    """Start them, and give the address of the scheduler.

    Raises:
        ClusterError: they do not start.
    """
    running: list[subprocess.Popen[str]] = []
    with tempfile.TemporaryDirectory(prefix="shared-enemy-") as folder:
        try:
            running.append(_start("scheduler", "", folder))
            told = running[0].stdout
            assert told is not None  # it is piped
            address = told.readline().strip()
            if not address:
                raise ClusterError("the scheduler did not start; what it said stands above")
            running += [_start("worker", address, folder) for _ in range(workers)]
            yield address
        finally:
            for each in reversed(running):
                _end(each)


def _start(role: str, address: str, folder: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        command(_HERE),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**environment(), "DASK_CONFIG": folder, "DASK_LOGGING__DISTRIBUTED": "critical"},
        text=True,
    )
    assert process.stdin is not None  # it is piped
    process.stdin.write(f"{role}\n{address}\n{folder}\n")
    process.stdin.flush()
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None  # both are piped
        with contextlib.suppress(OSError):
            pipe.close()


def main() -> None:
    """Be a scheduler or a worker, until the process that started this one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed in the terminal is not for us
    role, address, folder = (sys.stdin.readline().strip() for _ in range(3))
    threading.Thread(target=_leave_when_alone, args=(folder,), daemon=True).start()
    asyncio.run(_scheduler() if role == "scheduler" else _worker(address, folder))


async def _scheduler() -> None:
    from distributed import Scheduler  # noqa: PLC0415 - an extra, and slow to import

    async with Scheduler(host=_LOOPBACK, port=0, dashboard_address=_PAGE) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()


async def _worker(address: str, folder: str) -> None:
    from distributed import Worker  # noqa: PLC0415 - as above

    async with Worker(
        address, nthreads=1, host=_LOOPBACK, dashboard_address=_PAGE, local_directory=folder
    ) as worker:
        await worker.finished()


def _leave_when_alone(folder: str) -> None:
    """End as soon as nobody holds the other end of standard input, whatever is being done.

    A worker that was about to begin would look for its scheduler for ever. Whoever made the folder
    may have been killed: each takes it away, and the last one finds nobody who writes there.
    """
    sys.stdin.read()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)
