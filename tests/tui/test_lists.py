"""Lists that scroll are painted as Textual paints them, and each of their rows once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from attrs import evolve
from textual.events import Resize
from textual.geometry import Region, Size
from textual.widget import Widget

from game.tui.app import SharedEnemyApp
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import Choices
from game.tui.widgets.menu import Menu
from tests.tui.driving import (
    LARGE,
    SMALL,
    front,
    library,
    new_match,
    press,
    running,
    send,
    settled,
    told,
)


@asynccontextmanager
async def choosing(
    folder: Path, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[SharedEnemyApp, Choices]]:
    """The app where somebody chooses from a list."""
    saves = library(folder)
    async with running(saves, size, start=new_match(saves)) as app:
        await told(app)
        choices = front(app, TableScreen).hand.choices
        assert choices.option_count > choices.size.height
        yield app, choices


def painted_anew(widget: Widget) -> list[list[object]]:
    """What Textual makes of a widget that it has never painted."""
    everything = Region(0, 0, *widget.outer_size)
    widget._set_dirty()
    return [list(strip) for strip in Widget.render_lines(widget, everything)]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_list_and_its_bar_look_as_if_they_were_painted_anew(
    size: tuple[int, int], tmp_path: Path
) -> None:
    """Wherever the cursor is, from whichever side it came, and whatever the colours are."""
    saves = library(tmp_path)
    async with running(saves, size, start=new_match(saves)) as app:
        await told(app)
        choices = front(app, TableScreen).hand.choices
        keys = ["down"] * (choices.option_count + 2) + ["up", "end", "up", "home"]
        for theme in ("textual-light", None):
            if theme:
                app.theme = theme
            for key in keys:
                await press(app, key)
                for widget in (choices, choices.vertical_scrollbar):
                    if widget.display:
                        everything = Region(0, 0, *widget.outer_size)
                        drawn = [list(strip) for strip in widget.render_lines(everything)]
                        assert drawn == painted_anew(widget)


async def test_a_list_that_is_filled_anew_shows_nothing_of_what_was_there(tmp_path: Path) -> None:
    """Though as many lines stand in the same places."""
    async with choosing(tmp_path) as (app, choices):
        before = [strip.text for strip in choices.render_lines(Region(0, 0, *choices.outer_size))]
        sections = choices._sections
        item = evolve(sections[0].items[0], label="Something else")
        other = evolve(sections[0], items=(item, *sections[0].items[1:]))
        choices.show((other, *sections[1:]))
        await settled(app)
        after = [strip.text for strip in choices.render_lines(Region(0, 0, *choices.outer_size))]
        differ = [now for was, now in zip(before, after, strict=True) if was != now]
        assert len(differ) == 1
        assert "Something else" in differ[0]


async def test_a_key_in_a_list_that_scrolls_paints_what_comes_into_view_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Besides the line that the cursor leaves; and nothing once all has been there."""
    lines: list[int] = []
    paint = Menu.render_line

    def counted(menu: Menu, y: int) -> object:
        lines.append(y)
        return paint(menu, y)

    async with choosing(tmp_path) as (app, choices):
        monkeypatch.setattr(Menu, "render_line", counted)
        scrolled = 0
        for _ in range(choices.option_count):
            lines.clear()
            before = choices.scroll_offset.y
            await press(app, "down")
            new = max(1, choices.scroll_offset.y - before)
            assert len(lines) <= 1 + new
            scrolled += choices.scroll_offset.y > before
        assert scrolled > choices.size.height
        for _ in range(2):
            lines.clear()
            for _ in range(choices.option_count):
                await press(app, "up")
        assert lines == []


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_heading_is_in_view_with_the_first_line_below_it(
    size: tuple[int, int], tmp_path: Path
) -> None:
    """However the cursor came there; and nothing moves when all is painted anew."""
    async with choosing(tmp_path, size) as (app, choices):
        for page in ("", "m"):
            await press(app, *page)
            menu = app.focused
            assert isinstance(menu, Menu)
            for keys in (("end", "home"), ("home", "up", "down"), ("down", "up")):
                await press(app, *keys)
                assert menu.scroll_offset.y == 0
                assert menu.options[0].disabled
            for key in ("end", "home"):
                await press(app, key)
                at = menu.scroll_offset
                menu.scroll_to(y=0 if at.y else menu.max_scroll_y, animate=False, immediate=True)
                await press(app, key)
                assert menu.scroll_offset == at
            for key in ("up", "up", "down", "down", "down"):
                await press(app, key)
                before = menu.scroll_offset
                send(app, Resize(Size(*size), Size(*size)))
                await settled(app)
                assert menu.scroll_offset == before
        assert menu is not choices
