"""Text to read: beside a list while the cursor moves on, or over the whole screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size

from game.telling.messages import english
from game.tui.draw.styles import DIM, STRONG, by_line, lines, say, wrapped
from game.tui.widgets.rows import Rows

FOUND = "reverse"
"""What letters look like that were found."""


class TextRows(Rows):
    """Shows a text, and on its last row how much of it there is no room for.

    It never takes the focus: the screen turns its pages with keys of its own. New text costs no
    layout, so that moving in the list beside it stays quick.

    Args:
        text: what is shown at first.
        title: what stands in its frame, if it has one.
        widest: how many cells a row has at most.
        keys: whether keys turn its pages, and it says so where there is more.
    """

    DEFAULT_CLASSES = "pane"

    def __init__(
        self,
        text: Content | None = None,
        *,
        id: str,  # noqa: A002 - Textual's word
        title: str = "",
        widest: int = 1000,
        keys: bool = True,
    ) -> None:
        super().__init__(id=id)
        self.entitle(say((title, STRONG)))
        self._given = by_line(text or ())
        self._widest = widest
        self._keys = keys
        self._top = 0
        self._at_end = False
        """Whether its end stays in view, whatever room it gets."""
        self._found: tuple[int, int, int] | None = None
        """What was found last: in which line, from where to where."""
        self._starts: list[int] = []
        """In which row each line of the text begins."""
        self._wrapped: tuple[int, list[Content]] = (0, [])

    def show(self, text: Content | Sequence[Content], *, at_end: bool = False) -> None:
        """Show a text, or rows of one, from its top or its end."""
        self._given = by_line(text)
        self._top = 0
        self._found = None
        self._wrapped = (0, [])
        self.repaint()
        self._at_end = at_end
        if at_end:
            self.call_after_refresh(self.on_resize)

    def holds(self, text: Content) -> bool:
        """Whether there is room for all of a text."""
        width, height = self.content_size
        width = min(max(1, width), self._widest)
        return sum(len(wrapped(each, width)) or 1 for each in by_line(text)) <= height

    def turn(self, pages: int) -> None:
        """Turn pages: on if positive, else back."""
        self._at_end = False
        self.move(pages * max(1, self.content_size.height - 2))

    def move(self, rows: int) -> None:
        """Move the text up by so many rows, or down if negative, as far as there is text."""
        # One row is the hint's, unless it stands in the frame.
        hint = 1 if self._keys and not self.framed else 0
        lines = self._wrap(self.content_size.width)
        last = 0 if self._fits(lines) else len(lines) - self.content_size.height + hint
        top = min(max(self._top + rows, 0), last)
        if top != self._top:
            self._top = top
            self.refresh()

    def go_to(self, line: int) -> None:
        """Have a line of the text in the first row, as far as there is text below it."""
        self._wrap(self.content_size.width)
        row = self._starts[line] if line < len(self._starts) else len(self._wrapped[1])
        self.move(row - self._top)

    def find(self, words: str) -> bool:
        """Mark the next line that holds some letters, large or small, and go there; after the last
        one comes the first again.

        Returns:
            Whether there is one.
        """
        self._wrap(self.content_size.width)
        after = self._found[0] + 1 if self._found else bisect_left(self._starts, self._top)
        wanted = _alike(words)
        texts = [_alike(each.plain) for each in self._given]
        for line in (*range(after, len(texts)), *range(after)):
            place = texts[line].find(wanted)
            if wanted and place >= 0:
                break
        else:
            return False
        self._found = (line, place, place + len(wanted))
        self._at_end = False
        self._wrapped = (0, [])
        width = min(max(1, self.content_size.width), self._widest)
        before = self._lines[line][:place].rstrip()
        rows = self._wrap(width)
        inside = max(0, len(wrapped(before, width)) - 1) if before else 0
        last = max(0, len(rows) - 1)
        self.move(min(self._starts[line] + inside, last) - self._top)
        self.refresh()
        return True

    @property
    def _lines(self) -> list[Content]:
        """The text by line, with what was found marked."""
        if self._found is None:
            return self._given
        line, start, end = self._found
        marked = self._given[line].stylize(FOUND, start, end)
        return [*self._given[:line], marked, *self._given[line + 1 :]]

    @property
    def _text(self) -> Content:
        """The text as a whole."""
        return lines(self._given)

    def _wrap(self, width: int) -> list[Content]:
        width = min(max(1, width), self._widest)
        if self._wrapped[0] != width:
            rows: list[Content] = []
            self._starts = []
            for line in self._lines:
                self._starts.append(len(rows))
                rows += wrapped(line, width) if line else [line]
            self._wrapped = (width, rows)
        return self._wrapped[1]

    @property
    def rows(self) -> list[Content]:
        rows, height = self._wrap(self.content_size.width), self.content_size.height
        if self._fits(rows):
            return rows
        if not self._keys or self.framed:
            return rows[self._top : self._top + height]
        seen = rows[self._top : self._top + height - 1]
        return [*seen, self._hint(len(rows) - self._top - len(seen))]

    def _fits(self, rows: Sequence[Content]) -> bool:
        """Whether there is room for all rows at once."""
        return len(rows) <= self.content_size.height

    def _hint(self, below: int) -> Content:
        """How to see what is not in view."""
        return say((self.below(below) if below else english().say("field.above"), DIM))

    @property
    def foot(self) -> Content:
        rows, height = len(self._wrap(self.content_size.width)), self.content_size.height
        if not self._keys or rows <= height:
            return super().foot
        return self._hint(rows - self._top - height)

    def below(self, rows: int) -> str:
        """How to see so many rows more."""
        return english().say("field.below", rows=rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self._wrap(width))

    def on_resize(self) -> None:
        self.move(sum(len(each.plain) + 1 for each in self._given) if self._at_end else 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-2)


def _alike(text: str) -> str:
    """Large letters as small ones; every letter stays where it is."""
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


class TextPane(TextRows):
    """The text of a screen, of which it turns the pages."""
