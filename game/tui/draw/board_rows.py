"""The parts of the table, each as rows for the room that it has.

The table has three scenes, and only the one that is played takes the room. While something is
chosen the ladder has it, and the hands fold to a count. While a debate is on, what is said has it:
the hands are open, and the ladder folds.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen
from textual.content import Content

from game.rules import NOBODY
from game.telling.board import Board
from game.telling.layout.cells import STRONG, Row, length, span, text, wrap
from game.telling.layout.climb import ladder_rows
from game.telling.layout.course import close_rows, wire_rows
from game.telling.layout.debate_rows import exchange_rows, tabled_rows
from game.telling.layout.top import (
    gauge_rows,
    goals_row,
    hand_row,
    header_row,
    hour_row,
    party_row,
)
from game.tui.draw.styles import styled
from game.tui.sizes import ROOMY, TALL

CHOICE = 10
"""Rows that are left to the choice on a small screen."""
LIST = 6
"""Rows that are left to the list below a debate."""
GAUGES = 2
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
        marked: the motion that is looked at; -1 if none is.
        chosen: whether it has been chosen, and what backs it has not.
    """

    width: int
    screen: tuple[int, int]
    taken: int = 0
    marked: int = -1
    chosen: bool = False

    @property
    def large(self) -> bool:
        """Whether the choices stand beside the ladder, not below it."""
        return self.screen[0] >= ROOMY[0] and self.screen[1] >= ROOMY[1]

    @property
    def tall(self) -> bool:
        """Whether there are rows to spare."""
        return self.large and self.screen[1] >= TALL


Draw = Callable[[Board, Room], list[Row]]


def draw(rows: Draw, board: Board, room: Room) -> list[Content]:
    """Rows of the table in the colours of its sides."""
    return styled(rows(board, room), [party.color for party in board.parties])


def header(board: Board, room: Room) -> list[Row]:
    """Who decides what, and when; where there are few rows, what the hour speaks to as well."""
    return [header_row(board, room.width, hour=not room.large)]


def tracks(board: Board, room: Room) -> list[Row]:
    """The hour and the tracks; where there is little room the bars give way."""
    rows = gauge_rows(board.gauges, room.width)
    if not room.large:
        return rows[::2] if board.debate or len(rows) > GAUGES else rows
    hour = hour_row(board, room.width)
    if board.debate and not room.tall:
        rows = rows[::2]
    return [hour, *rows] if hour else rows


def first_side(board: Board, room: Room) -> list[Row]:
    """The viewer's side: score and capital, arguments, and what it wants in the end."""
    return _side(board, 0, room)


def second_side(board: Board, room: Room) -> list[Row]:
    """The other side, likewise."""
    return _side(board, 1, room)


def _side(board: Board, place: int, room: Room) -> list[Row]:
    party, width = board.in_order[place], room.width
    if not board.debate:
        rows = [party_row(party, width, about=party.hand)]
        return [*rows, goals_row(party, width)] if room.large and party.goals else rows
    if not room.large:
        return [party_row(party, width, about=party.hand), *_answers(party.can_answer, width)]
    row, told = party_row(party, width, about=party.can_answer), party.can_answer
    more = _answers(told, width) if told not in text(row) else []
    return [row, *more, hand_row(party, width)]


def _answers(words: str, width: int) -> list[Row]:
    """With what a side can answer; the list of choices says so where this is too long."""
    row: Row = (span(f" {words}"),)
    return [row] if words and length(row) <= width else []


TOP = (header, tracks, first_side, second_side)
"""What stands above all else."""


def middle(board: Board, room: Room) -> list[Row]:
    """The course of things, or while there is one the debate as it is heard."""
    whole = Room(room.screen[0] - 2, room.screen)
    height = room.screen[1] - sum(len(part(board, whole)) for part in TOP) - FOOT - room.taken
    if board.debate is not None:
        height -= 0 if room.large else LIST
        return exchange_rows(board, board.debate, room.width, height)
    if room.large:
        return _tall(board, room, height)
    if room.chosen:
        return tabled_rows(board.ladder, room.marked, room.width)[: height - LIST]
    # Whatever a scenario's tracks take, there is a list to choose from: the ladder comes first,
    # and what is coming can be read on its page; but what is to be answered is read here.
    ladder = _ladder(board, room)
    asked = board.wire.chooser == board.header.side != NOBODY
    if asked:
        told = wrap(f"{board.wire.briefly}: {board.wire.headline}", room.width, STRONG, lead=2)
        # It is read whole; of the ladder the lowest rungs stay, which is where it is climbed.
        left = max(0, height - LIST - len(told))
        return [*ladder[max(0, len(ladder) - left) :], *told][: height - LIST]
    return _short(board, room)[: max(len(ladder), height - CHOICE)][: height - LIST]


def _ladder(board: Board, room: Room, *, tall: bool = False, unfolded: int = -1) -> list[Row]:
    shorts = (board.parties[0].short, board.parties[1].short)
    return ladder_rows(
        board.ladder, shorts, room.width, tall=tall, marked=room.marked, unfolded=unfolded
    )


def _short(board: Board, room: Room) -> list[Row]:
    return [
        *_ladder(board, room),
        *wire_rows(board.wire, room.width, tall=False),
        *close_rows(board.close, room.width, tall=False),
    ]


def _tall(board: Board, room: Room, height: int) -> list[Row]:
    """The ladder, the wire, the close of the round: as tall as there is room for."""
    gap: Row = (span(""),)
    width = room.width
    climb = _ladder(board, room, tall=True)
    brief = [
        *wire_rows(board.wire, width, tall=False),
        *close_rows(board.close, width, tall=False),
    ]
    wire = wire_rows(board.wire, width, tall=True)
    coming = [gap, *wire, gap, *close_rows(board.close, width, tall=True)]
    short = _ladder(board, room)
    # Where there is no room for all, the rung that is looked at is unfolded.
    some = _ladder(board, room, unfolded=room.marked) if room.marked >= 0 else short
    for form in (
        [*climb, *coming],
        [*climb, gap, *brief],
        [*climb, *brief],
        climb,
        [*some, *coming],
        [*some, gap, *wire, *close_rows(board.close, width, tall=False)],
        [*some, gap, *brief],
        [*some, *brief],
        [*short, *brief],
    ):
        if len(form) <= height:
            return form
    return short[:height]
