"""Several keys in one write: each is answered before the next, and none answers what is unseen."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Button

import game.tui
from game.match import Journal, Match
from game.tui.screens.ask import Ask
from game.tui.screens.export import ExportScreen
from game.tui.screens.front import Front
from game.tui.screens.grant import Grant
from game.tui.screens.question import Question
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.variations import VariationsScreen
from game.tui.widgets.choices import Choices
from game.tui.widgets.line import LineInput
from game.tui.widgets.menu import Menu
from tests.examples import LONG
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new
from tests.tui.campaign import PLACES, storm
from tests.tui.driving import (
    burst,
    click_fast,
    front,
    library,
    new_match,
    play_on,
    press,
    rows,
    running,
    said,
    text,
)
from tests.tui.tour import stocked


def test_every_screen_of_the_game_is_left_once_only() -> None:
    """All are made from the one that heeds it, down to the last page."""
    for module in pkgutil.walk_packages(game.tui.__path__, "game.tui."):
        import_module(module.name)
    unseen: list[type] = [Screen]
    found: set[type] = set()
    while unseen:
        kinds: list[type] = unseen.pop().__subclasses__()
        unseen += kinds
        found |= {kind for kind in kinds if kind.__module__.startswith("game.tui.screens")}
    assert {kind for kind in found if not issubclass(kind, Front)} == set()
    assert {Question, TableScreen, TitleScreen} <= found


@pytest.mark.parametrize("pair", [("enter", "enter")])
async def test_no_two_keys_at_once_break_a_screen(tmp_path: Path, pair: tuple[str, str]) -> None:
    """Nor clicks; and no save is lost by it."""
    kept = stocked(tmp_path)
    before = {entry.slug for entry in kept.list()}
    async with running(kept) as app:
        # Every third place; all of them, and all pairs of keys, in the campaign.
        for place in PLACES if LONG else list(PLACES)[::3]:
            await storm(app, place, [pair])
            if not app.is_running:
                break
            await click_fast(app, (40, 12), (40, 12))
            assert app._exception is None
    assert len(kept.list()) >= len(before)


@pytest.mark.parametrize("key", ["r", "p"])
async def test_a_list_is_chosen_from_once(tmp_path: Path, key: str) -> None:
    """Enter twice at once opens one match, and the second decides nothing in it."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        await press(app, key)
        await burst(app, "enter", "enter")
        screen = app.screen
        assert isinstance(screen, TableScreen | ReplayScreen)
        assert len(app.screen_stack) == 2
        assert screen.match.trouble is None


async def test_a_match_is_resumed_once_by_the_same_program(tmp_path: Path) -> None:
    """It is never told that it plays the match itself."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        await burst(app, "enter", "enter")
        table = front(app, TableScreen)
        assert not table.match.read_only
        await press(app, "enter")
        app.navigation.resume_last()
        app.navigation.resume_last()
        await press(app, "f9")
        assert front(app, TableScreen) is table
        assert not table.match.read_only


async def test_resuming_the_match_that_is_played_goes_back_to_it(tmp_path: Path) -> None:
    """From the palette, say: the lock is our own."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        await press(app, "enter", "enter")
        table = front(app, TableScreen)
        app.action_resume()
        await press(app, "f9", "enter")
        assert front(app, TableScreen) is table
        assert "NOT SAVING" not in text(app)
        app.action_resume()
        await press(app, "f9")
        front(app, SavesScreen)
        await press(app, "q")
        assert front(app, TableScreen) is table


async def test_a_match_that_was_left_can_be_opened_at_once(tmp_path: Path) -> None:
    """Its lock is free when the title is in front, before the old table is gone."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        await press(app, "enter")
        path = front(app, TableScreen).match.journal
        assert path is not None
        app.navigation.title()
        again = Match.open(path.path)
        assert again.trouble is None
        again.close()


async def test_a_match_that_cannot_be_saved_is_not_left_by_a_burst(tmp_path: Path) -> None:
    """Leaving would lose it; the answer that loses nothing has the focus from the first moment."""
    disk = MemoryDisk()
    match = new(journal=Journal(SAVE, disk))
    disk.full = True
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "enter", "enter")
        table = app.screen_stack[1]
        await burst(app, "q", "enter")
        assert table in app.screen_stack
        front(app, Question)
        assert app.focused is app.screen.query_one("#yes" if match.trouble is None else "#no")
        await press(app, "enter")
        assert front(app, TableScreen) is table


@pytest.mark.parametrize("answer", ["enter", "y", "n", "space", "down"])
async def test_no_save_is_deleted_by_what_was_typed_before_the_question(
    tmp_path: Path, answer: str
) -> None:
    kept = stocked(tmp_path)
    before = {entry.slug for entry in kept.list()}
    async with running(kept) as app:
        await press(app, "p")
        await burst(app, "d", answer)
        question = front(app, Question)
        assert {entry.slug for entry in kept.list()} == before
        assert question.focused is question.query_one("#no", Button)
        await press(app, "y")
        assert {entry.slug for entry in kept.list()} < before


async def test_a_question_that_opens_after_a_key_is_not_answered_by_the_next(
    tmp_path: Path,
) -> None:
    """Whichever question it is: export, branch, take back, a new game."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        await press(app, "p")
        await burst(app, "e", "enter")
        front(app, ExportScreen)
        await press(app, "escape", "end", "enter")
        await burst(app, "b", "enter")
        front(app, SeatsScreen)
        await press(app, "escape", "q")
        await burst(app, "n", "enter", "f2")
        assert "New game" in rows(app)[0]
    match = new_match(library(tmp_path / "two"))
    match.decide("consult")
    async with running(library(tmp_path / "two"), start=match) as app:
        await press(app, "enter")
        await burst(app, "u", "down", "enter")
        front(app, Grant)
        assert len(match.decisions) == 2


async def test_nothing_is_decided_that_was_not_in_view(tmp_path: Path) -> None:
    """Enter held down goes from list to list, and takes only what was painted before it."""
    match = new_match(library(tmp_path))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        await burst(app, *["enter"] * 5)
        table = front(app, TableScreen)
        assert table.hand.tabled
        assert len(match.decisions) == 1
        await burst(app, "down", "enter", "enter")
        assert len(match.decisions) == 2
        assert table.query_one(Choices).current is not None


async def test_letters_in_a_burst_are_kept_for_the_field_that_opens(tmp_path: Path) -> None:
    """With the Enter among them, and what comes after it."""
    kept = library(tmp_path)
    play_on(new_match(kept), 6).close()
    async with running(kept) as app:
        await press(app, "p")
        await burst(app, "r", *["backspace"] * 6, *"second", "enter")
        assert {entry.slug for entry in kept.list()} == {"second"}
        await burst(app, "/", *"none", "enter", "/", "enter")
        assert "There is none" in text(app)
        front(app, Ask)
        await press(app, *["backspace"] * 4, "enter", "enter")
        await burst(app, "right", "c", *"so it began", "enter", "right", "c")
        assert front(app, Ask).query_one(LineInput).value == ""
        await press(app, "escape", "left")
        assert "✎ so it began" in text(app)


async def test_a_line_of_play_that_changes_under_a_message_is_told_by_its_number(
    tmp_path: Path,
) -> None:
    """Rows know what they stand for, whatever stands in their place by now."""
    kept = library(tmp_path)
    match = play_on(new_match(kept), 10)
    match.branch(4, name="one")
    async with running(kept, watch=match) as app:
        await press(app, "v", "home")
        screen = front(app, VariationsScreen)
        menu = screen.query_one("#saves", Menu)
        menu.action_select()
        match.branch(2, variation=0, name="two")
        screen._fill(2)
        await press(app, "f9")
        assert front(app, ReplayScreen).in_view[0] == 0


async def test_a_save_that_is_gone_under_a_message_breaks_nothing(tmp_path: Path) -> None:
    """As when two programs tidy one folder."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        await press(app, "p", "end")
        screen = front(app, SavesScreen)
        menu = screen.query_one("#saves", Menu)
        menu.action_cursor_up()
        menu.action_cursor_down()
        menu.action_select()
        for entry in kept.list():
            kept.delete(entry.path)
        screen._fill()
        await press(app, "f9")
        assert app._exception is None
        assert "gone" in said(app) or "no save" in said(app) or app.screen is not screen
