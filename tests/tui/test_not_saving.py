"""The disk refuses while the app is open: the table says so for as long as it is so."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from game.match import Journal
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new
from tests.tui.driving import library, press, running, text


async def test_a_banner_stays_until_the_match_is_kept_elsewhere(tmp_path: Path) -> None:
    """It begins with what matters; s asks for another folder, and then it is gone."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        assert "NOT SAVING" not in text(app)
        disk.full = True
        await press(app, "enter", "enter")
        assert match.trouble is not None
        for _ in range(3):
            assert "NOT SAVING: The disk is full." in text(app)
            await press(app, "enter")
        await press(app, "s")
        app.screen.query_one(Input).value = str(tmp_path)
        await press(app, "enter")
        assert match.trouble is None
        assert "NOT SAVING" not in text(app)
