"""Many matches at once: games a second, what two cores bring, what a cluster costs, memory."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from game.balance.campaign import Plays
from game.balance.cluster import ClusterRunner
from game.balance.contest import Contest
from game.balance.local_cluster import local_cluster
from game.balance.runner import Runner, play_block
from game.balance.series import Block
from game.opponents.search import LEVELS
from game.scenario import load, read_text

SCENARIO = "shared-enemy"
TASK = 5.0
"""Seconds that a task is to take."""

TASKS = 12
SOME = 3


def rates() -> dict[str, float]:
    """Games a second on one core, for each opponent against itself."""
    text, name = read_text(SCENARIO)
    found = {}
    doctrines = [f"doctrine:{each.id}" for each in load(SCENARIO).doctrines]
    # A match of the last level with itself takes ten minutes.
    levels = [f"search:{level.number}" for level in LEVELS[:-1]]
    for seat in ("random", *doctrines, *levels):
        seats = (seat, seat)
        most = 1 if seat == "search:5" else SOME
        block = Block(tuple(Contest(seats, seed) for seed in range(most)))
        began = time.process_time()
        play_block(text, name, block)
        found[seat] = most / (time.process_time() - began)
    return found


def tasks() -> list[Block]:
    """Tasks of about five seconds each, all of the same matches, so that each takes as long."""
    text, name = read_text(SCENARIO)
    contests = (Contest(("search:2", "search:2"), 0),)
    times, took = 1, 0.0
    # What a search remembers makes the second match shorter than the first.
    while took < 0.8 * TASK:
        times = max(times + 1, round(times * TASK / took)) if took else 1
        began = time.process_time()
        play_block(text, name, Block(contests * times))
        took = time.process_time() - began
    return [Block(contests * times)] * TASKS


def seconds(runner: Plays, some: Sequence[Block]) -> float:
    """How long tasks take, all of them."""
    began = time.perf_counter()
    for _ in runner.run(some):
        pass
    return time.perf_counter() - began


@frozen
class Spent:
    """What tasks took.

    Attributes:
        seconds: until all was answered.
        processor: seconds of the processor, of this process and those that it has started; 0 where
            that cannot be told.
        memory: the most megabytes that each of those has had, the largest first.
    """

    seconds: float
    processor: float
    memory: tuple[float, ...]


def measure() -> tuple[float, Spent, Spent]:
    """The same tasks on one core, on two, and by two workers of a scheduler that runs already."""
    text, name = read_text(SCENARIO)
    some = tasks()
    one = seconds(Runner(text, name, 1), some)
    two = watched(Runner(text, name, 2), some)
    with local_cluster(2) as address:
        runner = ClusterRunner(text, name, address)
        # Workers start and read the scenario before the clock runs.
        quick = [Block((Contest(("random", "random"), seed),)) for seed in range(8)]
        seconds(runner, quick)
        return one, two, watched(runner, some)


def watched(runner: Plays, some: Sequence[Block]) -> Spent:
    """What tasks take in this process and in those that it has started."""
    before = processor(children())
    began, own = time.perf_counter(), time.process_time()
    most: tuple[float, ...] = ()
    spent: dict[int, float] = {}
    for _ in runner.run(some):
        there = children()
        most = tuple(sorted(memory(there), reverse=True)) or most
        spent |= processor(there)
    wall, here = time.perf_counter() - began, time.process_time() - own
    others = sum(each - before.get(pid, 0.0) for pid, each in spent.items())
    return Spent(wall, here + others if others else 0.0, most)


def children() -> list[int]:
    """The processes that this one has started."""
    try:
        told = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in told.split()]


def processor(pids: Iterable[int]) -> dict[int, float]:
    """The seconds of the processor that processes have had; of those of which that can be told."""
    found = {}
    for pid in pids:
        try:
            told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        user, system = told.rpartition(")")[2].split()[11:13]
        found[pid] = (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return found


def memory(pids: Iterable[int]) -> list[float]:
    """The most megabytes that processes have had; nothing where that cannot be told."""
    found = []
    for pid in pids:
        try:
            told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        except OSError:
            continue
        peaks = [line for line in told.splitlines() if line.startswith("VmHWM:")]
        found += [int(line.split()[1]) / 1024 for line in peaks]
    return found
