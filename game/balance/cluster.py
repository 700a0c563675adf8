"""Blocks of contests on many machines, by a Dask scheduler on a network that is trusted.

A block may be played twice, or begun by a worker that is lost: it depends on nothing but its
contests, so that nothing changes. A worker that has another version of the game is told apart
before it is given anything. Dask is an extra: ``pip install 'shared-enemy[cluster]'``.

What crosses the network is pickled both ways: whoever can reach a port of Dask can run code in the
scheduler, in its workers, and here. So nothing is said to an address that is none, and what does
not greet as a scheduler does is left before Dask reads anything of it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import socket
import threading
from collections.abc import Collection, Generator, Sequence
from concurrent.futures import CancelledError
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from game.balance.errors import ClusterError
from game.balance.runner import Played, play_block
from game.balance.series import Block
from game.balance.store import program
from game.text import shown
from game.value import frozen

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECT: Final = 10
"""Seconds that a scheduler may take to answer."""

FETCH: Final = 10
"""Seconds that a worker may take to send what it has played, before it is asked for again."""

PATIENCE: Final = 30
"""Seconds that it may be without any worker."""

_AHEAD: Final = 3
"""So many blocks wait for each worker."""

_TRIES: Final = 5
"""So often a block is given out anew after its workers were lost."""

_ADDRESS: Final = re.compile(
    r"(?P<by>tcp|tls)://(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[A-Za-z0-9._-]+)):"
    r"(?P<port>[0-9]{1,5})"
)

_LENGTH: Final = 8
"""Of so many bytes is the number that a scheduler's greeting begins with: how long that is."""

_GREETING: Final = 1 << 16
"""No scheduler greets in more bytes."""

_alone: Final = threading.Lock()


def checked(address: str) -> str:
    """The address itself.

    Raises:
        ClusterError: no scheduler can have it.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found["port"]) < 1 << 16:
        raise ClusterError(
            f"{shown(address)} is no address of a scheduler, such as tcp://host:8786."
        )
    return address


def _knock(address: str) -> None:
    """See that a scheduler is there: it speaks first, and soon.

    Raises:
        OSError: nobody is, or somebody else.
    """
    found = _ADDRESS.fullmatch(checked(address))
    assert found is not None  # it was just checked
    if found["by"] == "tls":
        return  # whoever can show the right certificate is no stranger
    said = b""
    place = (found["six"] or found["host"], int(found["port"]))
    try:
        with socket.create_connection(place, CONNECT) as line:
            while len(said) < _LENGTH and (more := line.recv(_LENGTH - len(said))):
                said += more
    except UnicodeError as error:  # a label of the host's name is too long
        raise OSError(str(error)) from None
    if len(said) < _LENGTH or int.from_bytes(said, "little") > _GREETING:
        raise OSError("no scheduler greets so")


@cache
def version() -> str:
    """What a worker plays by."""
    return program()


def work(text: str, name: str, block: Block, expected: str) -> tuple[str, Played]:
    """Play a block in a worker, if it plays by what is expected; else nothing is played."""
    if version() != expected:
        return version(), ()
    # What a process remembers of a scenario is for one thread at a time.
    with _alone:
        return expected, play_block(text, name, block)


@frozen
class _Given:
    """A block that was given out.

    Attributes:
        place: which one.
        to: the workers that may play it.
    """

    place: int
    to: frozenset[str]


class ClusterRunner:
    """Plays blocks of one scenario by the workers of a scheduler.

    Args:
        text: the scenario as it is written.
        name: what it is called in messages.
        address: of the scheduler, such as ``tcp://host:8786``.
    """

    def __init__(self, text: str, name: str, address: str) -> None:
        self._text = text
        self._name = name
        self._address = address
        self.version = version()
        """What workers must play by."""
        self.refused: dict[str, str] = {}
        """Workers that were given nothing, and what they play by."""
        self._seen: frozenset[str] = frozenset()
        self._told: dict[str, str] = {}

    def run(self, tasks: Sequence[Block]) -> Generator[tuple[int, Played], None, None]:
        """Play blocks; each comes with its place among them, in any order.

        Raises:
            ClusterError: there is no scheduler, it is gone, or no worker can be used.
        """
        if not tasks:
            return
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import

        # What becomes of the connection is told in sentences of our own.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            _knock(self._address)
            client = Client(self._address, timeout=CONNECT, set_as_default=False)
        except TypeError as error:
            raise ClusterError(
                f"{shown(self._address)} cannot be used: {shown(str(error))}. Certificates for "
                "tls:// are named in the configuration of Dask."
            ) from None
        except (OSError, TimeoutError, ValueError) as error:
            if isinstance(error, ClusterError):
                raise
            raise ClusterError(
                f"there is no scheduler at {shown(self._address)}. Start one with "
                '"dask scheduler", and workers with "dask worker ADDRESS --nthreads 1".'
            ) from None
        try:
            yield from self._play(client, tasks)
        finally:
            _leave(client)

    def _play(
        self, client: Client, tasks: Sequence[Block]
    ) -> Generator[tuple[int, Played], None, None]:
        left = list(reversed(range(len(tasks))))
        tries = [0] * len(tasks)
        running: dict[Future[Any], _Given] = {}
        waited = 0
        self._seen, self._told = frozenset(), {}

        def again(place: int) -> None:
            tries[place] += 1
            if tries[place] > _TRIES:
                raise ClusterError(
                    f"workers were lost {_TRIES} times over the same matches. Look at "
                    "their memory and their logs; what is done is kept."
                )
            left.append(place)

        while left or running:
            known = _workers(client, self._address)
            good = self._good(client, known)
            waited = 0 if good else waited + 1
            if waited > PATIENCE or (known and not good):
                raise ClusterError(self._nobody())
            for future in [each for each in running if good and running[each].to.isdisjoint(good)]:
                again(running.pop(future).place)
            while left and len(running) < _AHEAD * len(good):
                place = left.pop()
                future = self._submit(client, tasks[place], place, tries[place], good)
                running[future] = _Given(place, good)
            for future in _some(client, running):
                try:
                    played = self._result(future)
                except TimeoutError:
                    continue  # whoever had it is gone: the next look at the workers tells
                place = running.pop(future).place
                if played is None:
                    again(place)
                else:
                    yield place, played

    def _good(self, client: Client, workers: frozenset[str]) -> frozenset[str]:
        """The workers that play by the same as we do; who has told it is not asked again.

        Whoever gives no answer is asked again when others come or go.
        """
        if workers != self._seen:
            self._told = {each: self._told[each] for each in self._told if each in workers}
            fresh = sorted(workers - self._told.keys())
            told = client.run(version, workers=fresh, on_error="return") if fresh else {}
            self._told |= {each: by for each, by in told.items() if isinstance(by, str)}
            self._seen = workers
            self.refused = {
                each: self._told.get(each, "something else")
                for each in sorted(workers)
                if self._told.get(each) != self.version
            }
        return workers - self.refused.keys()

    def _submit(
        self, client: Client, block: Block, place: int, tries: int, good: frozenset[str]
    ) -> Future[Any]:
        key = f"block-{os.getpid()}-{id(self)}-{place}-{tries}"
        return client.submit(
            work,
            self._text,
            self._name,
            block,
            self.version,
            key=key,
            workers=sorted(good),
            pure=False,
        )

    def _result(self, future: Future[Any]) -> Played | None:
        """What a block brought; nothing if it has to be played by somebody else.

        Raises:
            ClusterError: it cannot be played by anybody.
            TimeoutError: nobody has it any more.
        """
        from distributed import KilledWorker  # noqa: PLC0415 - as above

        if future.status == "cancelled":
            raise ClusterError(_gone(self._address))
        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker):
            return None
        if error is not None:
            raise ClusterError(f"a worker failed: {shown(f'{type(error).__name__}: {error}')}")
        try:
            told, played = future.result(timeout=FETCH)
        except CancelledError:
            raise ClusterError(_gone(self._address)) from None
        return played if told == self.version else None

    def _nobody(self) -> str:
        if not self.refused:
            return (
                f"the scheduler at {shown(self._address)} has no workers. Start some with "
                f'"dask worker {self._address} --nthreads 1"; what is done is kept.'
            )
        worker, theirs = next(iter(self.refused.items()))
        return (
            f"no worker plays by this version of the game ({self.version}): {shown(worker)} has "
            f"{shown(theirs)}. Install the same one there; what is done is kept."
        )


def _workers(client: Client, address: str) -> frozenset[str]:
    if client.status != "running":
        raise ClusterError(_gone(address))
    return frozenset(client.scheduler_info(n_workers=-1)["workers"])


def _some(client: Client, running: Collection[Future[Any]]) -> list[Future[Any]]:
    """Blocks that are done; none if none is so within a second.

    One that is lost after it was done, with its worker, is played again without being asked for.
    """
    from distributed import wait  # noqa: PLC0415 - as above

    if not running:
        threading.Event().wait(1)
        return []
    with (
        contextlib.suppress(TimeoutError, CancelledError),  # what became of each is told below
        client.as_current(),  # this asks the current client: without one, it fails at once
    ):
        wait(list(running), timeout=1, return_when="FIRST_COMPLETED")
    return [each for each in running if each.status not in ("pending", "lost")]


def _gone(address: str) -> str:
    return (
        f"the scheduler at {shown(address)} is gone. What is done is kept: start it again and run "
        "the same command to go on."
    )


def _leave(client: Client) -> None:
    try:
        client.close(timeout=2)
    except (OSError, TimeoutError):
        return  # it is gone already
