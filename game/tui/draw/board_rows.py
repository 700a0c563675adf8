"""The parts of the table, each as rows for the room that it has.

The table has three scenes, and only the one that is played takes the room. While something is
chosen the ladder has it, and the hands fold to a count. While a debate is on, what is said has it:
the hands are open, and the ladder folds.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve
from textual.content import Content

from game.rules import NOBODY
from game.telling.board import Board, Exchange, Party
from game.telling.layout.cells import DIM, STRONG, Row, span, text, wrap
from game.telling.layout.climb import columns_row, ladder_rows, ladder_within
from game.telling.layout.course import close_rows, wire_rows
from game.telling.layout.sides import goals_row, goals_rows, hand_row, side_rows
from game.telling.layout.top import (
    gauge_height,
    gauge_rows,
    header_row,
    moved_rows,
    rule_row,
    when_row,
)
from game.telling.messages import english
from game.tui.draw.styles import styled
from game.tui.sizes import BROAD, ROOMY, TALL, WIDE
from game.value import frozen

CHOICE = 9
"""Rows that are left to the choice on a small screen."""
LIST = 6
"""Rows that are left to the list below a debate."""
GAUGES = 2
"""Rows of tracks with their bars that a small screen has room for."""
FOOT = 1
"""Rows of the footer."""
FRAME = 2
"""Rows of a frame."""


@frozen
class Room:
    """How much room there is.

    Attributes:
        width: cells of a row.
        screen: the size of the whole screen, as (width, height).
        taken: how many rows of it something else than the table has.
        marked: the motion that is looked at; -1 if none is.
        chosen: whether it has been chosen, and what backs it has not.
        asks: whether it is said elsewhere who is asked what.
    """

    width: int
    screen: tuple[int, int]
    taken: int = 0
    marked: int = -1
    chosen: bool = False
    asks: bool = False

    @property
    def large(self) -> bool:
        """Whether the choices stand beside the ladder, not below it."""
        return self.screen[0] >= ROOMY[0] and self.screen[1] >= ROOMY[1]

    @property
    def broad(self) -> bool:
        """Whether there are three panes beside each other."""
        return self.large and self.screen[0] >= BROAD

    @property
    def tall(self) -> bool:
        """Whether there are rows to spare."""
        return self.large and self.screen[1] >= TALL


SECOND = 74
"""The column in which the second of three panes begins: capital stands above it."""

Draw = Callable[[Board, Room], list[Row]]


def draw(rows: Draw, board: Board, room: Room) -> list[Content]:
    """Rows of the table in the colours of its sides."""
    return _styled(board, rows(board, room))


def header(board: Board, room: Room) -> list[Row]:
    """Who decides what, and when, and what the hour speaks to. On a large screen the frame around
    the choices says who is asked, and what the hour speaks to comes first.
    """
    if room.large and room.asks:
        return [when_row(board, room.width)]
    return [header_row(board, room.width, hour=True)]


def tracks(board: Board, room: Room) -> list[Row]:
    """The tracks with their bars. On a small screen they stand in the middle."""
    return gauge_rows(board.gauges, room.width) if room.large else []


def _small_tracks(board: Board, room: Room) -> list[Row]:
    """The tracks, where there is little room: in a debate the bars give way to what is said."""
    rows = gauge_rows(board.gauges, room.width)
    return rows if not board.debate and len(rows) <= GAUGES else rows[::2]


def sides(board: Board, room: Room) -> list[Row]:
    """Both sides, the viewer's first: score and capital; in a debate its arguments, else what it
    wants in the end. Where there is room for both, that stands beside the score. A debate moves
    nothing below.
    """
    # Where the title of the choices has no room for a name in full, there is none anywhere.
    names, second = room.screen[0] >= WIDE, SECOND if room.broad else 0
    rows = side_rows(board.in_order, room.width, names=names, second=second)
    if not room.large:
        return rows
    debated = board.debate is not None
    found: list[Row] = []
    for row, party in zip(rows, board.in_order, strict=True):
        found += [row, _below(party, row, room.width, debated=debated)]
    return found


def _below(party: Party, row: Row, width: int, *, debated: bool) -> Row:
    """What stands below the row of a side."""
    # With what it can answer stands out in its hand, and in the list of choices.
    beside = bool(party.goals) and party.goals[-1].short in text(row)
    if debated or beside:
        return hand_row(party, width)
    if not party.goals:  # a lesson has not come to them, nor to what is in a hand
        return (span(""),)
    return goals_row(party, width, f"  {english().say('table.pane.end')}")


TOP = (header, tracks, sides)
"""What stands above all else."""


def top_height(board: Board, room: Room) -> int:
    """How many rows that takes."""
    return 1 + gauge_height(board.gauges, room.width) + 4 if room.large else 1 + 2


def middle(board: Board, room: Room) -> list[Row]:
    """The course of things, or while there is one the debate as it is heard. On a small screen the
    tracks come first: whatever they leave to the rest, nothing else moves for it.
    """
    whole = Room(room.screen[0] - 2, room.screen)
    height = room.screen[1] - top_height(board, whole) - FOOT - room.taken
    if not room.large:
        above = _small_tracks(board, room)
        return [*above, *_low(board, room, height - len(above))]
    if board.debate is not None:
        return _heard(board, board.debate, room, height - FRAME)
    return _tall(board, room, height - FRAME)


def _low(board: Board, room: Room, height: int) -> list[Row]:
    """The course of things or the debate, where the list of choices stands below it."""
    if board.debate is not None:
        return _heard(board, board.debate, room, height - CHOICE)
    if room.chosen:
        from game.telling.layout.debate_rows import tabled_rows  # noqa: PLC0415 - as below

        return tabled_rows(board.ladder, room.marked, room.width)[: height - LIST]
    # Whatever a scenario's tracks take, there is a list to choose from: the ladder comes first,
    # and what is coming can be read on its page; but what is to be answered is read here.
    if board.wire.asked:
        words = f"{board.wire.briefly}: {board.wire.headline}" if board.wire.headline else ""
        told = wrap(words, room.width, STRONG, lead=2) if words else []
        # It is read whole; of the ladder the lowest rungs stay, which is where it is climbed.
        left = max(0, height - LIST - len(told))
        ladder = _ladder(board, room, left)
        rows = [*ladder[max(0, len(ladder) - left) :], *told]
        wanted = _wanted(board, room)
        fits = len(rows) + len(wanted) <= height - CHOICE + 1
        return [*rows, *(wanted if fits else ())][: height - LIST]
    return _short(board, room, height - CHOICE)[: height - LIST]


def place_below(board: Board, room: Room) -> int:
    """How many rows a debate must have for what stands below it to be where it is without one,
    while nobody is asked what to choose.
    """
    if room.large or board.debate is None:
        return 0
    return len(middle(evolve(board, debate=None, header=evolve(board.header, side=NOBODY)), room))


def _ladder(board: Board, room: Room, most: int, *, tall: bool = False) -> list[Row]:
    shorts = (board.parties[0].short, board.parties[1].short)
    return ladder_within(board.ladder, shorts, room.width, most, tall=tall, marked=room.marked)


def _whole(board: Board, room: Room) -> list[Row]:
    """The ladder with a row for each motion."""
    shorts = (board.parties[0].short, board.parties[1].short)
    return ladder_rows(board.ladder, shorts, room.width, tall=True)


def _short(board: Board, room: Room, height: int) -> list[Row]:
    """The ladder, what is coming, and if there is room what the reader wants in the end; where that
    is not shown, a row with nothing in it. A headline that takes a second row has it of the list.
    """
    close = close_rows(board.close, room.width, tall=False)
    wire = wire_rows(board.wire, room.width, tall=False) if board.wire.headline else []
    height += max(0, len(wire) - 1)
    ladder = _ladder(board, room, height - len(wire or close))
    wanted = _wanted(board, room)
    for form in (
        [*ladder, *wire, *close, *(wanted or _gaps(1))],
        [*ladder, *(wire or close), *(wanted or _gaps(1))],
        [*ladder, *(wire or close), *_gaps(1)],
        [*ladder, *(wire or close)],
    ):
        if len(form) <= height:
            return form
    alone, left = _ladder(board, room, height), height - len(wire)
    if not wire or left < len(alone) - 2:
        return alone
    # What is about to happen is read whole; of the ladder the lowest rungs stay.
    return [*alone[max(0, len(alone) - left) :], *wire]


def _wanted(board: Board, room: Room) -> list[Row]:
    """What the reader wants in the end, if it is shown, and a row holds it."""
    party = board.parties[board.reader]
    for name in (english().say("table.pane.end_of", side=party.short), party.short):
        if len(rows := goals_rows(party, room.width, name)) == 1:
            return rows
    return []


def _tall(board: Board, room: Room, height: int) -> list[Row]:
    """The ladder above; at the foot what is coming. The ladder comes first, rung by rung; with what
    room it leaves more is said of what is coming.
    """
    feet = _feet(board, room.width)
    ladder = _ladder(board, room, height - len(feet[-1]), tall=True)
    for foot in feet:
        left = height - len(ladder) - len(foot)
        if left >= 0:
            return [*ladder, *_gaps(left), *foot]
    return ladder[:height]


def _gaps(many: int) -> list[Row]:
    """Rows with nothing in them."""
    gap: Row = (span(""),)
    return [gap] * many


def _feet(board: Board, width: int) -> tuple[list[Row], ...]:
    """What is coming: with all that there is to say, and with less."""
    wire, close = board.wire, board.close
    if not wire.sentence and close is None:  # none of it is shown
        return ([],) * 4
    line = rule_row(english().say("table.pane.coming"), width)
    wired, closing = wire_rows(wire, width, tall=True), close_rows(close, width, tall=False)
    full = [line, *wired, *_gaps(1), *close_rows(close, width, tall=True)]
    half = [line, *wired, *closing]
    brief = [line, *wire_rows(wire, width, tall=False), *closing]
    mood = board.mood
    hour = [*_gaps(1), *wrap(mood.favours, width, DIM)] if mood and mood.favours else []
    return [*full, *hour], full, half, brief


def _heard(board: Board, exchange: Exchange, room: Room, height: int) -> list[Row]:
    """The debate; below it what is coming, if there is room for that as well, and where there is
    plenty the ladder.
    """
    from game.telling.layout.debate_rows import exchange_rows  # noqa: PLC0415 - there is a table before a debate

    width, large = room.width, room.large
    more = 0 if large else CHOICE - LIST
    rows = exchange_rows(board, exchange, width, height, apart=large, more=more)
    if not large:
        # Rows with nothing in them would be taken from what is told of each answer.
        return rows[: height + more]
    feet = _feet(board, width)
    climb: list[Row] = []
    if room.broad:
        left = height - len(rows) - 2 - len(feet[-1])
        ladder = _ladder(board, room, left, tall=True)
        if len(ladder) <= left:
            climb = [rule_row(english().say("table.pane.ladder"), width), *ladder]
    for foot in feet:
        below = [*climb, *foot]
        if len(rows) + 1 + len(below) <= height:
            return [*rows, *_gaps(height - len(rows) - len(below)), *below]
    return rows


def middle_title(board: Board) -> str:
    """What the middle shows."""
    if board.debate is not None:
        return english().say("table.pane.debate")
    return english().say("table.pane.ladder" if board.ladder.tiers else "table.pane.motions")


def middle_note(board: Board, room: Room, first: str) -> Content:
    """What stands at the ends of its rows, the first of which is given; mostly nothing."""
    if board.debate is None and room.large:
        shorts = (board.parties[0].short, board.parties[1].short)
        heading = columns_row(board.ladder, shorts, room.width)
        if heading and text(_whole(board, room)[0]) == first:
            return _styled(board, [heading])[0]
    if board.debate is not None:
        from game.telling.layout.debate_rows import strip  # noqa: PLC0415 - as below

        # On which rung the motion lies, where its title leaves no room for that.
        folded = strip(board.ladder, board.debate.motion)
        if folded and text(folded[1:]).strip() not in first:
            return _styled(board, [folded])[0]
    return Content()


def _styled(board: Board, rows: list[Row]) -> list[Content]:
    """Rows in the colours of both sides."""
    return styled(rows, [party.color for party in board.parties])


def draw_moved(board: Board, width: int) -> list[Content]:
    """What has moved lately, in the colours of the sides; no row if nothing has."""
    rows = moved_rows(board, width)
    title = rule_row(english().say("table.pane.moved"), width)
    return _styled(board, [title, *rows]) if rows else []
