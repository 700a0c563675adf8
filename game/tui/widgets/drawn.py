"""A part of the board: a widget that draws a position and keeps nothing else."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size

from game.tui.draw.ink import rows_of
from game.tui.draw.position import Position
from game.tui.room import ROOMY
from game.tui.widgets.rows import Rows

Draw = Callable[[Position, int], Content]


class Drawn(Rows):
    """Draws its position with a function from ``game.tui.draw``, at the width that it has.

    Args:
        draw: position and width in cells -> content.
        draw_tall: the same with more rows, for roomy terminals.
    """

    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    def __init__(self, draw: Draw, draw_tall: Draw | None = None, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._draw = draw
        self._draw_tall = draw_tall or draw
        self._position: Position | None = None
        self._drawn: tuple[int, Draw, list[Content]] | None = None
        self._least = (0, 0)

    def show(self, position: Position, *, steady: bool = False) -> None:
        """Draw this position from now on.

        Args:
            position: the position.
            steady: keep the rows that there were, even if fewer would do.
        """
        width = self.content_size.width
        before, height = self.rows, self._height(width)
        self._position, self._drawn = position, None
        # At another width all begins anew.
        self._least = (width, height) if steady else (0, 0)
        # Laying out the whole screen is dear: only where the number of rows changes.
        if not width or self._height(width) != height:
            self.refresh(layout=True)
        else:
            self.repaint(before)

    def redraw(self) -> None:
        """Draw the same position anew, for another room."""
        self._drawn = None
        self.refresh(layout=True)

    @property
    def rows(self) -> list[Content]:
        return self._rows(self.content_size.width)

    def _rows(self, width: int) -> list[Content]:
        if self._position is None or width < 1:
            return []
        size = self.app.size
        draw = self._draw_tall if size.width >= ROOMY[0] and size.height >= ROOMY[1] else self._draw
        if self._drawn is None or self._drawn[:2] != (width, draw):
            self._drawn = (width, draw, rows_of(draw(self._position, width)))
        return self._drawn[2]

    def _height(self, width: int) -> int:
        rows = len(self._rows(width))
        return max(rows, self._least[1]) if self._least[0] == width else rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return self._height(width)
