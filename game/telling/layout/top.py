"""The top of the table: when it is and who decides, the tracks, and both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.telling.board import Board, Gauge, Goal, Nearness, Party
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
    shortened,
    span,
    spread,
    wrap,
)
from game.telling.layout.marks import DANGERS, GOALS, of_card, of_move
from game.telling.messages import number

FULL, FREE, GAINED, LOST = "▆", "·", "▓", "░"
"""The cells of a bar: full, free, and full or free since a moment ago."""
TICK, RISK = "┊", "!"
"""Between the cells of a bar: where a side wants the track, where danger begins."""
PIP, NO_PIP = "●", "○"
"""A unit of capital, and one that is missing."""
_METER: Final = 14
_LEAST: Final = 5
"""Cells below which a bar says nothing."""
_LABEL: Final = 8
"""Cells that the names of a side and of its score have at least."""


def meter(value: int, low: int, high: int, width: int, look: str) -> Row:
    """A bar of so many cells for a value between two bounds."""
    full = _filled(value, low, high, width)
    return ((FULL * full, look), (FREE * (width - full), DIM))


def _filled(value: int, low: int, high: int, width: int) -> int:
    """How many of the cells of a bar are full."""
    reach = max(1, high - low)
    return min(max(((value - low) * width * 2 + reach) // (2 * reach), 0), width)


def pips(value: int, low: int, high: int, look: str) -> Row:
    """A pip for each step between two bounds."""
    full = min(max(value - low, 0), high - low)
    return ((PIP * full, look), (NO_PIP * (high - low - full), DIM))


def ticked(gauge: Gauge, width: int) -> Row:
    """The bar of a track, with a tick where a side wants it and a mark where danger begins.

    What it has gained since a position that it is compared with, or lost, looks different.
    """
    reach = max(1, gauge.top - gauge.low)
    look = DANGERS[gauge.danger]
    full = _filled(gauge.value, gauge.low, gauge.top, width)
    then = _filled(gauge.value - gauge.moved, gauge.low, gauge.top, width)
    cells = [(FULL, look)] * min(full, then)
    cells += [(GAINED, look)] * (full - then) + [(LOST, DIM)] * (then - full)
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
    """Who is to decide what, and the round.

    Args:
        board: the table.
        width: how many cells there are.
        hour: whether it says what the hour speaks to, not whose turn is the first.
    """
    header, mood = board.header, board.mood
    when, dot = span(header.when), span(" · ", DIM)
    turn: Row = (dot, span(header.turn, DIM))
    name: Row = (span(header.name, STRONG), dot) if header.name else ()
    air: Row = (span(mood.short, STRONG), dot) if mood is not None else ()
    rights = [(*air, *name, when), (*air, when), (when,)] if hour else [(when, *turn), (when,)]
    if header.over:
        left: tuple[Span, ...] = (span("■ ", STRONG), span(header.sentence, STRONG))
    elif header.who:
        mark, asked = span("▶ ", STRONG), span(f": {header.question}", STRONG)
        # A name gives way to what is asked.
        room = width - length((mark, asked, when)) - 1
        left = (mark, *cut((span(header.who, SIDES[header.side]),), max(_LABEL, room)), asked)
    else:
        left = (span("▶ ", STRONG), span(header.question, STRONG))
    for right in rights[:-1]:
        if length((*left, *right)) < width:
            return spread(left, right, width)
    return spread(left, rights[-1], width)


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
            wide = max(1, min(cell - 1 - _ticks(gauge), gauge.top - gauge.low))
            names += fit(_name(gauge), cell)
            bars += fit(ticked(gauge, wide), cell)
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
    return [party_row(party, width, about="", pips_alone=False), hand_row(party, width)]


def party_row(party: Party, width: int, *, about: str, pips_alone: bool = True) -> Row:
    """A side on one row: its score against its goal, what the objectives add, its capital.

    Args:
        party: the side.
        width: how many cells there are.
        about: what else there is to say of it, at the end of the row; it gives way first.
        pips_alone: whether the words of its capital may give way to its pips.
    """
    look = SIDES[party.side]
    bare: Row = (
        *pips(party.capital, party.capital_low, party.capital_top, STRONG),
        span(of_move(party.capital_moved), STRONG),
    )
    full: Row = (*bare, span(party.purse))
    score: Row = (
        span(of_move(party.score_moved), STRONG),
        span(number(party.score), STRONG),
        span(f"/{party.threshold}", DIM),
    )
    now = span(f"  {party.now}", GOOD if party.succeeds else DIM)
    more: Row = (span(f"  {about}"),) if about else ()
    # Names give way to numbers, bars to words; long names and what else there is come last.
    least = length((*score, now)) + 4
    forms = ((party.name, full, more), (party.short, full, more), (party.short, full, ()))
    last: Row = bare if pips_alone else full
    for name, purse, end in (*forms, (party.short, last, ())):
        label: Row = (span(name, look), span(f" {party.goal_short}"))
        if least + length((*label, *purse, *end)) <= width:
            break
    else:
        label = cut(label, max(_LABEL, width - least - length(purse)))
    left: Row = (span("▶" if party.decides else " ", STRONG), *label, *score)
    spare = min(_METER, width - length((*left, now, *purse, *end)) - 3)
    bar: Row = ()
    if spare >= _LEAST:
        bar = (span(" "), *meter(party.score, 0, party.threshold, spare, look))
    return spread((*left, *bar, now), (*purse, *end), width)


def hand_row(party: Party, width: int) -> Row:
    """The arguments of a side with their signs.

    Where it is asked for an answer, those with which it can answer stand out.
    """
    signs, names = [of_card(card) for card in party.cards], [card.short for card in party.cards]
    cards: list[Span] = []
    for card, short in zip(party.cards, shortened(signs, names, width - 1), strict=True):
        look = STRONG if card.answers or (card.ready and not party.can_answer) else DIM
        cards.append(span(f" {short}", look))
    return fit(cards, width)


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
