"""The cursor of the terminal stands where the selection is, whatever has the focus."""

from __future__ import annotations

from pathlib import Path

from game.tui.app import SharedEnemyApp
from game.tui.screens.new_game import NewGameScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import Choices
from tests.tui.driving import (
    SIZES,
    front,
    library,
    new_match,
    play_on,
    press,
    rows,
    running,
    settled,
    told,
)


def under_cursor(app: SharedEnemyApp) -> str:
    """The row of the screen in which the cursor of the terminal stands, from there on."""
    column, row = app.cursor_position
    return rows(app)[row][column:]


async def test_the_cursor_goes_with_the_line_that_is_selected(tmp_path: Path) -> None:
    """Up and down the list of choices, and where it scrolls; at any size."""
    for size in SIZES:
        match = play_on(new_match(None, seed=3), 1)
        async with running(library(tmp_path), size, start=match) as app:
            await told(app)
            choices = front(app, TableScreen).query_one(Choices)
            for key in ("down", "down", "end", "up", "home", "down"):
                await press(app, key)
                assert choices.current is not None
                assert choices.current.label[:12] in under_cursor(app)


async def test_the_cursor_follows_a_replay_and_a_form(tmp_path: Path) -> None:
    """The move that is shown; the field that has the focus."""
    match = play_on(new_match(None), 30)
    async with running(library(tmp_path), watch=match) as app:
        await press(app, *["down"] * 9)
        assert under_cursor(app).lstrip()[:1].isdigit()
        at = app.cursor_position
        await press(app, "up")
        assert app.cursor_position == (at.x, at.y - 1)
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        await settled(app)
        front(app, NewGameScreen)
        seen = set()
        for _ in range(4):
            seen.add(app.cursor_position)
            await press(app, "tab")
            assert app.focused is not None
            assert app.focused.region.contains_point(app.cursor_position)
        assert len(seen) == 4
