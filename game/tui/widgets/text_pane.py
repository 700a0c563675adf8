"""Text to read: beside a list while the cursor moves on, or over the whole screen."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size

from game.telling.messages import english
from game.tui.draw.styles import DIM, say, wrapped
from game.tui.widgets.rows import Rows


class TextRows(Rows):
    """Shows a text, and on its last row how much of it there is no room for.

    It never takes the focus: the screen turns its pages with keys of its own. New text costs no
    layout, so that moving in the list beside it stays quick.

    Args:
        text: what is shown at first.
        widest: how many cells a row has at most.
        keys: whether keys turn its pages, and it says so where there is more.
    """

    def __init__(
        self,
        text: Content | None = None,
        *,
        id: str,  # noqa: A002 - Textual's word
        widest: int = 1000,
        keys: bool = True,
    ) -> None:
        super().__init__(id=id)
        self._text = text or Content()
        self._widest = widest
        self._keys = keys
        self._top = 0
        self._at_end = False
        """Whether its end stays in view, whatever room it gets."""
        self._wrapped: tuple[int, list[Content]] = (0, [])

    def show(self, text: Content, *, at_end: bool = False) -> None:
        """Show a text from its top, or its end."""
        before = self.rows
        self._text = text
        self._top = 0
        self._wrapped = (0, [])
        self.repaint(before)
        self._at_end = at_end
        if at_end:
            self.call_after_refresh(self.on_resize)

    def turn(self, pages: int) -> None:
        """Turn pages: on if positive, else back."""
        self._at_end = False
        self.move(pages * max(1, self.content_size.height - 2))

    def move(self, rows: int) -> None:
        """Move the text up by so many rows, or down if negative, as far as there is text."""
        # One row is the hint's.
        hint = 1 if self._keys else 0
        last = max(0, len(self._wrap(self.content_size.width)) - self.content_size.height + hint)
        top = min(max(self._top + rows, 0), last if last > hint else 0)
        if top != self._top:
            self._top = top
            self.refresh()

    def go_to(self, line: int) -> None:
        """Have a line of the text in the first row, as far as there is text below it."""
        before = list(self._text.split("\n", allow_blank=True))[:line]
        width = min(max(1, self.content_size.width), self._widest)
        rows = len(wrapped(Content("\n").join(before), width)) if before else 0
        self.move(rows - self._top)

    def _wrap(self, width: int) -> list[Content]:
        width = min(max(1, width), self._widest)
        if self._wrapped[0] != width:
            self._wrapped = (width, wrapped(self._text, width))
        return self._wrapped[1]

    @property
    def rows(self) -> list[Content]:
        rows, height = self._wrap(self.content_size.width), self.content_size.height
        if len(rows) <= height:
            return rows
        if not self._keys:
            return rows[self._top : self._top + height]
        seen = rows[self._top : self._top + height - 1]
        below = len(rows) - self._top - len(seen)
        hint = self.below(below) if below else english().say("field.above")
        return [*seen, say((hint, DIM))]

    def below(self, rows: int) -> str:
        """How to see so many rows more."""
        return english().say("field.below", rows=rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self._wrap(width))

    def on_resize(self) -> None:
        self.move(len(self._text.plain) if self._at_end else 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-2)


class TextPane(TextRows):
    """The text of a screen, of which it turns the pages."""
