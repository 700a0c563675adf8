"""A part of a screen that is no higher than what it holds, where that has a frame."""

from __future__ import annotations

from typing import Final

from game.tui.sizes import is_roomy
from game.tui.widgets.box import Box

FRAME: Final = 2
"""Rows of a frame."""


class Low(Box):
    """Holds others, side by side or one below the other.

    How high they are is said to it, for that must not change with what is told of a line: a key
    would lay out the whole screen again.
    """

    _rows: int | None = None

    def hold(self, rows: int) -> None:
        """Be no higher than so many rows, and the frame around them."""
        self._rows = rows
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._rows is not None:
            roomy = is_roomy(self.app.size)
            self.styles.max_height = self._rows + FRAME if roomy else None
