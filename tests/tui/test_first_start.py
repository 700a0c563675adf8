"""The first start: one question, asked once; each answer leads straight into a game."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import HUMAN
from game.scenario import MAIN, MILD, load
from game.settings import SettingsFile
from game.telling.messages import english
from game.tui.screens.first import WAYS, FirstScreen
from game.tui.screens.lessons import LessonsScreen
from game.tui.screens.settings import SettingsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from tests.tui.driving import (
    burst,
    front,
    library,
    new_match,
    press,
    resize,
    running,
    settled,
    text,
)
from tests.tui.ptys import on_terminal

FRAMES, FRAME_END = "\x1b[?2026$p", "\x1b[?2026l"
"""The question whether the terminal shows a frame at once, and what then ends a frame."""


def kept(folder: Path) -> SettingsFile:
    """The file of settings of a test."""
    return SettingsFile(folder / "settings.json")


@pytest.mark.parametrize("way", WAYS)
async def test_each_way_leads_straight_into_it(tmp_path: Path, way: str) -> None:
    """And the next time the title is there at once."""
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        front(app, FirstScreen)
        await press(app, *["down"] * WAYS.index(way), "enter")
        if way == "learn":
            front(app, LessonsScreen)
        else:
            (table,) = (each for each in app.screen_stack if isinstance(each, TableScreen))
            people = {"alone": 1, "together": 2, "watch": 0}[way]
            assert table.match.seats.count(HUMAN) == people
            if way == "alone":
                assert table.match.seats == (HUMAN, "student")
            assert table.match.scenario.id == "paris-thaw"
        app.action_title()
        await settled(app)
        front(app, TitleScreen)
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        front(app, TitleScreen)


def test_no_game_is_called_short_that_is_as_long_as_the_full_one() -> None:
    called = [english().say(f"title.first.{way}.about") for way in WAYS if way != "learn"]
    assert load(MILD).rounds < load(MAIN).rounds or not any("short" in each for each in called)


async def test_whoever_leaves_the_question_is_not_asked_again(tmp_path: Path) -> None:
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        await press(app, "escape")
        front(app, TitleScreen)
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        front(app, TitleScreen)


async def test_whoever_has_saves_is_not_asked(tmp_path: Path) -> None:
    """Nor who has no place for settings, nor while a match is on the table."""
    async with running(library(tmp_path), settings=None) as app:
        front(app, TitleScreen)
    match = new_match(library(tmp_path))
    async with running(library(tmp_path), settings=kept(tmp_path), start=match) as app:
        assert not any(isinstance(each, FirstScreen) for each in app.screen_stack)
    match.close()
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        front(app, TitleScreen)
        assert "played" in text(app)


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (80, 24), (200, 60)])
async def test_the_question_fits_any_terminal_and_bears_a_storm(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(library(tmp_path), size, settings=kept(tmp_path)) as app:
        await burst(app, "down", "up", "comma", "q", "?", "q", "down", "end")
        await resize(app, 80, 24)
        await settled(app)
        assert not isinstance(app.screen, SettingsScreen)
        await burst(app, "enter", "enter", "escape", "enter", "escape", "escape")
        await settled(app)
        assert text(app).strip()


def test_on_a_terminal_the_question_comes_first_and_whole(tmp_path: Path) -> None:
    """Nothing of the title is painted before it, and one frame has all of the question."""
    settings = str(tmp_path / "none" / "settings.json")
    with on_terminal("-m", "game", folder=tmp_path, SHARED_ENEMY_SETTINGS=settings) as terminal:
        terminal.wait(lambda: FRAMES.encode() in terminal.sent, "whether frames are told apart")
        terminal.type(f"{FRAMES[:-2]};2$y".encode())
        terminal.wait_for("this is asked once")  # the last of the question
        end = FRAME_END.encode()
        terminal.wait(lambda: end in terminal.sent.rpartition(b"asked once")[2], "all of it")
        frames = terminal.sent.rpartition(end)[0].decode().split(FRAME_END)
        assert [("How would" in each, "asked once" in each) for each in frames].count(
            (True, True)
        ) == 1
        assert not [each for each in frames if "╻" in each or "Resume" in each or "q Quit" in each]
        terminal.type(b"\x1b")
        terminal.wait_for("q Quit")  # only the title says so
        terminal.type(b"q")
        assert terminal.end() == 0
    assert Path(settings).read_text() == "{}\n"


async def test_whoever_has_saves_but_no_settings_chooses_at_the_title(tmp_path: Path) -> None:
    """By the arrows and Enter, as anybody does; a link to nowhere is a save as well."""
    saves = library(tmp_path)
    saves.directory.mkdir()
    (saves.directory / "paris-thaw.jsonl").symlink_to(tmp_path / "nowhere")
    async with running(saves, settings=kept(tmp_path)) as app:
        front(app, TitleScreen)
        await press(app, "enter")
        front(app, LessonsScreen)
