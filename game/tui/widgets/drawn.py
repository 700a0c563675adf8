"""A part of the board: a widget that draws a position and keeps nothing else."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.draw.position import Position
from game.tui.room import ROOMY

Draw = Callable[[Position, int], Content]


class Drawn(Widget):
    """Draws its position with a function from ``game.tui.draw``, at the width that it has.

    Args:
        draw: position and width in cells -> content.
        draw_tall: the same with more rows, for roomy terminals.
    """

    ALLOW_SELECT = False
    # Nothing in a match is a link, and to look for them is a tenth of the drawing.
    auto_links = False
    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, draw: Draw, draw_tall: Draw | None = None, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._draw = draw
        self._draw_tall = draw_tall or draw
        self._position: Position | None = None
        self._drawn: tuple[int, Draw, Content] | None = None
        self._least = (0, 0)

    def show(self, position: Position, *, steady: bool = False) -> None:
        """Draw this position from now on.

        Args:
            position: the position.
            steady: keep the rows that there were, even if fewer would do.
        """
        width = self.content_size.width
        before, height = self._drawn, self._height(width)
        self._position, self._drawn = position, None
        # At another width all begins anew.
        self._least = (width, height) if steady else (0, 0)
        # Laying out the whole screen is dear: only where the number of rows changes.
        if not width or self._height(width) != height:
            self.refresh(layout=True)
        elif before is None or not before[2].is_same(self._content(width)):
            self.refresh()

    def redraw(self) -> None:
        """Draw the same position anew, for another room."""
        self._drawn = None
        self.refresh(layout=True)

    def _content(self, width: int) -> Content:
        if self._position is None or width < 1:
            return Content()
        size = self.app.size
        draw = self._draw_tall if size.width >= ROOMY[0] and size.height >= ROOMY[1] else self._draw
        if self._drawn is None or self._drawn[:2] != (width, draw):
            self._drawn = (width, draw, draw(self._position, width))
        return self._drawn[2]

    def _height(self, width: int) -> int:
        content = self._content(width)
        rows = content.plain.count("\n") + 1 if content else 0
        return max(rows, self._least[1]) if self._least[0] == width else rows

    def render(self) -> Content:
        return self._content(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return self._height(width)
