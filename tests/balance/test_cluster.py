"""Many machines, in short: a real scheduler and three workers on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

import distributed
import pytest
from distributed import Client, Future

from game.balance import cluster
from game.balance.campaign import play_all
from game.balance.cluster import ClusterRunner
from game.balance.contest import Contest
from game.balance.errors import ClusterError
from game.balance.facts import Facts
from game.balance.local_cluster import _end, _start, local_cluster
from game.balance.runner import Runner
from game.balance.series import Block
from game.balance.store import Origin, Store
from game.process import ROOT
from game.scenario import read_text

TEXT, NAME = read_text("paris-thaw")
ORIGIN = Origin.of("paris-thaw", TEXT)
CONTESTS = [Contest(("random", "doctrine:realist"), seed) for seed in range(320)]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with local_cluster(3) as found:
        with Client(found, set_as_default=False) as client:
            client.wait_for_workers(3)
        yield found


class Killing:
    """Kills a process as soon as the first block is done."""

    def __init__(self, address: str, pid: int) -> None:
        self.runner = ClusterRunner(TEXT, NAME, address)
        self.pid = pid

    def run(self, tasks: Sequence[Block]) -> Generator[tuple[int, tuple[Facts, ...]], None, None]:
        assert len(tasks) == 10
        for place, played in self.runner.run(tasks):
            if self.pid:
                os.kill(self.pid, signal.SIGKILL)
                self.pid = 0
            yield place, played


def pids(address: str) -> list[int]:
    with Client(address, set_as_default=False) as client:
        return sorted(client.run(os.getpid).values())


def test_three_workers_of_which_one_is_killed_give_the_same_bytes(
    address: str, tmp_path: Path
) -> None:
    first = pids(address)[0]
    for name, runner in (("one", Runner(TEXT, NAME)), ("three", Killing(address, first))):
        with Store(ORIGIN, tmp_path / name) as store:
            play_all(CONTESTS, store, runner)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "three").read_bytes()
    assert first not in pids(address)


def test_when_every_worker_is_replaced_the_new_ones_play_what_the_old_ones_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks wait for workers that will never come back, and are given to others."""
    monkeypatch.setattr(cluster, "FETCH", 0.1)  # what they had played is asked for in vain
    blocks = [Block(tuple(CONTESTS[place : place + 1])) for place in range(3)]
    with local_cluster(1) as lonely:
        with Client(lonely, set_as_default=False) as client:
            client.wait_for_workers(1)
        old = pids(lonely)[0]
        new: list[subprocess.Popen[str]] = []
        played = {}
        try:
            for place, each in ClusterRunner(TEXT, NAME, lonely).run(blocks):
                played[place] = each
                if not new:
                    os.kill(old, signal.SIGKILL)
                    new.append(_start("worker", lonely, str(tmp_path)))
        finally:
            for process in new:
                _end(process)
    assert played == dict(Runner(TEXT, NAME).run(blocks))


def test_who_waits_for_blocks_sleeps_until_one_is_done(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or a second long: no round begins because waiting failed."""
    woken: list[object] = []

    def wait(blocks: Sequence[Future[object]], **options: object) -> object:
        try:
            found: object = real(blocks, **options)
        except Exception as error:
            woken.append(type(error))
            raise
        woken.append("done" if any(each.done() for each in blocks) else "nothing")
        return found

    real: Callable[..., object] = distributed.wait
    monkeypatch.setattr(distributed, "wait", wait)
    blocks = [Block(tuple(CONTESTS[:1]))] * 8
    assert len(list(ClusterRunner(TEXT, NAME, address).run(blocks))) == 8
    assert "done" in woken
    assert set(woken) <= {"done", TimeoutError}


def test_workers_of_another_version_are_given_nothing(address: str) -> None:
    """And the sentence names what they have."""
    theirs = cluster.version()
    runner = ClusterRunner(TEXT, NAME, address)
    runner.version = "another one"
    with pytest.raises(ClusterError, match="no worker plays by this version") as told:
        list(runner.run([Block(tuple(CONTESTS[:1]))]))
    assert theirs in str(told.value)
    assert cluster.work(TEXT, NAME, Block(tuple(CONTESTS[:1])), "another one") == (theirs, ())


def test_who_finds_no_scheduler_is_told_how_to_start_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.1)
    runner = ClusterRunner(TEXT, NAME, "tcp://127.0.0.1:1")
    with pytest.raises(ClusterError, match="there is no scheduler at"):
        list(runner.run([Block(tuple(CONTESTS[:1]))]))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "host",
        "host:8786",
        "http://127.0.0.1:80",
        "inproc://x",
        "tcp://host",
        "tcp://host:0",
        "tcp://host:65536",
        "tcp://host:1/x",
        "tcp://[::1:8786",
        "tcp://a b:1",
        "tcp://host:1\n",
        "tcp://\x1b[31m[red]:1",
    ],
)
def test_what_is_no_address_is_told_before_anybody_is_asked(address: str) -> None:
    with pytest.raises(ClusterError, match="is no address of a scheduler, such as") as told:
        list(ClusterRunner(TEXT, NAME, address).run([Block(tuple(CONTESTS[:1]))]))
    assert str(told.value).isprintable()


@pytest.mark.parametrize(
    "greeting",
    [b"", b"\0", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff" * 64, b"SSH-2.0-x\r\n", None],
)
def test_whoever_does_not_greet_as_a_scheduler_is_none(
    monkeypatch: pytest.MonkeyPatch, greeting: bytes | None
) -> None:
    """A server of something else, and one that takes the call and says nothing."""
    monkeypatch.setattr(cluster, "CONNECT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            line, _ = server.accept()
            with line:
                if greeting is None:
                    line.recv(1)  # until whoever has called has gone
                else:
                    line.sendall(greeting)

        other = threading.Thread(target=answer)
        other.start()
        runner = ClusterRunner(TEXT, NAME, f"tcp://127.0.0.1:{server.getsockname()[1]}")
        with pytest.raises(ClusterError, match="there is no scheduler at"):
            list(runner.run([Block(tuple(CONTESTS[:1]))]))
        other.join()


@pytest.mark.parametrize("address", ["tls://127.0.0.1:1", f"tcp://{'x' * 70}.invalid:1"])
def test_an_address_that_cannot_be_called_is_told(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """For want of certificates, or because no host has the name."""
    monkeypatch.setattr(cluster, "CONNECT", 0.1)
    with pytest.raises(ClusterError, match=r"cannot be used|there is no scheduler at"):
        list(ClusterRunner(TEXT, NAME, address).run([Block(tuple(CONTESTS[:1]))]))


KILLED = """
import os, signal, tempfile
from game.balance.local_cluster import local_cluster
tempfile.tempdir = os.getcwd()
with local_cluster(1):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_who_is_killed_leaves_no_cluster_and_no_folder_behind(tmp_path: Path) -> None:
    """Scheduler and workers end, and what they shared goes with them."""
    killed = subprocess.run(
        [sys.executable, "-c", KILLED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ROOT},
        stderr=subprocess.PIPE,  # all of them hold it: it is read until the last one has ended
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def test_when_the_scheduler_is_gone_what_was_done_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "FETCH", 0.1)  # what was played meanwhile is asked for in vain
    with local_cluster(1) as lonely:
        with Client(lonely, set_as_default=False) as client:
            scheduler = client.run_on_scheduler(os.getpid)
        runner = Killing(lonely, scheduler)
        with Store(ORIGIN, tmp_path / "store") as store:
            with pytest.raises(ClusterError, match=r"is gone\. What is done is kept"):
                play_all(CONTESTS, store, runner)
            assert 0 < len(store.known) < len(CONTESTS)
    with Store(ORIGIN, tmp_path / "store") as store:
        assert len(store.known) > 0
        play_all(CONTESTS, store, Runner(TEXT, NAME))
