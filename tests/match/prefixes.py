"""Every beginning of a journal opens at its last whole decision."""

from __future__ import annotations

import itertools
from functools import cache

from game.match import Journal, Match, SaveError
from game.match.line import SEAL
from game.match.scan import scan
from game.rules import State
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, shipped_text, whole
from tests.match.tally import Tally


@cache
def journal(seed: int, *, shipped: bool = False) -> tuple[bytes, list[State]]:
    """A whole game's journal, closed, and its positions."""
    disk = MemoryDisk()
    match = (
        whole(disk, seed, shipped_text(), reasons=True)
        if shipped
        else whole(disk, seed, reasons=bool(seed % 2))
    )
    return disk.bytes_of(SAVE), match.states


def opened_at(data: bytes, length: int, states: list[State]) -> str | None:
    """What is wrong with how the first ``length`` bytes of a journal are opened, if anything."""
    disk = MemoryDisk()
    disk.put(SAVE, data[:length])
    # A line is whole when its seal is there, be its line feed or not.
    ends = [found.end() for found in SEAL.finditer(data)]
    lines = sum(end <= length for end in ends)
    try:
        match = Match.open(Journal(SAVE, disk))
    except SaveError as error:
        return f"refused: {error}" if lines else None
    if not lines:
        return "opened without a whole header"
    if match.trouble or match.read_only:
        return f"not resumed: {match.trouble}"
    decisions = min(lines - 1, len(states) - 1)
    if match.states[: decisions + 1] != states[: decisions + 1]:
        return "another position"
    # Chance may have drawn on opening; a side never decides by itself.
    if match.states != states[: len(match.states)] or len(match.states) > decisions + 2:
        return f"{len(match.states) - 1} decisions instead of {decisions}"
    match.close()
    left = scan(disk.bytes_of(SAVE))
    if left.damage or left.torn or left.unfinished:
        return "not mended"
    torn = length - ends[lines - 1] - 1
    aside = SAVE.with_name(f"{SAVE.stem}.torn-1")
    if torn > 0 and disk.bytes_of(aside) != data[length - torn : length]:
        return "the torn piece is not kept"
    return None


def run(count: int) -> Tally:
    """Try every prefix of whole journals until so many were tried; one in nine is of the game."""
    tally = Tally()
    for seed in itertools.count():
        data, states = journal(seed, shipped=seed % 9 == 8)
        tally.note("journals")
        for length in range(len(data) + 1):
            tally.case(opened_at(data, length, states), f"seed {seed}, {length} bytes")
        journal.cache_clear()
        if tally.tried >= count:
            break
    return tally
