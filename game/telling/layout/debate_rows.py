"""The debate as it is heard: every sentence that was spoken, in as many rows as there are."""

from __future__ import annotations

from itertools import chain

from game.telling.board import Exchange, Speech
from game.telling.layout.cells import (
    DIM,
    GOOD,
    QUOTED,
    SIDES,
    STRONG,
    Row,
    Span,
    cut,
    length,
    span,
    spread,
    wrap,
)

_INSIDE = 2
"""Cells by which all rows of a speech but its first are set in."""


def exchange_rows(exchange: Exchange, width: int, room: int) -> list[Row]:
    """The motion, and every speech of its debate with what connects it to the one before.

    The last speech is always whole. What there is no room for goes in this order: the facts behind
    the words, what the arguments are called, the ends of the oldest speeches.

    Args:
        exchange: the debate.
        width: how many cells there are.
        room: how many rows there are.
    """
    holder = (span(exchange.floor, SIDES[exchange.holder]),)
    name = (span(exchange.title, STRONG),)
    title: list[Row] = [spread(name, holder, width)]
    end: list[Row] = []
    if exchange.floor and length((*name, *holder)) >= width:
        title, end = [cut(name, width)], [cut(holder, width)]
    *older, last = exchange.speeches
    room -= len(title) + len(end)
    newest = _words(last, width)
    named = [*newest, _name(last, width)]
    forms = [
        [*_all(older, width, noted=True), *named, *_note(last, width)],
        [*_all(older, width), *named, *_note(last, width)],
        [*_all(older, width), *named],
        [*chain.from_iterable(_words(each, width) for each in older), *named],
    ]
    for form in forms:
        if len(form) <= room:
            return [*title, *form, *end]
    kept: list[list[Row]] = []
    left = room - len(named)
    for before, each in reversed(list(enumerate(older))):
        rows = _words(each, width)
        many = min(len(rows), max(1, left - before))
        kept.append(_first(rows, many, width))
        left -= many
    return [*title, *chain.from_iterable(reversed(kept)), *named, *end]


def _all(speeches: list[Speech], width: int, *, noted: bool = False) -> list[Row]:
    """Speeches with their names below, and the facts behind them if wanted."""
    rows: list[Row] = []
    for each in speeches:
        rows += [*_words(each, width), _name(each, width)]
        rows += _note(each, width) if noted else []
    return rows


def _words(speech: Speech, width: int) -> list[Row]:
    """Who speaks, and what is said."""
    first, *more = wrap(f"{speech.lead} {speech.quoted}", width, QUOTED, lead=_INSIDE)
    words = "".join(part for part, _ in first)
    if words.startswith(speech.lead):
        first = (span(speech.lead, SIDES[speech.side]), (words[len(speech.lead) :], QUOTED))
    return [first, *more]


def _name(speech: Speech, width: int) -> Row:
    """What the argument is called, and what has become of it."""
    fate = span(speech.fate, GOOD if speech.stands else DIM)
    title = span(speech.title, DIM if speech.stands else "dim struck")
    return cut((span(" " * _INSIDE), title, span("  "), fate), width)


def _note(speech: Speech, width: int) -> list[Row]:
    """The fact behind the words; no row if there is none."""
    if not speech.note:
        return []
    rows = wrap(speech.note, width - _INSIDE, DIM)
    return [cut((span(" " * _INSIDE), *row), width) for row in rows]


def _first(rows: list[Row], many: int, width: int) -> list[Row]:
    """The first so many rows; if there are more, that shows."""
    kept = rows[:many]
    if many < len(rows):
        end: list[Span] = list(kept[-1])
        words, look = end[-1]
        end[-1] = (words.rstrip(), look)
        mark: Span = ("…", DIM)
        room = width - 1
        kept[-1] = (*(cut(end, room) if length(end) > room else end), mark)
    return kept
