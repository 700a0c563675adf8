"""A long list of which only the rows in view are drawn."""

from __future__ import annotations

from collections.abc import Callable

from rich.style import Style as Look
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.style import Style

from game.tui.draw.styles import fit
from game.tui.screen import paint_parts
from game.tui.widgets.menu import over
from game.tui.widgets.rows import Rows

Draw = Callable[[int], Content]
"""The row of a number, from 0."""


class MoveList(Rows, can_focus=True):
    """Rows of one line each, one of them under the cursor.

    To move in it costs the same however long it is, and no layout. It has no keys: the screen
    moves the cursor.

    Args:
        draw: what stands in a row.
        moved: is told where the cursor is now. No message, so that all is painted at once.
    """

    DEFAULT_CLASSES = "pane"
    COMPONENT_CLASSES = {"move-list--row", "move-list--cursor"}  # noqa: RUF012 - Textual's own form
    DEFAULT_CSS = """
    MoveList {
        background: $background;
        & > .move-list--cursor {
            color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .move-list--cursor {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """The number of the row under the cursor."""

    def __init__(self, draw: Draw, moved: Callable[[int], None], *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._draw = draw
        self._moved = moved
        self._count = 0
        self._top = 0
        self._below = 0
        """In which row in view the cursor is, if there is room for that many."""
        self._drawn: dict[int, Content] = {}
        self._width = 0

    @property
    def in_view(self) -> range:
        """The numbers of the rows in view."""
        return range(self._top, min(self._count, self._top + self.size.height))

    @property
    def selected_row(self) -> int:
        """The row under the cursor, from the first that is in view."""
        return self.cursor - self._top

    def fill(self, count: int, cursor: int) -> None:
        """Have so many rows, with the cursor on one of them; all are drawn anew."""
        self._count = count
        self._drawn = {}
        before, below = self.cursor, self._below
        self.cursor = cursor
        if before == self.cursor:
            self.watch_cursor(before, before)
        self._below = below
        self._put_in_view()
        self.refresh()

    def turn(self, pages: int) -> None:
        """Turn pages: what is in view moves on, and the cursor with it."""
        rows = pages * max(1, self.size.height - 1)
        self._scroll(self._top + rows)
        self.cursor += rows

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on a row."""
        return min(max(cursor, 0), max(self._count - 1, 0))

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the row under the cursor, and tell the screen."""
        top = self._top
        self._keep_in_view()
        if top == self._top:
            paint_parts(self, *(Region(0, row - top, self.size.width, 1) for row in (before, now)))
        self._moved(now)

    def _keep_in_view(self) -> None:
        """Where the cursor leaves what is in view, there is as much to see before as after it; so
        the rows stand still at most steps, and what comes next is in view.
        """
        height = max(1, self.size.height)
        if not self._top <= self.cursor < self._top + height:
            self._scroll(self.cursor - height // 2)
        self._below = self.cursor - self._top

    def _put_in_view(self) -> None:
        """The cursor stays in its row of what is in view, as far as there is room."""
        self._scroll(self.cursor - min(self._below, max(1, self.size.height) - 1))

    def _scroll(self, top: int) -> None:
        top = max(0, min(top, self._count - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    def on_resize(self) -> None:
        self._put_in_view()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(self._top + 2)
        self._below = self.cursor - self._top

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(self._top - 2)
        self._below = self.cursor - self._top

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        row = event.y - self.gutter.top
        if 0 <= row < self.size.height and self._top + row < self._count:
            self.cursor = self._top + row

    @property
    def rows(self) -> list[Content]:
        width = self.size.width
        known = self._drawn if width == self._width else {}
        self._width, self._drawn = (
            width,
            {
                row: known[row] if row in known else fit(self._draw(row), width)
                for row in self.in_view
            },
        )
        return list(self._drawn.values())

    def style_at(self, row: int) -> Style:
        here = self._top + row == self.cursor < self._count
        return self.get_visual_style("move-list--row", *(["move-list--cursor"] if here else []))

    def look(self, style: Style, whole: Style) -> Look:
        look = super().look(style, whole)
        cursor = self.get_visual_style("move-list--row", "move-list--cursor")
        return over(look, style) if style == cursor else look
