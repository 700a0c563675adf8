"""The board: the whole position at a glance, without the choices."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from game.telling.board import Board
from game.telling.messages import english
from game.tui.draw import board_rows
from game.tui.draw.board_rows import Room
from game.tui.draw.styles import STRONG, say
from game.tui.draw.teller import Teller
from game.tui.sizes import BROAD, ROOMY
from game.tui.widgets.box import Box
from game.tui.widgets.drawn import Drawn
from game.tui.widgets.text_pane import TextRows


class Summary(Box):
    """The top of the board: round and question, tracks, both sides.

    Args:
        asks: whether it is said elsewhere who is asked what.
    """

    def __init__(self, *, asks: bool = False) -> None:
        super().__init__(id="summary")
        self._asks = asks

    def compose(self) -> ComposeResult:
        yield Drawn(board_rows.header, id="header", asks=self._asks)
        yield Drawn(board_rows.tracks, id="tracks")
        yield Drawn(board_rows.sides, id="sides")


class Middle(Drawn):
    """The course of things, and while there is one the debate.

    On a large terminal it stands beside the choices, else above them.
    """

    DEFAULT_CLASSES = "pane"

    def __init__(self, *, taken: int = 0) -> None:
        """``taken``: rows of the screen that the table has not."""
        super().__init__(board_rows.middle, id="middle", taken=taken)
        self._entitled: tuple[Board | None, int] = (None, 0)
        self._placed: tuple[Board, Room, int] | None = None

    def place(self, board: Board, room: Room) -> int:
        """As of the first that is seen of a debate."""
        known = self._placed
        if known is None or known[1] != room or _motion(known[0]) != _motion(board):
            known = self._placed = (board, room, board_rows.place_below(board, room))
        return known[2]

    def drawn(self, board: Board, room: Room, rows: list[Content]) -> None:
        last, width = self._entitled
        if not self.framed or (board is last and room.width == width):
            return
        self._entitled = (board, room.width)
        title = say((board_rows.middle_title(board), STRONG))
        note = board_rows.middle_note(board, room, rows[0].plain if rows else "")
        self.entitle(title, note)


def _motion(board: Board) -> int:
    """What is debated; -1 if nothing is."""
    return -1 if board.debate is None else board.debate.motion


class StoryBeside(TextRows):
    """All that has happened, the newest in view, where there is room for it beside the table.

    Args:
        teller: who tells it.
    """

    def __init__(self, teller: Teller) -> None:
        super().__init__(id="told", title=english().say("table.pane.story"), keys=False)
        self._teller = teller
        self._table: Board | None = None
        self._due = False
        self.until: int | None = None
        """So many decisions are told, if not all: the next is told elsewhere."""

    def tell(self, table: Board) -> None:
        """Tell it as far as it has come, as soon as there is room, beside a table."""
        self._table = table
        self._due = True
        self._tell()

    @property
    def room(self) -> bool:
        """Whether there is room for it."""
        size = self.app.size
        return size.width >= BROAD and size.height >= ROOMY[1]

    def _tell(self) -> None:
        if self._due and self.room:
            self._due = False
            decided = len(self._teller.match.decisions)
            until = decided if self.until is None else min(self.until, decided)
            self.show(self._teller.story(until, self._table), at_end=True)

    def on_resize(self) -> None:
        self._tell()


def show(screen: Screen[Any], board: Board, *, steady: bool = False) -> None:
    """Let every part of the table on a screen show a position; if steady, none gives up rows."""
    for part in screen.query():
        if isinstance(part, Drawn):
            part.show(board, steady=steady)
        elif isinstance(part, StoryBeside):
            part.tell(board)
