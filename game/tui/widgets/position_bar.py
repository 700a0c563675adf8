"""Where one is in a match: two rows above the board of a replay."""

from __future__ import annotations

from textual.content import Content

from game.tui.widgets.rows import Rows


class PositionBar(Rows):
    """Shows the rows that it is given."""

    _rows: tuple[Content, ...] = ()

    @property
    def rows(self) -> tuple[Content, ...]:
        return self._rows

    def show(self, rows: tuple[Content, ...]) -> None:
        """Show other rows."""
        self._rows = rows
        self.repaint()
