"""Whatever becomes of the terminal, what is read keeps its place."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from game.tui.app import SharedEnemyApp
from game.tui.draw.styles import lines, say
from game.tui.modal import Modal
from game.tui.screens.arguments import ArgumentsScreen
from game.tui.widgets.move_list import MoveList
from game.tui.widgets.text_pane import TextPane
from tests.examples import examples
from tests.tui.driving import (
    SMALL,
    front,
    library,
    press,
    resize,
    running,
    send,
    settled,
    told,
)
from tests.tui.snapshots import SCENES, until
from tests.tui.test_review import _cheap, game, made
from tests.tui.tour import stocked

__all__ = ["_cheap"]

OTHERS = ((200, 60), (80, 60), (100, 30))
PAGES: dict[str, tuple[str, ...]] = {
    "scenarios": ("s",),
    "saves": ("p",),
    "help": ("?",),
    "rulebook": ("?", "b"),
    "words": ("?", "w"),
    "replay": ("p", "end", "enter"),
    "position": ("home", "enter", "escape", "p"),
    "why": ("home", "enter", "escape", "w"),
    "news": ("home", "enter", "escape", "n"),
    "article": ("home", "enter", "escape", "r"),
    "transcript": ("home", "enter", "escape", "t", "home"),
}
"""Where text is read, and the keys that lead there from the title."""


async def same_size(app: SharedEnemyApp) -> None:
    """Have all painted anew, as when a program goes on that was stopped."""
    size = Size(*SMALL)
    send(app, events.Resize(size, size))
    await settled(app)


def read(app: SharedEnemyApp) -> tuple[str, ...]:
    """What stands in the text of the screen in front."""
    return tuple(row.plain for row in app.screen.query_one(TextPane).rows)


@pytest.mark.parametrize("page", PAGES)
async def test_what_is_read_is_there_again(tmp_path: Path, page: str) -> None:
    """At the same size, and at another one and back, though that has room for all."""
    async with running(stocked(tmp_path)) as app:
        await press(app, *PAGES[page])
        first = read(app)
        await press(app, "pagedown")
        assert read(app) != first
        seen = read(app)
        await same_size(app)
        assert read(app) == seen
        for other in OTHERS:
            await resize(app, *other)
            await resize(app, *SMALL)
            assert read(app) == seen, other


async def test_a_review_is_where_it_was(tmp_path: Path) -> None:
    """The line under the cursor, and the row in which that stands."""
    kept = library(tmp_path)
    async with running(kept, watch=game(kept)) as app:
        await press(app, "e")
        await made(app)
        await press(app, "pagedown", "pagedown", "up", "up", "up")
        rows = app.screen.query_one(MoveList)
        before = rows.cursor, rows.in_view
        assert before[1].start > 0
        await same_size(app)
        assert (rows.cursor, rows.in_view) == before
        for other in OTHERS:
            await resize(app, *other)
            await resize(app, *SMALL)
            assert (rows.cursor, rows.in_view) == before


class Page(Modal[None]):
    """Nothing but a text."""

    def __init__(self, words: list[int]) -> None:
        super().__init__()
        # Each line of so many words, all of them others.
        self.words = [
            " ".join(f"{line}-{word}" for word in range(many)) for line, many in enumerate(words)
        ]

    def compose(self) -> ComposeResult:
        yield TextPane(lines([say(each) for each in self.words]), id="page-text")


@examples(15)
@given(
    st.lists(st.integers(1, 60), min_size=30, max_size=60),
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(80, 200), st.integers(24, 60)), min_size=1, max_size=3),
)
def test_at_any_width_the_first_word_in_view_stays_in_the_first_row(
    words: list[int], rows: int, sizes: list[tuple[int, int]]
) -> None:
    """As far as there is text below it."""

    async def look() -> None:
        async with running(library(Path("nowhere"))) as app:
            page = Page(words)
            app.push_screen(page)
            await settled(app)
            pane = page.query_one(TextPane)
            pane.move(rows)
            first = pane.rows[0].plain.split()[0]
            for size in sizes:
                await resize(app, *size)
                assert first in pane.rows[0].plain.split() or pane._top == pane._last

    asyncio.run(look())


async def test_an_argument_is_read_on_and_another_one_from_its_top(tmp_path: Path) -> None:
    """Though more of it is told where there is more room."""
    async with running(library(tmp_path)) as app:
        app.navigation.play(until(SCENES["debate"]))
        await settled(app)
        await told(app)
        await press(app, "m")
        front(app, ArgumentsScreen)
        pane = app.screen.query_one(TextPane)
        longer = 0
        for _ in range(5):
            assert pane._top == 0
            await press(app, "pagedown")
            longer += pane._top > 0
            seen = read(app)
            await same_size(app)
            assert read(app) == seen
            for other in OTHERS:
                await resize(app, *other)
                await resize(app, *SMALL)
                assert read(app) == seen
            await press(app, "down")
        assert longer
