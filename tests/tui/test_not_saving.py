"""The disk refuses while the app is open: the table says so for as long as it is so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input
from textual.widgets._toast import ToastRack

from game.match import Journal, Match
from game.tui.app import SharedEnemyApp
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new
from tests.tui.driving import library, new_match, press, running, said, text


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
        assert app.screen.query_one("#trouble").region.y > app.size.height // 2
        await press(app, "s")
        app.screen.query_one(Input).value = str(tmp_path)
        await press(app, "enter")
        assert match.trouble is None
        assert "NOT SAVING" not in text(app)


async def test_what_is_said_in_passing_stands_at_the_top(tmp_path: Path) -> None:
    """So that it covers no banner, which stands at the foot."""
    app = SharedEnemyApp(library(tmp_path))
    async with app.run_test(size=(80, 24), notifications=True):
        (passing,) = [each for each in app._registry if isinstance(each, ToastRack)]
        assert passing.styles.dock == "top"


def _remove(path: Path) -> None:
    path.unlink()


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"theirs\n")


def _older(path: Path) -> None:
    older = path.with_name("older")
    older.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:1]))
    older.replace(path)


def _alike(path: Path) -> None:
    shutil.copy(path, copy := path.with_name("copy"))
    copy.replace(path)


@pytest.mark.parametrize(
    ("deed", "name", "said_so"),
    [
        (_remove, "played", "was removed or moved"),
        (_append, "played-2", "was changed by something else"),
        (_older, "played-2", "was changed by something else"),
        (_alike, "played", ""),
    ],
)
async def test_a_save_that_others_meddle_with_is_written_anew_and_that_is_told(
    tmp_path: Path, deed: Callable[[Path], None], name: str, said_so: str
) -> None:
    """The game goes on, nothing is lost, and leaving names the save that it is now."""
    kept = library(tmp_path)
    match = new_match(kept)
    path = kept.find("played")
    async with running(kept, start=match) as app:
        await press(app, "enter", "enter")
        deed(path)
        await press(app, "enter", "enter")
        assert "NOT SAVING" not in text(app)
        assert said_so in said(app)
        assert len(match.moves) == bool(said_so)
        await press(app, "q")
        assert f"“{name}”" in text(app)
        await press(app, "enter")
    assert match.journal is not None
    assert match.journal.path == kept.directory / f"{name}.jsonl"
    assert match.moves == () or match.moves[0].where in said(app)
    again = Match.open(match.journal.path, read_only=True)
    assert again.decisions == match.decisions
    assert again.closed


async def test_a_comment_is_saved_anew_like_a_decision(tmp_path: Path) -> None:
    """And that is told when the field is put away."""
    kept = library(tmp_path)
    match = new_match(kept)
    async with running(kept, start=match) as app:
        await press(app, "enter")
        kept.find("played").unlink()
        await press(app, "c", "H", "i", "enter")
        assert "was removed or moved" in said(app)
        assert Match.open(kept.find("played"), read_only=True).tree.comments


async def test_a_folder_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    """The banner says so, and s keeps the match in another one."""
    kept = library(tmp_path)
    match = new_match(kept)
    async with running(kept, start=match) as app:
        await press(app, "enter")
        kept.directory.rename(tmp_path / "away")
        while not match.trouble:
            await press(app, "enter")
        assert "NOT SAVING: The folder is gone." in text(app)
        assert not kept.directory.exists()
        for there in (False, True):
            await press(app, "s")
            app.screen.query_one(Input).value = str(tmp_path / "other")
            await press(app, "enter")
            assert (match.trouble is None) == there == (tmp_path / "other").exists()
            (tmp_path / "other").mkdir(exist_ok=True)
        assert "there is no folder" in said(app)
        assert "NOT SAVING" not in text(app)
    again = Match.open(tmp_path / "other" / "played.jsonl", read_only=True)
    assert again.decisions == match.decisions
