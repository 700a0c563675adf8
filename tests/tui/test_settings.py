"""What is set holds in the app at once, and the next time; whatever the file holds, it opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.theme import ThemeProvider

from game.settings import Settings, SettingsFile
from game.tui.screens.title import TitleScreen
from tests.tui.driving import front, library, running, said, settled

THEMES = ("nord", "textual-light")


def kept(folder: Path) -> SettingsFile:
    """The file of settings of a test."""
    return SettingsFile(folder / "settings.json")


async def test_a_theme_that_is_chosen_in_the_palette_is_there_the_next_time(
    tmp_path: Path,
) -> None:
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        usual = app.theme
        commands = dict(ThemeProvider(app.screen).commands)
        commands[THEMES[0]]()
        await settled(app)
        assert app.settings.theme == THEMES[0]
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        assert app.theme == THEMES[0]
        app.theme = THEMES[1]
        await settled(app)
    assert kept(tmp_path).read() == Settings(theme=THEMES[1])
    assert usual not in THEMES


async def test_a_theme_of_no_name_leaves_the_usual_one(tmp_path: Path) -> None:
    """And is not forgotten: it may be one of another version."""
    kept(tmp_path).change(theme="from the future")
    async with running(library(tmp_path)) as app:
        usual = app.theme
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        assert app.theme == usual
        assert said(app) == ""
    assert kept(tmp_path).read().theme == "from the future"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff", "kept as settings.json.broken-1"),
        (b'{"pace": 3}', "pace means nothing as 3"),
        (None, "a folder"),
    ],
)
async def test_what_is_wrong_with_the_settings_is_said_and_the_app_opens(
    tmp_path: Path, data: bytes | None, words: str
) -> None:
    path = tmp_path / "settings.json"
    path.mkdir() if data is None else path.write_bytes(data)
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        front(app, TitleScreen)
        assert words in said(app)
        assert app.settings == Settings()
        app.change_settings(bell=True)
        await settled(app)
        assert app.settings.bell
