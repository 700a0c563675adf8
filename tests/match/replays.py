"""Random games of the scenario that ships, read back and compared position by position."""

from __future__ import annotations

from game.match import Journal, Match
from game.match.record import read
from game.match.replay import reenact
from game.match.scan import scan
from game.rules import verdict
from tests.match.deeds import step
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, shipped_text
from tests.match.tally import Tally


def run(count: int, *, seed: int = 0) -> Tally:
    """Play so many whole games, half of them from the easy start, and read each back."""
    tally = Tally()
    for game in range(seed, seed + count):
        disk = MemoryDisk()
        match = new(
            shipped_text(),
            seed=game,
            journal=Journal(SAVE, disk),
            variant="easy" if game % 2 else None,
        )
        while not match.over:
            step(match, game)
        match.close()
        record = read(scan(disk.bytes_of(SAVE)), "x.jsonl")
        again = reenact(record, "x.jsonl")
        problem = None if again.damage is None else str(again.damage)
        if again.tree != match.tree:
            problem = "other positions or consequences, or other lines of play"
        tally.case(problem, f"game {game}")
        tally.note(verdict(match.book, match.state).name)
    return tally


def heavy(count: int, *, seed: int = 0) -> Tally:
    """Play so many whole games, and open each anew after every decision."""
    tally = Tally()
    for game in range(seed, seed + count):
        disk = MemoryDisk()
        match = new(shipped_text(), seed=game, journal=Journal(SAVE, disk))
        problem = None
        while not match.over and problem is None:
            step(match, game)
            again = Match.open(Journal(SAVE, disk), read_only=True)
            tally.note("openings")
            if again.tree != match.tree or again.head_code != match.head_code:
                problem = f"differs after {len(match.events)} events"
        tally.case(problem, f"game {game}")
    return tally
