"""Many saves in the app: it answers at once, and what is not looked at yet is said to be so."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest

from game.files.disk import Handle, LocalDisk
from game.match import Library
from game.tui import app as app_module
from game.tui.app import SharedEnemyApp
from game.tui.screens.saves import Saves, SavesScreen
from game.tui.widgets.menu import Menu
from tests.examples import LONG
from tests.tui.driving import (
    library,
    new_match,
    play_on,
    press,
    rows,
    running,
    settled,
    stopped,
    text,
)

MANY = 100 if LONG else 40
"""So many saves, of which half are in view."""


class Slow(LocalDisk):
    """A disk that gives no save away, and no folder, until it is told to."""

    def __init__(self) -> None:
        self.folders, self.files = Event(), Event()
        self.opened: list[str] = []

    def names(self, path: Path) -> tuple[str, ...]:
        self.folders.wait()
        return super().names(path)

    def open(self, path: Path, *, write: bool) -> Handle:
        self.files.wait()
        self.opened.append(path.stem)
        return super().open(path, write=write)


@pytest.fixture
def disk() -> Slow:
    return Slow()


@pytest.fixture
def kept(tmp_path: Path, disk: Slow) -> Library:
    """Many saves on a slow disk; the one that was written last is unfinished."""
    made = library(tmp_path)
    play_on(new_match(made), 6).close()
    going = made.find("played")
    over = made.copy(going, "over")
    match = new_match(None)
    match.save_as(made.create("whole"))
    play_on(match, 1000).close()
    over.unlink()
    for number in range(MANY - 2):
        path = made.directory / f"game-{number:02}.jsonl"
        shutil.copy(made.directory / "whole.jsonl", path)
        os.utime(path, (number, number))
    os.utime(made.directory / "whole.jsonl", (MANY, MANY))
    os.utime(going, (MANY + 1, MANY + 1))
    return Library(made.directory, made.directory / "none", disk)


class Unhurried(SharedEnemyApp):
    """The app, for those who do not wait until all saves are looked at."""

    CSS_PATH = str(Path(app_module.__file__).with_name("app.tcss"))

    waits: Callable[[], bool] | None = None
    """Whether a person waits for saves; if nothing, until all are looked at."""

    @property
    def looking(self) -> bool:
        return super().looking if self.waits is None else self.waits()


@asynccontextmanager
async def unhurried(kept: Library, disk: Slow) -> AsyncIterator[Unhurried]:
    """The app whose saves nobody waits for; in the end the disk gives all away."""
    app = Unhurried(kept)
    app.waits = lambda: False
    try:
        async with app.run_test(size=(80, 24)):
            with stopped():
                await settled(app)
                yield app
                disk.folders.set()
                disk.files.set()
    finally:
        disk.folders.set()
        disk.files.set()


async def test_the_app_answers_keys_while_a_disk_answers_nothing(kept: Library, disk: Slow) -> None:
    """At the title and in both lists; and when the disk wakes up, all is there."""
    async with unhurried(kept, disk) as app:
        await press(app, "down", "down")
        assert app.screen.query_one(Menu).highlighted == 2
        for key in "pr":
            await press(app, key)
            assert "saves are being looked at" in text(app)
            await press(app, "slash", "escape", "o", "end", "q")
        await press(app, "up")
        assert app.screen.query_one(Menu).highlighted == 1
        await press(app, "p")
        app.waits = lambda: not app.screen.query_one(Saves).in_view
        disk.folders.set()
        await settled(app)
        assert f"{MANY}, by last played; {MANY} not looked at yet" in text(app)
        assert rows(app)[2].split()[:4] == ["whole", "not", "looked", "at"]
        await press(app, "down", "end", "home", "pagedown", "o", "o")
        assert f"{MANY} not looked at yet" in text(app)
        app.waits = None
        disk.files.set()
        await settled(app)
        assert "not looked at" not in text(app)


async def test_what_is_in_view_is_looked_at_first(kept: Library, disk: Slow) -> None:
    """Where somebody has gone in the list, not where it begins."""
    disk.folders.set()
    async with unhurried(kept, disk) as app:
        app.waits = lambda: isinstance(app.screen, SavesScreen) and not in_view(app)
        await press(app, "p", "end")
        seen = in_view(app)
        assert seen[-1] == "game-00"
        app.waits = None
        disk.files.set()
        await settled(app)
    # The title and the list had begun with the newest.
    first = [name for name in disk.opened if name not in ("played", "whole")][: len(seen)]
    assert set(first) == set(seen)


def in_view(app: SharedEnemyApp) -> list[str]:
    """The names of the saves in view."""
    return [entry.slug for entry in app.screen.query_one(Saves).in_view]


async def test_only_what_can_be_resumed_is_listed_to_resume_and_no_line_moves(
    kept: Library, disk: Slow
) -> None:
    disk.folders.set()
    disk.files.set()
    async with running(kept) as app:
        assert "“played”" in text(app)
        await press(app, "r")
        assert "1, by last played" in text(app)
        assert "not looked at" not in text(app)
        await press(app, "q", "p", "o", "o", "down")
        chosen = app.screen.query_one(Saves).chosen
        assert chosen is not None
        await press(app, "o")
        assert app.screen.query_one(Saves).chosen == chosen


async def test_a_result_stays_in_the_list_when_somebody_plays_on_in_a_branch(
    tmp_path: Path,
) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 1000)
    title = match.scenario.epilogues[match.verdict.name].title if match.verdict else ""
    match.branch(2)
    match.close()
    async with running(kept, (120, 40)) as app:
        for key in "rp":
            await press(app, key)
            assert f"{title}, +1 line (round 1 of 10)" in text(app)
            await press(app, "q")


async def test_a_folder_that_leads_nowhere_is_told_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "saves").symlink_to(tmp_path / "nowhere")
    async with running(library(tmp_path)) as app:
        await press(app, "p")
        assert "is a link to nowhere" in " ".join(text(app).split())
