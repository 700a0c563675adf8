"""A part of the board: a widget that draws a position and keeps nothing else."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from game.tui.draw.position import Position

ROOMY = (112, 36)
"""From this width and height on the board is drawn tall, with a row for each motion."""

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

    position: reactive[Position | None] = reactive(None, layout=True)

    def __init__(self, draw: Draw, draw_tall: Draw | None = None, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._draw = draw
        self._draw_tall = draw_tall or draw

    def _content(self, width: int) -> Content:
        if self.position is None or width < 1:
            return Content()
        size = self.app.size
        roomy = size.width >= ROOMY[0] and size.height >= ROOMY[1]
        return (self._draw_tall if roomy else self._draw)(self.position, width)

    def render(self) -> Content:
        return self._content(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        content = self._content(width)
        return content.plain.count("\n") + 1 if content else 0
