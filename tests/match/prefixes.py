"""Every beginning of a journal opens at its last whole line."""

from __future__ import annotations

import itertools
from functools import cache

from attrs import frozen

from game.match import Journal, Match, SaveError
from game.match.event import Event
from game.match.line import SEAL
from game.match.scan import scan
from game.rules import State
from tests.match.deeds import Known, happened, known, step
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, WELL, new, shipped_text
from tests.match.tally import Tally


@frozen
class Whole:
    """A whole game.

    Attributes:
        data: its journal, closed.
        states: the positions of the line that was played last.
        events: what happened, but that it was put away.
        known: per number of events what was known after them, whenever a player could act.
    """

    data: bytes
    states: list[State]
    events: tuple[Event, ...]
    known: dict[int, Known]


@cache
def journal(seed: int, *, shipped: bool = False) -> Whole:
    """A trial game, played to its verdict and put away."""
    disk = MemoryDisk()
    text = shipped_text() if shipped else WELL
    match = new(text, seed=seed, journal=Journal(SAVE, disk))
    after = {len(happened(match)): known(match)}
    while not match.over:
        step(match, seed, reason="word " * (seed % 2 * len(match.decisions)))
        after[len(happened(match))] = known(match)
    match.close()
    return Whole(disk.bytes_of(SAVE), match.states, happened(match), after)


def opened_at(whole: Whole, length: int) -> str | None:
    """What is wrong with how the first ``length`` bytes of a journal are opened, if anything."""
    data, disk = whole.data, MemoryDisk()
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
    events, kept = happened(match), min(lines - 1, len(whole.events))
    # Chance may have drawn on opening; a side never decides by itself.
    if events != whole.events[: len(events)] or len(events) - kept not in (0, 1):
        return f"{len(events)} events instead of {kept}"
    if known(match) != whole.known.get(len(events)):
        return f"something else is known after {len(events)} events"
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
        whole = journal(seed, shipped=seed % 9 == 8)
        tally.note("journals")
        for length in range(len(whole.data) + 1):
            tally.case(opened_at(whole, length), f"seed {seed}, {length} bytes")
        journal.cache_clear()
        if tally.tried >= count:
            break
    return tally
