"""Rows on the screen: painted once, brought there only where they differ, true to the theme."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.content import Content, Span
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.theme import BUILTIN_THEMES

from game.tui.screen import paint_parts
from game.tui.screens.replay import ReplayScreen
from game.tui.widgets.drawn import Drawn
from game.tui.widgets.menu import painted
from game.tui.widgets.move_list import MoveList
from game.tui.widgets.painted import Painted
from game.tui.widgets.rows import Rows
from tests.tui.driving import (
    LARGE,
    SIZES,
    front,
    library,
    new_match,
    play_on,
    press,
    resize,
    running,
    settled,
    text,
)


@pytest.mark.parametrize("size", SIZES)
async def test_a_row_is_painted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """To step on and back paints nothing but what was not there before."""
    painted: list[str] = []
    paint = Rows.paint

    def seen(self: Rows, row: Content, style: Style) -> Strip:
        painted.append(row.plain)
        return paint(self, row, style)

    monkeypatch.setattr(Rows, "paint", seen)
    async with running(library(tmp_path), size, watch=play_on(new_match(None), 39)) as app:
        await press(app, "right", "right", "left")
        before = text(app)
        assert painted
        painted.clear()
        await press(app, "right", "left")
        assert painted == []
        assert text(app) == before


async def test_only_rows_that_differ_go_to_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same position brings none there; another one those that it changes."""
    sent: list[tuple[Rows, int]] = []

    def seen(part: Rows, *regions: Region) -> None:
        sent.extend((part, region.y) for region in regions)
        paint_parts(part, *regions)

    async with running(library(tmp_path), LARGE, watch=play_on(new_match(None), 39)) as app:
        replay = front(app, ReplayScreen)
        states = replay.match.states
        # From a debate to none all is laid out anew.
        at = next(n for n in range(9, 39) if not (states[n].debate or states[n + 1].debate))
        replay.go_to(at)
        await settled(app)
        parts = [each for each in app.screen.query(Rows) if not isinstance(each, MoveList)]
        before = {each: [*each.rows] for each in parts}
        monkeypatch.setattr("game.tui.widgets.rows.paint_parts", seen)
        replay._show(at)
        assert sent == []
        replay.go_to(at + 1)
        for part in app.screen.query(Drawn):
            pairs = enumerate(zip_longest(before[part], part.rows))
            differ = [
                y for y, (old, new) in pairs if old is None or new is None or not new.is_same(old)
            ]
            assert [y for each, y in sent if each is part] == differ
        assert sent


async def test_a_row_keeps_neither_the_colours_of_another_theme_nor_another_width(
    tmp_path: Path,
) -> None:
    """Not even where only the colours differ that scenarios and signs have."""
    match = play_on(new_match(None), 39)
    theme = replace(BUILTIN_THEMES["textual-dark"], name="other", warning="#40e0d0")
    async with running(library(tmp_path), watch=match) as app:
        front(app, ReplayScreen).go_to(20)
        app.register_theme(theme)
        for width, name in ((100, "textual-dark"), (90, "textual-dark"), (90, "other")):
            app.theme = name
            await resize(app, width, 30)
            seen = app.screen._compositor.render_strips()
            for part in app.screen.query(Rows):
                part._painted.clear()
            assert app.screen._compositor.render_strips() == seen


CURSOR = ("move-list--row", "move-list--cursor")
STYLES: list[Style | str] = [
    "bold",
    "$ink-dim",
    "$ink-blue italic",
    "dim",
    "red on blue",
    Style(reverse=True),
]


def made_up(pick: random.Random) -> Content:
    """A row with styles on some of it, that may lie over each other or hold nothing."""
    words = "".join(pick.choices("ab 東─", k=pick.randrange(12)))
    spans = []
    for _ in range(pick.randrange(4)):
        start = pick.randrange(len(words) + 1)
        spans.append(Span(start, start + pick.randrange(len(words) + 2), pick.choice(STYLES)))
    return Content(words, spans)


async def test_a_row_is_painted_as_textual_would_paint_it(tmp_path: Path) -> None:
    """Its looks are found out once, with what becomes of them on the way to the terminal; the
    cursor gives each of them its own colours.
    """
    pick = random.Random(5)
    async with running(library(tmp_path), watch=play_on(new_match(None), 39)) as app:
        for theme in ("shared-enemy-light", "ansi-dark"):
            app.theme = theme
            await settled(app)
            for part in [each for each in app.screen.query(Rows) if each.region]:
                cursor = part.get_visual_style(*CURSOR) if isinstance(part, MoveList) else None
                ground = part.background_colors[1]
                for row in [made_up(pick) for _ in range(100)]:
                    for style in filter(None, (part.visual_style, cursor)):
                        looks = row.render(style, "", part._get_style)
                        theirs = Strip([Segment(text, each.rich_style) for text, each in looks])
                        if style == cursor:
                            theirs = painted(theirs, cursor)
                        for each in part.get_line_filters():
                            theirs = theirs.apply_filter(each, ground)
                        ours = part.paint(row, style)
                        assert [*ours] == [each for each in theirs if each.text]
                        assert ours.cell_length == row.cell_length


def test_a_painted_row_holds_on_to_nothing_but_its_parts() -> None:
    """So that it is gone when it is forgotten, though it has been on the screen whole."""
    row = Painted([Segment("Trust "), Segment("3")], 7)
    holds = sys.getrefcount(row)
    assert [part.text for part in row.divide([7])] == ["Trust 3"]
    assert sys.getrefcount(row) == holds
    assert [part.text for part in row.divide([6, 7])] == ["Trust ", "3"]
