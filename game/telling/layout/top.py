"""The top of the table: when it is and who decides, the tracks, and both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.telling.board import Board, Gauge, Nearness
from game.telling.layout.cells import (
    DIM,
    GOOD,
    SIDES,
    STRONG,
    WARN,
    Row,
    Span,
    cut,
    fit,
    length,
    span,
    spread,
    wrap,
)
from game.telling.layout.marks import DANGERS, of_move
from game.telling.layout.sides import filled, pips
from game.telling.messages import number

FULL, FREE, GAINED, LOST = "▆", "·", "▓", "░"
"""The cells of a bar: full, free, and full or free since a moment ago."""
_APART: Final = 4
"""Cells that are left behind a bar with two cells for each step."""
TICK, RISK = "┊", "!"
"""Between the cells of a bar: where a side wants the track, where danger begins."""
_LABEL: Final = 8
"""Cells that the names of a side and of its score have at least."""


def ticked(gauge: Gauge, width: int) -> Row:
    """The bar of a track, with a tick where a side wants it and a mark where danger begins.

    What it has gained since a position that it is compared with, or lost, looks different.
    """
    reach = max(1, gauge.top - gauge.low)
    look = DANGERS[gauge.danger]
    full = filled(gauge.value, gauge.low, gauge.top, width)
    then = filled(gauge.value - gauge.moved, gauge.low, gauge.top, width)
    dangerous = [limit * width // reach for limit in gauge.marks]
    # What lies beyond the mark of danger is dangerous; or all, if too little is left.
    beyond = max((place for place in dangerous if place < full), default=0)
    cells = [(FULL, look if place >= beyond else STRONG) for place in range(min(full, then))]
    cells += [(GAINED, look if place >= beyond else STRONG) for place in range(then, full)]
    cells += [(LOST, DIM)] * (then - full)
    cells += [(FREE, DIM)] * (width - len(cells))
    marks: dict[int, dict[str, str]] = {}
    for tick in gauge.ticks:
        before = (tick.at if tick.at_most else tick.at - 1) - gauge.low
        here = marks.setdefault(before * width // reach, {})
        here[TICK] = GOOD if tick.met else here.get(TICK, STRONG)
    for limit in gauge.marks:
        marks.setdefault(limit * width // reach, {})[RISK] = WARN
    row: list[Span] = []
    for place in range(width + 1):
        row += marks.get(place, {}).items()
        row += cells[place : place + 1]
    return tuple(row)


def _ticks(gauge: Gauge) -> int:
    """Cells that the marks of a bar take at most."""
    return len(gauge.limits) + len({(each.at, each.at_most) for each in gauge.ticks})


def header_row(board: Board, width: int, *, hour: bool = False) -> Row:
    """Who is to decide what, and the round. A sign stands before it if a person is asked.

    Args:
        board: the table.
        width: how many cells there are.
        hour: whether it says as well what the round is called and what the hour speaks to.
    """
    header = board.header
    when = span(header.when)
    if header.over:
        left: tuple[Span, ...] = (span("■ ", STRONG), span(header.sentence, STRONG))
    elif header.who:
        mark = span("▶ " if header.asks else "  ", STRONG)
        asked = span(f": {header.question}", STRONG)
        # A name gives way to what is asked.
        room = width - length((mark, asked, when)) - 1
        left = (mark, *cut((span(header.who, SIDES[header.side]),), max(_LABEL, room)), asked)
    else:
        left = (span("  "), span(header.question, STRONG))
    air, brief, name = _hour(board)
    full = [(air, name, when), (brief, name, when), (brief, when), (when,)]
    forms = full if hour else full[-1:]
    for right in [_dotted(*form) for form in forms]:
        if length((*left, *right)) < width:
            break
    return spread(left, right, width)


def when_row(board: Board, width: int) -> Row:
    """What the round is called, and what the hour speaks to, or else what is played; which round
    it is.
    """
    air, _, name = _hour(board)
    left = _dotted(name, air) or (span(board.title, STRONG),)
    return spread(left, (span(board.header.when),), width)


def _hour(board: Board) -> tuple[Span, Span, Span]:
    """What the hour speaks to, the same briefly, and what the round is called."""
    mood = board.mood
    name = span(board.header.name, STRONG)
    if mood is None:
        return span(""), span(""), name
    return span(mood.short.rstrip("."), STRONG), span(mood.brief, STRONG), name


def _dotted(*words: Span) -> Row:
    """Words with dots between them."""
    row: list[Span] = []
    for each in words:
        if each[0]:
            row += [span(" · ", DIM)] if row else []
            row.append(each)
    return tuple(row)


def rule_row(title: str, width: int) -> Row:
    """A line across, with what begins below it."""
    row: Row = (span("── ", DIM), *cut((span(title, STRONG),), max(1, width - 4)), span(" "))
    return (*row, span("─" * (width - length(row)), DIM))


def hour_rows(board: Board, width: int) -> list[Row]:
    """What the round is called and what the hour speaks to; no row if it has neither."""
    name, mood = board.header.name, board.mood
    if mood is None:
        return [cut((span(name, STRONG),), width)] if name else []
    words = (span(name, STRONG), span("  " if name else ""), span(mood.short, STRONG))
    favours = wrap(mood.favours, width, DIM) if mood.favours else []
    return [cut(words, width), *favours]


def gauge_height(gauges: Sequence[Gauge], width: int) -> int:
    """How many rows the tracks take with their bars."""
    return 2 * -(-len(gauges) // _abreast(gauges, width))


def _abreast(gauges: Sequence[Gauge], width: int, air: int = 0) -> int:
    """How many tracks fit beside each other."""
    needs = [_need(gauge) + air for gauge in gauges]
    abreast = max(1, len(needs))
    while abreast > 1 and any(
        sum(needs[first : first + abreast]) > width for first in range(0, len(needs), abreast)
    ):
        abreast -= 1
    return abreast


def gauge_rows(gauges: Sequence[Gauge], width: int) -> list[Row]:
    """Two rows for as many tracks as fit beside each other: names with numbers, and bars."""
    rows: list[Row] = []
    abreast = _abreast(gauges, width)
    # Before a number that has moved is a sign; with room for it, it is apart from the name.
    air = 1 if _abreast(gauges, width, 1) == abreast else 0
    for first in range(0, len(gauges), abreast):
        some = gauges[first : first + abreast]
        names: list[Span] = []
        bars: list[Span] = []
        for gauge, cell in zip(some, _columns(some, width, air), strict=True):
            room, reach = cell - 1 - _ticks(gauge), gauge.top - gauge.low
            wide = 2 * reach if room >= 2 * reach + _APART else max(1, min(room, reach))
            names += fit(_name(gauge, air), cell)
            bars += fit(ticked(gauge, wide), cell)
        rows += [fit(names, width), fit(bars, width)]
    return rows


def _name(gauge: Gauge, air: int) -> Row:
    look = DANGERS[gauge.danger]
    # At the very end there is no room for it at 80 columns, and no need of it.
    end = f"/{gauge.top}" if gauge.ends and gauge.value < gauge.top else ""
    mark = f" {gauge.danger.value}" if gauge.danger is not Nearness.NONE else ""
    return (
        span(gauge.name, STRONG),
        span(" " * air + of_move(gauge.moved), STRONG),
        span(str(gauge.value), look),
        span(end, DIM),
        span(mark, look),
    )


def _need(gauge: Gauge) -> int:
    """Cells for a track with its longest number and its last warning: columns never move."""
    longest = f"{gauge.top - 1}/{gauge.top}" if gauge.ends else str(gauge.top)
    warning = (
        f" {Nearness.LAST.value if gauge.ends else Nearness.NEAR.value}" if gauge.limits else ""
    )
    return length((span(f"{gauge.name} {longest}{warning} "),))


def _columns(gauges: Sequence[Gauge], width: int, air: int) -> list[int]:
    """How wide the column of each track is: all the same, unless a name needs more than that."""
    count = len(gauges)
    names = [_need(gauge) + air for gauge in gauges]
    bars = [gauge.top - gauge.low + _ticks(gauge) + 1 for gauge in gauges]
    both = list(map(max, names, bars))
    # A bar has a cell for each step, so that its ticks stand where they are reached.
    names = both if sum(both) <= width else names
    share = width // count
    if max(names) <= share or sum(names) > width:
        return [share] * (count - 1) + [width - share * (count - 1)]
    spare, rest = divmod(width - sum(names), count)
    return [*(name + spare for name in names[:-1]), names[-1] + spare + rest]


def moved_rows(board: Board, width: int) -> list[Row]:
    """Every number that has moved: what it was and is, and the bar of a track with what it has
    gained or lost.
    """
    found: list[tuple[Row, int, int, Row]] = []
    for gauge in board.gauges:
        if gauge.moved:
            wide = max(1, min(gauge.top - gauge.low, width // 3 - _ticks(gauge)))
            name: Row = (span(gauge.name, STRONG),)
            found.append((name, gauge.value - gauge.moved, gauge.value, ticked(gauge, wide)))
    for party in board.in_order:
        look = SIDES[party.side]
        if party.score_moved:
            was = party.score - party.score_moved
            found.append(((span(party.score_name, look),), was, party.score, ()))
        if party.capital_moved:
            row = pips(party.capital, party.capital_low, party.capital_top, STRONG)
            was = party.capital - party.capital_moved
            found.append(((span(party.capital_name, look),), was, party.capital, row))
    column = max((length(name) for name, *_ in found), default=0)
    return [
        cut((*fit(name, column), *_move(was, now), span("  "), *bar), width)
        for name, was, now, bar in found
    ]


def _move(was: int, now: int) -> Row:
    """What a number was, and what it is."""
    sign = span(f" {of_move(now - was)} ", STRONG)
    return span(f"  {number(was):>2}", DIM), sign, span(f"{number(now):>2}", STRONG)
