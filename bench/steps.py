"""What a jump in a replay costs: from the key to the painted screen, in processor time."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from pathlib import Path

from game.match import Library, Match
from game.scenario import read_text
from game.tui.app import SharedEnemyApp
from game.tui.screens.replay import ReplayScreen

LENGTHS = (100, 10_000)
SIZES = ((80, 24), (120, 40))
JUMPS = 200

PAUSE = 0.05
"""Seconds until a jump is painted for certain."""


def line_of(length: int) -> Match:
    """A match of so many decisions, and a few more: random games, one after the other."""
    text, where = read_text("shared-enemy")
    dice = random.Random(1)  # noqa: S311 - random games
    whole = _game(text, where, dice)
    line = whole.tree.timeline
    while len(line.decisions) < length:
        more = _game(text, where, dice).tree.timeline
        line.states[-1:] = more.states
        line.decisions += more.decisions
        line.consequences += more.consequences
        line.reasons += more.reasons
        line.intents += more.intents
    return whole


def _game(text: str, where: str, dice: random.Random) -> Match:
    match = Match.new(text, where, seats=("random", "random"), seed=dice.getrandbits(32))
    while not match.over:
        options = match.legal()
        match.decide(options[int(dice.random() * len(options))])
    return match


def measure(length: int, size: tuple[int, int]) -> list[float]:
    """Seconds of the processor for each of many jumps to anywhere in a line of play."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_jumps(line_of(length), size, Library(Path(folder))))


async def _jumps(match: Match, size: tuple[int, int], library: Library) -> list[float]:
    dice, times = random.Random(1), []  # noqa: S311 - where to jump
    app = SharedEnemyApp(library, watch=match)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(1)
        replay = app.screen
        assert isinstance(replay, ReplayScreen)  # it was asked for
        for _ in range(JUMPS):
            begin = time.process_time()
            replay.go_to(int(dice.random() * len(match.states)))
            await asyncio.sleep(PAUSE)
            times.append(time.process_time() - begin)
    return times[JUMPS // 10 :]
