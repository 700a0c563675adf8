"""A part of the board: a widget that draws a position and keeps nothing else."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size

from game.telling.board import Board
from game.tui.draw.board_rows import Draw, Room, draw
from game.tui.screen import lay_out
from game.tui.widgets.rows import Rows

KEPT = 60
"""So many drawings of a position are remembered."""


class Drawn(Rows):
    """Draws its position with a function from ``game.tui.draw.board_rows``, for the room it has.

    Args:
        rows: position and room -> rows.
        taken: rows of the screen that are not the table's.
        asks: whether it is said elsewhere who is asked what.
    """

    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    def __init__(self, rows: Draw, *, id: str, taken: int = 0, asks: bool = False) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._draw = rows
        self._taken = taken
        self._asks = asks
        self._board: Board | None = None
        self._drawn: dict[object, list[Content]] = {}
        """What was drawn of the position; who moves through the choices comes back."""
        self._steady = False
        self._least = (0, 0)
        self._marked = -1
        self._chosen = False
        self._roomed: Room | None = None
        self._key: object = None
        """What the room hangs on: it is asked for again and again."""

    @property
    def taken(self) -> int:
        """Rows of the screen that are not the table's."""
        return self._taken

    @taken.setter
    def taken(self, rows: int) -> None:
        width = self.content_size.width
        height, self._taken = self._height(width), rows
        if self._height(width) != height:
            lay_out(self)

    def show(self, board: Board, *, steady: bool = False) -> None:
        """Draw this position from now on.

        Args:
            board: the position.
            steady: keep the rows that there were, even if fewer would do; but not from a debate
                to none, where all changes anyway but what stands below.
        """
        self._steady = steady
        width = self.content_size.width
        height, last = self._height(width), self._board
        if board is not last:
            self._board, self._drawn = board, {}
        self._marked, self._chosen = -1, False
        # At another width all begins anew.
        same = last is not None and (last.debate is None) == (board.debate is None)
        self._least = (width, height) if steady and same else (0, 0)
        # Laying out the whole screen is expensive: only where the number of rows changes.
        if not width or self._height(width) != height:
            lay_out(self)
        else:
            self.repaint()

    def mark(self, motion: int, *, chosen: bool = False) -> None:
        """Let the motion that is looked at stand out.

        Args:
            motion: its index; -1 if none is looked at.
            chosen: whether it has been chosen, and what backs it has not.
        """
        if (motion, chosen) == (self._marked, self._chosen):
            return
        width = self.content_size.width
        height = self._height(width)
        self._marked, self._chosen = motion, chosen
        if self._height(width) != height:
            lay_out(self)
        else:
            self.repaint()

    @property
    def rows(self) -> list[Content]:
        return self._rows(self.content_size.width)

    def _rows(self, width: int) -> list[Content]:
        if self._board is None or width < 1:
            return []
        room = self._room(width)
        drawn = self._drawn.get(self._key)
        if drawn is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            drawn = self._drawn[self._key] = draw(self._draw, self._board, room)
            self.drawn(self._board, room, drawn)
        return drawn

    def _room(self, width: int) -> Room:
        size = self.app.size
        key = (width, size, self.taken, self._marked, self._chosen)
        if self._roomed is None or self._key != key:
            screen = (size.width, size.height)
            self._roomed = Room(width, screen, self.taken, self._marked, self._chosen, self._asks)
            self._key = key
        return self._roomed

    def drawn(self, board: Board, room: Room, rows: list[Content]) -> None:
        """A position has been drawn for the room that there is."""

    def _height(self, width: int) -> int:
        rows = len(self._rows(width))
        if not self._steady or self._board is None or width < 1:
            return rows
        least = self._least[1] if self._least[0] == width else 0
        return max(rows, least, self.place(self._board, self._room(width)))

    def place(self, board: Board, room: Room) -> int:  # noqa: ARG002 - others need it
        """How many rows there must be for what stands below to keep its place, while one steps."""
        return 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        return self._height(width)
