"""Text to read: beside a list while the cursor moves on, or over the whole screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
        self._of: object = None
        """What the text is about."""
        self._anchor = (0, 0)
        """What the first row begins with, at any width: in which line, after how many letters."""
        self._left: tuple[list[str], int] = ([], 0)
        """The lines of the text when somebody went there, and in which that was."""
        self._at_end = False
        """Whether its end stays in view instead."""
        self._found: tuple[int, int, int] | None = None
        """What was found last: in which line, from where to where."""
        self._starts: list[int] = []
        """In which row each line of the text begins."""
        self._wrapped: tuple[int, list[Content]] = (0, [])

    def show(
        self, text: Content | Sequence[Content], *, at_end: bool = False, of: object = None
    ) -> None:
        """Show a text, or rows of one, from its top or its end. What is shown already keeps its
        place: the same text, or another one ``of`` the same.
        """
        given = by_line(text)
        new = [each.plain for each in given]
        known = new == [each.plain for each in self._given]
        if not (known if of is None is self._of else of == self._of):
            self._anchor = (0, 0)
            self._left = ([], 0)
        elif not known and self._left[0]:
            self._anchor = (_again(*self._left, new), self._anchor[1])
        self._given, self._of, self._at_end = given, of, at_end
        self._found = self._found if known else None
        self._wrapped = (0, [])
        self.repaint()

    def holds(self, text: Content) -> bool:
        """Whether there is room for all of a text."""
        width, height = self.content_size
        width = min(max(1, width), self._widest)
        return sum(len(wrapped(each, width)) or 1 for each in by_line(text)) <= height

    def turn(self, pages: int) -> None:
        """Turn pages: on if positive, else back."""
        self.move(pages * max(1, self.content_size.height - 2))

    def move(self, rows: int) -> None:
        """Move the text up by so many rows, or down if negative, as far as there is text."""
        before = self._top
        top = min(max(before + rows, 0), self._last)
        if top != before:
            line = bisect_right(self._starts, top) - 1
            above = self._wrapped[1][self._starts[line] : top]
            self._anchor, self._at_end = (line, sum(map(_letters, above))), False
            self._left = ([each.plain for each in self._given], line)
            self.refresh()

    @property
    def _top(self) -> int:
        """The row of the text that is the first in view."""
        rows, last = self._wrap(self.content_size.width), self._last
        if self._at_end or not last:
            return last
        line, letters = self._anchor
        top = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(rows)
        while top + 1 < end and letters >= (first := _letters(rows[top])):
            letters -= first
            top += 1
        return min(top, last)

    @property
    def _last(self) -> int:
        """The first row in view when the end of the text is."""
        # One row is the hint's, unless it stands in the frame.
        hint = 1 if self._keys and not self.framed else 0
        rows = self._wrap(self.content_size.width)
        return 0 if self._fits(rows) else len(rows) - self.content_size.height + hint

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
        top = self._top
        if not self._keys or self.framed:
            return rows[top : top + height]
        seen = rows[top : top + height - 1]
        return [*seen, self._hint(len(rows) - top - len(seen))]

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

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-2)


def _again(old: list[str], line: int, new: list[str]) -> int:
    """Which line of another text about the same is one of the old text, or the last one before it
    that is there again.

    >>> _again(["a", "", "b", "", "c"], 3, ["a", "", "c"])
    1
    """
    for place in range(line, -1, -1):
        for many in (2, 1):
            wanted = old[place : place + many]
            if not wanted[-1]:
                continue  # there is nothing in many lines
            same = [at for at in range(len(new)) if new[at : at + many] == wanted]
            if same:
                return min(same, key=lambda at: abs(at - line))
    return 0


def _letters(row: Content) -> int:
    """How many letters and signs are in a row, without what lies between its words."""
    return sum(map(len, row.plain.split()))


def _alike(text: str) -> str:
    """Large letters as small ones; every letter stays where it is."""
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


class TextPane(TextRows):
    """The text of a screen, of which it turns the pages."""
