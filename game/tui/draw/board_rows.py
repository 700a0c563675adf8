"""The parts of the table, each as rows for the room that it has.

While a debate is on, what is said has the room: the ladder folds, and whoever argues finds the
arguments in the list of choices.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen
from textual.content import Content

from game.telling.board import Board
from game.telling.layout.cells import Row, span
from game.telling.layout.course import close_rows, ladder_rows, rung_rows, wire_rows
from game.telling.layout.debate_rows import exchange_rows
from game.telling.layout.top import gauge_rows, goals_row, header_row, hour_row, party_rows
from game.tui.draw.styles import styled
from game.tui.sizes import ROOMY

LIST = 6
"""Rows that are left to the list below a debate, and where there is room for them to any list."""
GAUGES = 4
"""Rows of tracks with their bars that a small screen has room for."""
FOOT = 1
"""Rows of the footer."""


@frozen
class Room:
    """How much room there is.

    Attributes:
        width: cells of a row.
        screen: the size of the whole screen, as (width, height).
        taken: how many rows of it something else than the table has.
    """

    width: int
    screen: tuple[int, int]
    taken: int = 0

    @property
    def large(self) -> bool:
        """Whether the choices stand beside the ladder, not below it."""
        return self.screen[0] >= ROOMY[0] and self.screen[1] >= ROOMY[1]


Draw = Callable[[Board, Room], list[Row]]


def draw(rows: Draw, board: Board, room: Room) -> list[Content]:
    """Rows of the table in the colours of its sides."""
    return styled(rows(board, room), [party.color for party in board.parties])


def header(board: Board, room: Room) -> list[Row]:
    """Who decides what, and when."""
    return [header_row(board.header, room.width)]


def tracks(board: Board, room: Room) -> list[Row]:
    """The hour and the tracks; where there is little room the bars give way."""
    hour = hour_row(board, room.width)
    rows = gauge_rows(board.gauges, room.width)
    if not room.large and (hour or board.debate or len(rows) > GAUGES):
        rows = rows[::2]
    return [hour, *rows] if hour else rows


def first_side(board: Board, room: Room) -> list[Row]:
    """The viewer's side: score and capital, arguments, and what it wants in the end."""
    return _side(board, 0, room)


def second_side(board: Board, room: Room) -> list[Row]:
    """The other side, likewise."""
    return _side(board, 1, room)


def _side(board: Board, place: int, room: Room) -> list[Row]:
    party = board.in_order[place]
    rows = party_rows(party, room.width)
    if room.large:
        return [*rows, goals_row(party, room.width)] if party.goals else rows
    return rows[:1] if board.debate else rows


TOP = (header, tracks, first_side, second_side)
"""What stands above all else."""


def middle(board: Board, room: Room) -> list[Row]:
    """The course of things, and while there is one the debate as it is heard."""
    whole = Room(room.screen[0] - 2, room.screen)
    height = room.screen[1] - sum(len(part(board, whole)) for part in TOP) - FOOT - room.taken
    if board.debate is None:
        if room.large:
            return _tall(board, room.width, height)
        # Whatever a scenario's tracks take, there is a list to choose from: the ladder comes first,
        # and what is coming can be read on its page.
        return _short(board, room.width)[: max(1, height - LIST)]
    if room.large:
        above = [*_ladder(board, room.width, tall=False), (span(""),)]
    else:
        height -= LIST
        above = [
            row
            for rung in board.ladder.rungs
            if any(step.on_table for step in rung.steps)
            for row in rung_rows(board.ladder, rung, room.width)
        ]
    return [*above, *exchange_rows(board.debate, room.width, height - len(above))]


def _ladder(board: Board, width: int, *, tall: bool) -> list[Row]:
    shorts = (board.parties[0].short, board.parties[1].short)
    return ladder_rows(board.ladder, shorts, width, tall=tall)


def _short(board: Board, width: int) -> list[Row]:
    return [
        *_ladder(board, width, tall=False),
        *wire_rows(board.wire, width, tall=False),
        *close_rows(board.close, width, tall=False),
    ]


def _tall(board: Board, width: int, height: int) -> list[Row]:
    """The ladder, the wire, the close of the round: as tall as there is room for."""
    gap: Row = (span(""),)
    climb = _ladder(board, width, tall=True)
    brief = _short(board, width)[-2 if board.close else -1 :]
    wire = wire_rows(board.wire, width, tall=True)
    coming = [gap, *wire, gap, *close_rows(board.close, width, tall=True)]
    for form in ([*climb, *coming], [*climb, gap, *brief], [*climb, *brief]):
        if len(form) <= height:
            return form
    return [*_ladder(board, width, tall=False), *coming]
