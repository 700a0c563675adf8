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
    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    def __init__(self, draw: Draw, draw_tall: Draw | None = None, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._draw = draw
        self._draw_tall = draw_tall or draw
        self._position: Position | None = None
        self._drawn: tuple[int, Draw, Content] | None = None

    def show(self, position: Position) -> None:
        """Draw this position from now on."""
        width = self.content_size.width
        height = self._height(width)
        self._position, self._drawn = position, None
        # Laying out the whole screen is dear: only where the number of rows changes.
        self.refresh(layout=not width or self._height(width) != height)

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
        return content.plain.count("\n") + 1 if content else 0

    def render(self) -> Content:
        return self._content(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return self._height(width)
