"""A session that may do less on its machine: in a browser, say."""

from __future__ import annotations

import random
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual.worker import WorkerCancelled

from game.match import Journal, Match
from game.scenario import read_text
from game.tui.permissions import Permissions
from game.tui.screens.front import Front
from game.tui.screens.help import Help
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.variations import VariationsScreen
from game.tui.screens.verdict import VerdictScreen
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new
from tests.tui.driving import (
    front,
    library,
    press,
    rows,
    running,
    said,
    settled,
    step,
)
from tests.tui.tour import stocked

OFFERED = {
    "folders": {"table.save_as"},
    "exports": {"saves.export"},
    "deletes": {"saves.delete", "saves.restore"},
    "processes": {"suspend", "table.worth"},
}
"""By what is allowed: the bindings that are offered for it."""

OFFERING: dict[type[Front[Any]], tuple[str, ...]] = {
    TitleScreen: (),
    SavesScreen: ("p",),
    ReplayScreen: ("end", "enter"),
    VariationsScreen: ("v",),
}
"""Screens that offer something, and the keys that lead to each from the one before."""


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


async def test_a_whole_game_is_played_where_nothing_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against an opponent that looks ahead: it thinks in this process."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    kept = library(tmp_path)
    text, where = read_text("glass-ceiling")
    seats, journal = ("human", "search:1"), kept.create("played")
    match = Match.new(text, where, seats=seats, seed=7, journal=journal)
    pick = random.Random(3).choice
    async with running(kept, start=match, permissions=Permissions.none()) as app:
        while not isinstance(app.screen, VerdictScreen):
            with suppress(WorkerCancelled):  # it had answered, and was asked again
                await app.workers.wait_for_complete()
            await settled(app)
            if match.over or match.state.side == 0:
                await step(app, pick)
    assert match.over
    assert match.journal is not None
    assert Match.open(match.journal.path, read_only=True).over


async def offered(tmp_path: Path, permissions: Permissions) -> set[str]:
    """The ids of all bindings that are offered anywhere, also where a match cannot be saved."""
    found: set[str] = set()
    async with running(stocked(tmp_path), permissions=permissions) as app:
        for kind, keys in OFFERING.items():
            await press(app, *keys)
            found |= front(app, kind).bound
        disk = MemoryDisk()
        match = new(journal=Journal(SAVE, disk))
        disk.full = True
        match.decide(match.legal()[0])
        app.navigation.play(match)
        await settled(app)
        await press(app, "enter")
        found |= front(app, TableScreen).bound
    return found


async def test_what_is_not_allowed_is_not_offered(tmp_path: Path) -> None:
    """Each permission takes just its own bindings away."""
    everything = await offered(tmp_path / "all", Permissions())
    for name, bindings in OFFERED.items():
        assert bindings <= everything
        less = await offered(tmp_path / name, Permissions()._replace(**{name: False}))
        assert everything - less == bindings
    nothing = await offered(tmp_path / "none", Permissions.none())
    assert everything - nothing == set().union(*OFFERED.values())


async def test_keys_of_what_is_not_allowed_do_nothing(tmp_path: Path) -> None:
    kept = stocked(tmp_path)
    before = files(tmp_path)
    async with running(kept, permissions=Permissions.none()) as app:
        await press(app, "p", "home")
        saves = front(app, SavesScreen)
        assert "Export" not in rows(app)[-1]
        assert "Delete" not in rows(app)[-1]
        for key in ("e", "d", "u", "ctrl+z"):
            await press(app, key)
            assert app.screen is saves
        commands = {command.title for command in app.get_system_commands(app.screen)}
        assert not [each for each in commands if "picture" in each]
        assert "New game" in commands
        assert not said(app)
    assert files(tmp_path) == before


async def test_help_tells_of_no_key_that_is_not_allowed(tmp_path: Path) -> None:
    async with running(stocked(tmp_path)) as app:
        await press(app, "p", "?")
        everything = " ".join(front(app, Help)._text.plain.split())
    async with running(library(tmp_path), permissions=Permissions.none()) as app:
        await press(app, "p", "?")
        less = " ".join(front(app, Help)._text.plain.split())
    for words in ("another folder", "other programs", "undelete", "picture of the screen"):
        assert words in everything
        assert words not in less
