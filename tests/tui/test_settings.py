"""What is set holds in the app at once, and the next time; whatever the file holds, it opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import ThemeProvider

from game.settings import Settings, SettingsFile
from game.telling.messages import english
from game.telling.settings import say_settings_fault
from game.tui.app import SharedEnemyApp
from game.tui.keymap import _places, bindings, keymap
from game.tui.screens.first import FirstScreen
from game.tui.screens.keys import KeysScreen
from game.tui.screens.lessons import LessonsScreen
from game.tui.screens.question import Question
from game.tui.screens.settings import SettingsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.widgets.menu import Menu
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import (
    LARGE,
    PEOPLE,
    SIZES,
    burst,
    front,
    library,
    new_match,
    press,
    resize,
    rows,
    running,
    said,
    settled,
    text,
)

FRAMED = ((120, 40), (200, 60))
LONGER = 8
"""So many rows more the text about another lesson may have, and the list beside it."""
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


async def test_settings_are_changed_on_a_page_of_their_own_and_hold_at_once(
    tmp_path: Path,
) -> None:
    """By the arrows, by Enter, by Backspace; what is asked for is asked."""
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        await press(app, "comma")
        screen = front(app, SettingsScreen)
        usual = app.theme
        await press(app, "right")
        assert app.theme == app.settings.theme != usual
        await press(app, "left")
        assert app.theme == usual
        await mark(app, "pace")
        await press(app, "enter")
        paces: list[str] = [app.settings.pace]
        for key in ("right", "backspace"):
            await press(app, key)
            paces.append(app.settings.pace)
        assert paces == ["fast", "key", "normal"]
        for name in ("reduced_motion", "bell"):
            await mark(app, name)
            await press(app, "space")
            assert getattr(app.settings, name) is True
        await mark(app, "notes")
        await press(app, "enter")
        assert app.settings.notes is False
        await mark(app, "layout")
        await press(app, "right", "right")
        assert app.settings.layout == "ru"
        await mark(app, "names")
        await press(app, "enter", *"Ann", "enter", *"Bo", "enter")
        assert app.settings.names == ("Ann", "Bo")
        assert "Ann and Bo" in text(app)
        app.change_settings(seen_notes=("motion", "silence"))
        await settled(app)
        assert "2 were shown" in text(app)
        assert "Kept in" in text(app)
        await mark(app, "seen_notes")
        await press(app, "enter")
        assert app.settings.seen_notes == ()
        await press(app, "q")
        assert app.screen is not screen
        await press(app, "comma", "end", "enter", "y")
        assert app.settings == Settings()
        assert json.loads((tmp_path / "settings.json").read_text()) == {}


async def mark(app: SharedEnemyApp, name: str) -> None:
    """Move to a setting."""
    screen = front(app, SettingsScreen)
    await press(app, "home")
    for _ in screen._rows:
        if screen._marked == name:
            return
        await press(app, "down")
    raise AssertionError(f"there is no row {name}")


async def test_a_key_that_is_set_is_the_one_and_is_shown(tmp_path: Path) -> None:
    """In the footer and in the help; what shared a key with it keeps it."""
    kept(tmp_path).change(keys={"table.why": "y", "table.pause": "x"})
    match = new_match(library(tmp_path), seats=PEOPLE)
    async with running(library(tmp_path), LARGE, settings=kept(tmp_path), start=match) as app:
        while isinstance(app.screen, Question):
            await press(app, "enter")
        table = front(app, TableScreen)
        assert "y Why?" in rows(app)[-1]
        assert app._keymap["table.hurry"] == "space"
        await press(app, "w")
        assert app.screen is table
        await press(app, "y")
        assert app.screen is not table
        await press(app, "q", "f1")
        assert any(row.strip(" │").startswith("y ") and "why" in row for row in rows(app))


async def test_a_key_is_set_by_pressing_it(tmp_path: Path) -> None:
    """One that does something there already is not taken, and it is said what it does."""
    kept(tmp_path).reset()
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        await press(app, "comma")
        await mark(app, "keys")
        await press(app, "enter")
        keys = front(app, KeysScreen)
        while keys._marked.id != "title.new":
            await press(app, "down")
        await press(app, "enter", "p")
        assert "it does Replay already" in said(app)
        assert app.settings.keys == {}
        await press(app, "enter", "escape")
        assert app.settings.keys == {}
        await press(app, "enter", "y")
        assert app.settings.keys == {"title.new": "y"}
        assert text(app).count("yours") == 1
        assert "y, yours" in text(app)
        await press(app, "q", "q")
        assert "y New game" in rows(app)[-1]
        await press(app, "n")
        front(app, TitleScreen)
        await press(app, "y")
        assert not isinstance(app.screen, TitleScreen)
        await press(app, "escape", "comma")
        await mark(app, "keys")
        await press(app, "enter")
        keys = front(app, KeysScreen)
        while keys._marked.id != "title.new":
            await press(app, "down")
        await press(app, "backspace")
        assert app.settings.keys == {}
        await press(app, "q", "q")
        assert "n New game" in rows(app)[-1]


WISHES = st.dictionaries(
    st.sampled_from(sorted(bindings())) | st.text(max_size=9),
    st.sampled_from(
        [*"abcnpqrwxyzNP?,", "f5", "ctrl+k", "space", "enter", "tab", "ctrl+q", "", "é"]
    )
    | st.text(max_size=9),
    max_size=9,
)


@given(WISHES)
def test_keys_that_are_set_take_nothing_away(wishes: dict[str, str]) -> None:
    """Whatever is wished for, every binding of every place can still be called, and no key has two
    meanings there that it had not before.
    """
    told, faults = keymap(wishes, english())
    refused = len(wishes) - sum(name in told for name in wishes)
    assert len(faults) >= refused
    assert all(say_settings_fault(english(), each).endswith((".", "?")) for each in faults)
    for kind, bound in _places():
        merged = kind._merged_bindings
        assert merged is not None
        now = merged.copy()
        now.apply_keymap(told)
        callable_now = {each.id for found in now.key_to_bindings.values() for each in found}
        assert {each.id for each in bound if each.id in bindings()} <= callable_now
        for key, found in now.key_to_bindings.items():
            before = {each.id for each in merged.key_to_bindings.get(key, [])}
            now_there = {each.id for each in found}
            if not now_there <= before:
                shared = [set(each.keys) for each in bound if each.id in now_there]
                assert len(now_there) == 1 or set.intersection(*shared), (kind, key)


async def test_the_pages_of_settings_fit_any_terminal(tmp_path: Path) -> None:
    """They are left and come to again, whatever the size, also in a burst."""
    keys = ("down", "enter", "right", "end", "up", "up", "enter", "comma", "?", "q")
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        for size in ((1, 1), (20, 5), *SIZES, (200, 60)):
            app.navigation.title()
            await settled(app)
            await press(app, "comma")
            await resize(app, *size)
            await burst(app, *keys)
            await resize(app, 80, 24)
            assert text(app).strip(), size
            assert sum(isinstance(each, SettingsScreen) for each in app.screen_stack) <= 1


@pytest.mark.parametrize("size", [SIZES[0], *FRAMED])
async def test_a_short_list_is_whole_and_its_frame_no_higher(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Settings, the question of the first start, lessons; without a frame it stands in the
    column of what is above and below it.
    """
    async with running(library(tmp_path), size) as app:
        for other in (None, FirstScreen(), LessonsScreen(library(tmp_path))):
            if other is None:
                await press(app, "comma")
            else:
                app.push_screen(other)
                await settled(app)
            menu, pane = app.screen.query_one(Menu), app.screen.query_one(TextPane)
            whole = sum(str(each.prompt).count("\n") + 1 for each in menu.options)
            spare = LONGER if isinstance(other, LessonsScreen) else 0
            assert whole <= menu.content_size.height <= whole + spare
            assert len(pane.rows) <= pane.content_size.height
            if size in FRAMED:
                assert pane.content_size.height <= max(whole, len(pane.rows)) + spare
            else:
                assert all(row[:1] in ("", " ") for row in rows(app)[:-1])
                first, second = rows(app)[0], rows(app)[1]
                assert len(first) - len(first.lstrip()) == len(second) - len(second.lstrip()) == 1
            await press(app, "q")


async def test_what_the_arrows_change_stands_between_two(tmp_path: Path) -> None:
    """And they stand at the foot for that alone; a theme of the game is called by its name."""
    async with running(library(tmp_path), settings=kept(tmp_path)) as app:
        await press(app, "comma")
        front(app, SettingsScreen)
        assert "‹ Dark ›" in text(app)
        for name, changes in (("theme", True), ("pace", True), ("names", False), ("keys", False)):
            await mark(app, name)
            assert ("← → Change" in rows(app)[-1]) == changes
            assert ("‹" in rows(app)[app.screen.query_one(Menu).selected_row + 1]) == changes
