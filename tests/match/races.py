"""Several programs open one save at once: never do two of them write.

Real processes on a real disk. The children are forked, so run this in a process of its own::

    python -m tests.match.races 100
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from game.match import Journal, Match, SaveError
from game.match.verifying import verify
from tests.match.games import new, play_out, some_decision
from tests.match.tally import Tally

RACERS = 3


def run(count: int) -> Tally:
    """Race so many times: in turns for a save that is there, and for the name of a new one."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as directory:
        for number in range(count):
            path = Path(directory) / f"{number}.jsonl"
            if number % 2:
                play_out(new(seed=number, journal=Journal(path)), number, most=2).close()
            tally.case(_race(path, number), f"race {number}")
            tally.note("for a save" if number % 2 else "for a name")
    return tally


def _race(path: Path, number: int) -> str | None:
    """What is wrong after a race, if anything."""
    gun, trigger = os.pipe()
    finish, end = os.pipe()
    racers = [_racer(path, number, gun, finish, (trigger, end)) for _ in range(RACERS)]
    os.close(gun)
    os.close(finish)
    os.close(trigger)  # everybody who waits to read from it starts now
    results = [os.read(results, 1) for _, results in racers]
    writers = [child for (child, _), result in zip(racers, results, strict=True) if result == b"w"]
    problem = None
    if len(writers) != 1:
        problem = f"{len(writers)} of {RACERS} write: {results}"
    elif number % 4 == 1:
        # A player who is killed leaves the save to the next.
        os.kill(writers[0], signal.SIGKILL)
        os.waitpid(writers[0], 0)
        match = Match.open(path)
        if match.read_only or match.trouble:
            problem = f"the lock of a killed player holds: {match.trouble}"
        match.close()
        racers = [racer for racer in racers if racer[0] != writers[0]]
    os.close(end)
    for child, reader in racers:
        os.waitpid(child, 0)
        os.close(reader)
    report = verify(path)
    return problem or (None if report.good else str(report))


def _racer(
    path: Path, number: int, gun: int, finish: int, others: tuple[int, int]
) -> tuple[int, int]:
    """Start a racer: its process, and where it tells ``w`` if it writes and ``r`` if it reads."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    for each in (reader, *others):
        os.close(each)
    os.read(gun, 1)
    try:
        there = number % 2
        match = Match.open(path) if there else new(seed=number, journal=Journal(path))
        if not match.read_only:
            match.decide(some_decision(match, number))
        writes = not match.read_only and not match.trouble
        os.write(writer, b"w" if writes else b"r")
    except SaveError:
        os.write(writer, b"r")
    os.read(finish, 1)
    os._exit(0)


if __name__ == "__main__":
    found = run(int(sys.argv[1]))
    print(found, *found.wrong, sep="\n")
    sys.exit(bool(found.wrong))
