"""What is said beside the game: the goal of a lesson and what to try, or a note on what is new.

It stands above the choices and never over them, and takes no rows when there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from game.tui.draw.styles import wrapped
from game.tui.screen import lay_out
from game.tui.widgets.rows import Rows


class Aside(Rows):
    """Shows a few texts, one below the other.

    Args:
        most: so many rows it takes at most; the first text and the last one are kept whole.
    """

    DEFAULT_CSS = """
    Aside { height: auto; width: 1fr; }
    """

    def __init__(self, *, id: str, most: int = 5) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._most = most
        self._texts: tuple[Content, ...] = ()

    def show(self, texts: Sequence[Content]) -> None:
        """Show these texts from now on."""
        before = len(self.rows)
        self._texts = tuple(texts)
        if len(self.rows) != before:
            lay_out(self)
        else:
            self.repaint()

    @property
    def rows(self) -> list[Content]:
        return self.rows_for(self.content_size.width)

    def rows_for(self, width: int) -> list[Content]:
        """The rows for a width: if there are too many the oldest between the ends give way."""
        if width < 1 or not self._texts:
            return []
        first, *between = (wrapped(each, width) for each in self._texts)
        last = between.pop() if between else []
        kept: list[Content] = []
        for rows in reversed(between):
            if len(first) + len(rows) + len(kept) + len(last) > self._most:
                break
            kept = [*rows, *kept]
        return [*first, *kept, *last]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return len(self.rows_for(width))
