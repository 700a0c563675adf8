"""Both sides at the top of the table, on one grid: score, capital, hands, objectives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, product
from typing import Final

from game.telling.board import Goal, Party
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
)
from game.telling.layout.marks import GOALS, of_card, of_move
from game.telling.messages import number
from game.text.cells import cells
from game.value import frozen

FULL, FREE = "▆", "·"
"""The cells of a bar: full, and free."""
PIP, NO_PIP = "●", "○"
"""A unit of capital, and one that is missing."""
_METER: Final = 14
"""Cells that the bar of a score has at most, unless there is plenty of room."""
_LEAST: Final = 5
"""Cells below which a bar says nothing."""
_LABEL: Final = 8
"""Cells that the names of a side and of its score have at least."""
_GAP: Final = 2
"""Cells between two columns."""


def meter(value: int, low: int, high: int, width: int, look: str) -> Row:
    """A bar of so many cells for a value between two bounds."""
    full = filled(value, low, high, width)
    return ((FULL * full, look), (FREE * (width - full), DIM))


def filled(value: int, low: int, high: int, width: int) -> int:
    """How many of the cells of a bar are full."""
    reach = max(1, high - low)
    return min(max(((value - low) * width * 2 + reach) // (2 * reach), 0), width)


def pips(value: int, low: int, high: int, look: str) -> Row:
    """A pip for each step between two bounds."""
    full = min(max(value - low, 0), high - low)
    return ((PIP * full, look), (NO_PIP * (high - low - full), DIM))


@frozen
class _Form:
    """What is said of each side.

    Attributes:
        names: whether it is named in full.
        purse: how its capital is told: in words, briefly, or with pips alone.
        hand: whether it says how many arguments are ready.
    """

    names: bool
    purse: str
    hand: bool


_WORDS, _BRIEFLY, _PIPS = "words", "briefly", "pips"
_FORMS: Final = (
    _Form(names=True, purse=_WORDS, hand=True),
    _Form(names=False, purse=_WORDS, hand=True),
    _Form(names=False, purse=_BRIEFLY, hand=True),
    _Form(names=True, purse=_WORDS, hand=False),
    _Form(names=False, purse=_WORDS, hand=False),
    _Form(names=False, purse=_BRIEFLY, hand=False),
    _Form(names=False, purse=_PIPS, hand=False),
)
"""What gives way where there is little room, for both sides at once: names in full, words, the bar,
how many arguments are ready.
"""


def side_rows(
    parties: Sequence[Party],
    width: int,
    *,
    hand: bool = True,
    names: bool = True,
    second: int = 0,
) -> list[Row]:
    """A row for each side: its score against its goal, what its objectives add if it ended now, its
    capital, how many of its arguments are ready. Both rows have the same columns, bars of one
    length, and leave out the same.

    Args:
        parties: both sides.
        width: how many cells there are.
        hand: whether it says how many arguments are ready; if not, names give way to words.
        names: whether sides may be named in full.
        second: where there is plenty of room, the column in which its capital begins; behind that
            stands what it wants in the end.
    """
    if second:
        longest = max(each.threshold for each in parties)
        left = _stands(parties, _FORMS[0], second - _GAP, longest)
        right = _has(parties, _FORMS[0])
        if length(left[0]) <= second - _GAP and length(right[0]) <= width - second:
            room = width - second - length(right[0])
            return [
                fit((*fit(one, second), *other, *_more(each, room)), width)
                for one, other, each in zip(left, right, parties, strict=True)
            ]
    forms = [
        form
        for form in _FORMS
        if (hand or (not form.hand and form.purse == _WORDS)) and (names or not form.names)
    ]
    for form, least in sorted(
        product(forms, (1 + _LEAST, 0)), key=lambda each: (not each[0].hand, -each[1])
    ):
        right = _has(parties, form)
        room = width - length(right[0])
        if length(_stands(parties, form, 0)[0]) + least <= room:
            left = _stands(parties, form, room)
            return [(*fit(one, room), *other) for one, other in zip(left, right, strict=True)]
    right = _has(parties, forms[-1])
    room = max(1, width - length(right[0]))
    left = _stands(parties, forms[-1], room)
    return [cut((*fit(one, room), *other), width) for one, other in zip(left, right, strict=True)]


def _stands(parties: Sequence[Party], form: _Form, room: int, longest: int = _METER) -> list[Row]:
    """How each side stands: names, score, a bar of what cells are left, what is added at the end.
    If there is too little room, names are cut.
    """
    labels = [_label(each, form) for each in parties]
    scores = [number(each.score) for each in parties]
    digits = max(*map(cells, scores), *(len(str(each.threshold)) for each in parties))
    names = max(map(length, labels))
    # Nothing has no sign; where there is something to come, nothing moves for one.
    now = max(cells(each.now) + (1 if each.now and not each.bonus else 0) for each in parties)
    aims = all(each.aims for each in parties)
    needed = 1 + max(len(str(each.threshold)) for each in parties) if aims else 0
    left = room - (1 + names + 2 + digits + needed + (1 + now if now else 0))
    if room and left < 0:
        names = max(_LABEL, names + left)
    bar = min(longest, left - 1) if aims and left > _LEAST else 0
    gap = _GAP if left > bar + 1 else 1
    rows: list[Row] = []
    for party, label, score in zip(parties, labels, scores, strict=True):
        row: list[Span] = [span("▶" if party.decides else " ", STRONG), *fit(label, names)]
        before = " " * (1 + digits - cells(score))
        row.append(span(f"{before}{of_move(party.score_moved)}{score}", STRONG))
        row += fit((span(f"/{party.threshold}", DIM),), needed) if needed else ()
        if bar:
            drawn = meter(party.score, 0, party.threshold, bar, SIDES[party.side])
            row += [span(" "), *drawn]
        if now:
            look = GOOD if party.succeeds else DIM
            row.append(span(" " * (gap + now - cells(party.now)) + party.now, look))
        rows.append(tuple(row))
    return rows


def _label(party: Party, form: _Form) -> Row:
    """The names of a side and of its score."""
    name = party.name if form.names else party.short
    return span(name, SIDES[party.side]), span(f" {party.goal_short}")


def _has(parties: Sequence[Party], form: _Form) -> list[Row]:
    """What each side has: its capital, and how many of its arguments are ready."""
    purses = [_purse(each, form) for each in parties]
    words = max(map(cells, purses))
    most = max(each.capital_top - each.capital_low for each in parties)
    # As many cells for few arguments as for all.
    hands = max(
        cells(each.hand) + len(str(len(each.cards))) - len(str(each.ready)) for each in parties
    )
    rows: list[Row] = []
    for party, purse in zip(parties, purses, strict=True):
        row: list[Span] = [span(f" {of_move(party.capital_moved)}", STRONG)]
        row += fit(pips(party.capital, party.capital_low, party.capital_top, STRONG), most)
        row += fit((span(f" {purse}"),), 1 + words) if words else ()
        row += fit((span("  "), span(party.hand)), _GAP + hands) if form.hand else ()
        rows.append(tuple(row))
    return rows


def _purse(party: Party, form: _Form) -> str:
    """Its capital in as many words as there is room for."""
    return {_WORDS: party.purse, _BRIEFLY: party.purse_brief}.get(form.purse, "")


def _more(party: Party, width: int) -> Row:
    """What it wants in the end, if a row has room for all of that."""
    wanted = goals_rows(party, width)
    return wanted[0] if len(wanted) == 1 else ()


def hand_row(party: Party, width: int) -> Row:
    """The arguments of a side with their signs.

    Where it is asked for an answer, those with which it can answer stand out.
    """
    signs, names = [of_card(card) for card in party.cards], [card.short for card in party.cards]
    cards: list[Span] = []
    for card, short in zip(party.cards, shortened(signs, names, width - 1), strict=True):
        look = STRONG if card.answers or (card.ready and not party.answering) else DIM
        cards.append(span(f" {short}", look))
    return fit(cards, width)


def goals_row(party: Party, width: int, name: str) -> Row:
    """What a side wants in the end, on one row; ``name`` stands before it, if there is room."""
    for head in (name, " "):
        rows = goals_rows(party, width, head)
        if len(rows) == 1:
            return rows[0]
    told = (each for goal in party.goals for each in (span(" "), *_goal(goal)))
    return fit((span(name, SIDES[party.side]), *told), width)


def goals_rows(party: Party, width: int, name: str = "") -> list[Row]:
    """What a side wants in the end, in as many rows as it takes: each objective with its target
    and its points, and a sign whether it is met as things stand.

    Args:
        party: the side.
        width: how many cells there are.
        name: what stands before the first one.
    """
    goals = list(map(_goal, party.goals))
    head: Row = (span(name, SIDES[party.side]),) if name else ()
    gap = 2 if length((*head, *chain.from_iterable(goals))) + 2 * len(goals) <= width else 1
    rows: list[list[Span]] = []
    for goal in goals:
        told = (span(" " * gap), *goal)
        if not rows:
            rows.append([*head])
        elif length((*rows[-1], *told)) > width:
            rows.append([span(" " * length(head))])
        rows[-1] += told
    return [fit(row, width) for row in rows]


def _goal(goal: Goal) -> Row:
    sign, look = GOALS[goal.met]
    return span(f"{sign} ", look), span(goal.short, look)
