"""What ten thousand saves cost: the title's keys, the rows in view, the list on the command line.

The saves are copies of one game of a hundred decisions, each with a seed and a time of its own.
The same is measured with one save in the folder; what counts is how much more ten thousand cost.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

from textual import events

from game.match import Journal, Library, Match
from game.match.entry import unseen
from game.scenario import read_text
from game.tui.app import SharedEnemyApp
from game.tui.screens.saves import Saves, SavesScreen

COUNT = 10_000
DECISIONS = 100
KEYS = 40
"""How many keys are pressed while saves are looked at."""

Times = dict[str, list[float]]
"""Seconds by what took them."""


def game(path: Path, seed: int) -> None:
    """A save of so many decisions, in several lines of play if a game is shorter."""
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("human", "human"), seed=seed)
    dice, taken = random.Random(seed), 0  # noqa: S311 - random games
    while taken < DECISIONS:
        before = len(match.decisions)
        match.decide(dice.choice(match.legal()))
        taken += len(match.decisions) - before
        if match.over:
            match.branch(1)
    match.save_as(Journal(path))
    match.close()


def fill(folder: Path, count: int) -> None:
    """So many saves: a hundred games, and copies of them."""
    folder.mkdir()
    for number in range(count):
        path = folder / f"game-{number:05}.jsonl"
        if number < 100:
            game(path, number)
        else:
            path.write_bytes((folder / f"game-{number % 100:05}.jsonl").read_bytes())
        os.utime(path, (number, number))


async def until(app: SharedEnemyApp, met: object) -> float:
    """Seconds until something is so; the app goes on meanwhile."""
    began = time.perf_counter()
    assert callable(met)
    while not met():
        await asyncio.sleep(0.001)
        if app._exception is not None:  # noqa: SLF001 - what broke it is not told otherwise
            raise app._exception  # noqa: SLF001 - as above
    return time.perf_counter() - began


async def key(app: SharedEnemyApp, name: str) -> float:
    """Seconds until a key has been answered: its message and all before it are done."""
    done = asyncio.Event()
    began = time.perf_counter()
    assert app._driver is not None  # noqa: SLF001 - as a terminal would send it
    event = events.Key(name, None)
    event.set_sender(app)
    app._driver.send_message(event)  # noqa: SLF001 - as above
    app.screen.call_after_refresh(done.set)
    await done.wait()
    return time.perf_counter() - began


async def app_times(library: Library) -> Times:
    """What a person waits for: at the title, opening the list, moving in it."""
    app = SharedEnemyApp(library)
    times: Times = {"a key at the title": [], "a key in the list": []}
    async with app.run_test(size=(120, 40)):
        for _ in range(KEYS):
            times["a key at the title"].append(await key(app, "down"))
        began = time.perf_counter()
        app.action_replay()
        await until(app, lambda: isinstance(app.screen, SavesScreen))

        def told() -> bool:
            menus = app.screen.query(Saves)
            return bool(menus) and bool(menus.first().in_view)

        await until(app, told)
        times["rows in view"] = [time.perf_counter() - began]
        for _ in range(KEYS):
            times["a key in the list"].append(await key(app, "down"))
        menu = app.screen.query_one(Saves)
        await until(app, lambda: all(entry.looked_at for entry in menu.in_view))
        times["all in view looked at"] = [time.perf_counter() - began]
        times["the last key"] = [await key(app, "end")]
    return times


def room_times(library: Library) -> Times:
    """What the library needs for a folder and for a save, without a screen."""
    began = time.perf_counter()
    entries = library.glance()
    glance = time.perf_counter() - began
    some = entries[: min(50, len(entries))]
    fresh = Library(library.directory, library.directory)
    times: Times = {"the folder at a glance": [glance], "a first line": [], "a whole save": []}
    for entry in some:
        began = time.perf_counter()
        fresh.head(unseen(entry.path, (0, 0, 0), shipped=False))
        times["a first line"].append(time.perf_counter() - began)
        began = time.perf_counter()
        fresh.look(entry)
        times["a whole save"].append(time.perf_counter() - began)
    return times


def cached_times(folder: Path, cache: Path) -> Times:
    """What a save needs that was looked at before, in a program that has just started."""
    first = Library(folder, folder, cache=cache)
    some = first.glance()[:50]
    for entry in some:
        first.look(entry)
    again = Library(folder, folder, cache=cache)
    again.look(some[0])  # what is kept is read once
    times: Times = {"a save known before": []}
    for entry in some[1:] or some:
        began = time.perf_counter()
        again.look(entry)
        times["a save known before"].append(time.perf_counter() - began)
    return times


def measure(count: int) -> Times:
    """The seconds of all, with so many saves in a folder."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as folder:
        home = Path(folder) / "saves"
        fill(home, count)
        times = room_times(Library(home, home))
        times |= cached_times(home, Path(folder) / "cache")
        times |= asyncio.run(app_times(Library(home, Path(folder) / "none")))
    return times


def table() -> dict[str, tuple[float, float, float, float]]:
    """By what took them: median and longest seconds with one save, and with ten thousand."""
    one, many = measure(1), measure(COUNT)
    return {
        name: (
            statistics.median(one[name]),
            max(one[name]),
            statistics.median(many[name]),
            max(many[name]),
        )
        for name in many
    }
