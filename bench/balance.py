"""Many matches at once: games a second, what two cores bring, what a cluster costs, memory."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

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
    doctrines = [each.id for each in load(SCENARIO).doctrines]
    for seat in ("random", *doctrines, *(f"search:{level.number}" for level in LEVELS)):
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
    block = Block((Contest(("search:2", "search:2"), 0),))
    play_block(text, name, block)
    began = time.process_time()
    play_block(text, name, block)
    times = max(1, round(TASK / (time.process_time() - began)))
    return [Block(block.contests * times)] * TASKS


def seconds(runner: Plays, some: Sequence[Block]) -> float:
    """How long tasks take, all of them."""
    began = time.perf_counter()
    for _ in runner.run(some):
        pass
    return time.perf_counter() - began


def measure() -> tuple[float, float, float, list[float]]:
    """Seconds for the same tasks on one core, on two, and by two workers of a scheduler that runs
    already; and the most megabytes that workers have had, those of the pool first.
    """
    text, name = read_text(SCENARIO)
    some = tasks()
    one = seconds(Runner(text, name, 1), some)
    two, memory = watched(Runner(text, name, 2), some)
    with local_cluster(2) as address:
        runner = ClusterRunner(text, name, address)
        # Workers start and read the scenario before the clock runs.
        quick = [Block((Contest(("random", "random"), seed),)) for seed in range(8)]
        seconds(runner, quick)
        cluster, more = watched(runner, some)
    return one, two, cluster, memory + more


def watched(runner: Plays, some: Sequence[Block]) -> tuple[float, list[float]]:
    """How long tasks take, and the most memory of the processes that this one has started."""
    began = time.perf_counter()
    most: list[float] = []
    for _ in runner.run(some):
        most = sorted(memory(children()), reverse=True) or most
    return time.perf_counter() - began, most[:2]


def children() -> list[int]:
    """The processes that this one has started."""
    try:
        told = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in told.split()]


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
