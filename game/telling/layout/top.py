"""The top of the table: when it is and who decides, the tracks, and both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.telling.board import Board, BoardHeader, Gauge, Goal, Nearness, Party
from game.telling.layout.cells import (
    DIM,
    GOOD,
    SIDES,
    STRONG,
    Row,
    Span,
    cut,
    fit,
    length,
    shortened,
    span,
    spread,
    wrap,
)
from game.telling.layout.marks import DANGERS, GOALS, of_card, of_move
from game.telling.messages import number

_METER: Final = 14
_LABEL: Final = 8
"""Cells that the names of a side and of its score have at least."""


def meter(value: int, low: int, high: int, width: int, look: str) -> Row:
    """A bar of so many cells for a value between two bounds."""
    reach = max(1, high - low)
    full = min(max(((value - low) * width * 2 + reach) // (2 * reach), 0), width)
    return (("█" * full, look), ("░" * (width - full), DIM))


def header_row(header: BoardHeader, width: int) -> Row:
    """Who is to decide what, and the round."""
    right: Row = (span(header.when), span(" · ", DIM), span(header.turn, DIM))
    if header.over:
        left: tuple[Span, ...] = (span("■ ", STRONG), span(header.sentence, STRONG))
    elif header.who:
        mark, asked = span("▶ ", STRONG), span(f": {header.question}", STRONG)
        # A name gives way to what is asked.
        room = width - length((mark, asked, right[0])) - 1
        left = (mark, *cut((span(header.who, SIDES[header.side]),), max(_LABEL, room)), asked)
    else:
        left = (span("▶ ", STRONG), span(header.question, STRONG))
    if length((*left, *right)) >= width:
        right = right[:1]
    return spread(left, right, width)


def hour_rows(board: Board, width: int) -> list[Row]:
    """What the round is called and what the hour speaks to; no row if it has neither."""
    name, mood = board.header.name, board.mood
    if mood is None:
        return [cut((span(name, STRONG),), width)] if name else []
    words = (span(name, STRONG), span("  " if name else ""), span(mood.short, STRONG))
    favours = wrap(mood.favours, width, DIM) if mood.favours else []
    return [cut(words, width), *favours]


def hour_row(board: Board, width: int) -> Row:
    """The same on one row; what the mood brings only if there is room for it."""
    name, mood = board.header.name, board.mood
    row: list[Span] = [span(name, STRONG)] if name else []
    if mood is not None:
        row += [span("  " if name else ""), span(mood.short, STRONG)]
        favours = span(f"  {mood.favours}", DIM)
        if length((*row, favours)) <= width:
            row.append(favours)
    return cut(row, width)


def gauge_rows(gauges: Sequence[Gauge], width: int) -> list[Row]:
    """Two rows for as many tracks as fit beside each other: names with numbers, and bars."""
    rows: list[Row] = []
    abreast = max(1, len(gauges))
    while abreast > 1 and any(
        sum(map(_need, gauges[first : first + abreast])) > width
        for first in range(0, len(gauges), abreast)
    ):
        abreast -= 1
    for first in range(0, len(gauges), abreast):
        some = gauges[first : first + abreast]
        names: list[Span] = []
        bars: list[Span] = []
        for gauge, cell in zip(some, _columns(some, width), strict=True):
            wide = min(cell - 1, gauge.top - gauge.low)
            bar = meter(gauge.value, gauge.low, gauge.top, wide, DANGERS[gauge.danger])
            names += fit(_name(gauge), cell)
            bars += fit(bar, cell)
        rows += [fit(names, width), fit(bars, width)]
    return rows


def _name(gauge: Gauge) -> Row:
    look = DANGERS[gauge.danger]
    # At the very end there is no room for it at 80 columns, and no need of it.
    end = f"/{gauge.top}" if gauge.ends and gauge.value < gauge.top else ""
    mark = f" {gauge.danger.value}" if gauge.danger is not Nearness.NONE else ""
    return (
        span(gauge.name, look),
        span(of_move(gauge.moved), STRONG),
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


def _columns(gauges: Sequence[Gauge], width: int) -> list[int]:
    """How wide the column of each track is: all the same, unless a name needs more than that."""
    count = len(gauges)
    names = [_need(gauge) for gauge in gauges]
    share = width // count
    if max(names) <= share or sum(names) > width:
        return [share] * (count - 1) + [width - share * (count - 1)]
    spare, rest = divmod(width - sum(names), count)
    return [*(name + spare for name in names[:-1]), names[-1] + spare + rest]


def party_rows(party: Party, width: int) -> list[Row]:
    """Two rows: score, what the objectives add, capital; and the arguments with their signs."""
    look = SIDES[party.side]
    top, low = party.capital_top, party.capital_low
    right = (
        *meter(party.capital, low, top, min(top - low, _METER), STRONG),
        span(of_move(party.capital_moved), STRONG),
        span(party.purse),
    )
    score = (span(number(party.score), STRONG), span(f"/{party.threshold} ", DIM))
    now = (span(" "), span(party.now, GOOD if party.succeeds else DIM))
    # Names give way to numbers.
    room = width - length((*score, *now, *right)) - 3
    label = cut((span(party.short, look), span(f" {party.goal_short}")), max(_LABEL, room))
    moved = span(of_move(party.score_moved), STRONG)
    name = (span("▶" if party.decides else " ", STRONG), *label, moved, *score)
    # The bar gives way to words.
    room = width - length((*name, *now, *right)) - 1
    bar = meter(party.score, 0, party.threshold, max(0, min(_METER, room)), look)
    left = (*name, *bar, *now)
    signs, names = [of_card(card) for card in party.cards], [card.short for card in party.cards]
    cards: list[Span] = []
    for card, short in zip(party.cards, shortened(signs, names, width - 1), strict=True):
        cards.append(span(f" {short}", STRONG if card.ready else DIM))
    return [spread(left, right, width), fit(cards, width)]


def goals_row(party: Party, width: int) -> Row:
    """What a side wants in the end: each objective with its target and its points, and a sign
    whether it is met as things stand.
    """
    return fit([part for goal in party.goals for part in _goal(goal)], width)


def goals_rows(party: Party, width: int) -> list[Row]:
    """The same in as many rows as it takes."""
    rows: list[list[Span]] = []
    for goal in party.goals:
        told = _goal(goal)
        if not rows or length((*rows[-1], *told)) > width:
            rows.append([])
        rows[-1] += told
    return [fit(row, width) for row in rows]


def _goal(goal: Goal) -> Row:
    sign, look = GOALS[goal.met]
    return span(f"  {sign} ", look), span(goal.short, look)
