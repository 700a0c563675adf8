"""The debate as it is heard: every sentence that was spoken, in as many rows as there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from game.telling.board import Board, Exchange, ShownLadder
from game.telling.debate import Speech
from game.telling.layout.cells import (
    BAD,
    DIM,
    GOOD,
    PLAIN,
    QUOTED,
    SIDES,
    STRONG,
    STRUCK,
    Row,
    Span,
    cut,
    length,
    span,
    wrap,
)
from game.value import frozen

_BAR = "▌"
"""Before each row of a speech, in the colour of whoever speaks."""
_INSIDE = 2
"""Cells by which all rows of a speech but its first are set in."""
_ACROSS = ((60, 4), (45, 2))
"""From how many cells on the second side's speeches are set in, and by how many."""
_CAUGHT = "✗ "
"""Before old words that contradict the new ones."""


@frozen
class _Speaking:
    """How speeches are laid out: by whom first, how wide, in which hour."""

    first: int
    width: int
    hour: str

    def across(self, side: int) -> int:
        """How far a side's speeches are set in."""
        if side == self.first:
            return 0
        return next((by for least, by in _ACROSS if self.width >= least), 0)


def exchange_rows(
    board: Board,
    exchange: Exchange,
    width: int,
    room: int,
    *,
    apart: bool = True,
    more: int = 0,
) -> list[Row]:
    """The motion, and every speech of its debate with what connects it to the one before.

    The last speech is always whole, and old words that it contradicts are. What there is no room
    for goes in this order: the facts behind the words, what the arguments are called, what the
    motion would change, the words of the oldest speeches. No speech is cut: of which there is no
    room for the words, it is told who brought which argument.

    Args:
        board: the table.
        exchange: its debate.
        width: how many cells there are.
        room: how many rows there are.
        apart: whether rows with nothing in them may part the speeches.
        more: how many rows more it may take, if speeches keep their words by that.
    """
    frame = _Speaking(board.viewer, width, board.mood.value if board.mood is not None else "")
    title = [_title(board.ladder, exchange, width)]
    worth = [(span(" " * _INSIDE), *row) for row in wrap(exchange.worth, width - _INSIDE, DIM)]
    end = [_end(exchange, width)]
    *older, last = exchange.speeches
    newest = [*_words(last, frame), _name(last, frame), *_caught(exchange, last, frame)]
    gap: Row = (span(""),)
    whole = list(chain.from_iterable(_told(exchange, each, frame) for each in older))
    parted = [
        row for each in older for row in [*_told(exchange, each, frame), *_note(each, frame), gap]
    ]
    facts = [row for row in parted if row is not gap]
    bare = list(chain.from_iterable(_words(each, frame) for each in older))
    forms = (
        [*title, *worth, gap, *parted, *newest, *_note(last, frame), gap, *end],
        [*title, *worth, gap, *facts, *newest, *_note(last, frame), *end],
        [*title, *worth, *whole, *newest, *_note(last, frame), *end],
        [*title, *worth, *whole, *newest, *end],
        [*title, *worth, *bare, *newest, *end],
        [*title, *bare, *newest, *end],
    )
    for form in forms:
        rows = form if apart else [row for row in form if row is not gap]
        if len(rows) <= room:
            return rows
    kept: list[list[Row]] = []
    left = room + more - len(title) - len(newest) - len(end)
    for before, each in reversed(list(enumerate(older))):
        rows = _words(each, frame)
        if len(rows) > left - before:  # those before it have a row each
            rows = [_briefly(board, each, frame)]
        kept.append(rows)
        left -= len(rows)
    return [*title, *chain.from_iterable(reversed(kept)), *newest, *end]


def _end(exchange: Exchange, width: int) -> Row:
    """Who holds the floor, and which of how many arguments it is, in as many words as there is
    room for.
    """
    if not exchange.floor:
        return cut((span(exchange.most, DIM),), width)
    style = SIDES[exchange.holder]
    forms: list[Row] = [
        (span(f"{floor} ", style), span(number, DIM))
        for floor, number in (
            (exchange.floor, exchange.most),
            (exchange.floor, exchange.count),
            (exchange.holds, exchange.count),
        )
    ]
    fitting = (form for form in forms if length(form) <= width)
    return next(fitting, cut((span(exchange.floor, style),), width))


def tabled_rows(ladder: ShownLadder, motion: int, width: int) -> list[Row]:
    """A motion that is about to be tabled: its title with its rung, what it says, what it brings.

    Args:
        ladder: the ladder, which folds to its numbers.
        motion: the motion.
        width: how many cells there are.
    """
    steps = (step for rung in ladder.rungs for step in rung.steps)
    step = next((each for each in steps if each.motion == motion), None)
    if step is None:
        return []
    title = _titled(ladder, step.name, step.name, motion, width)
    price = [cut((span(f"  {step.cost}", DIM), span(f"  {step.worth}", DIM)), width)]
    words = wrap(step.text, width - _INSIDE)
    return [title, *((span(" " * _INSIDE), *row) for row in words), *price]


def strip(ladder: ShownLadder, lit: int) -> Row:
    """The ladder folded to its numbers, one rung of it lit; the pane where it lies. Nothing if its
    tiers are not shown.
    """
    if not ladder.tiers:
        return ()
    row: list[Span] = [span(ladder.label, DIM)]
    for rung in ladder.rungs:
        inside = any(step.motion == lit for step in rung.steps)
        row.append(span(f" {rung.number} ", f"{STRONG} reverse" if inside else DIM))
        if rung.number == ladder.open_to and not ladder.clear:
            row.append(("═", STRONG))
    return tuple(row)


def _title(ladder: ShownLadder, exchange: Exchange, width: int) -> Row:
    """The motion as a title, with the rung that it lies on."""
    return _titled(ladder, exchange.title, exchange.name, exchange.motion, width)


def _titled(ladder: ShownLadder, title: str, name: str, motion: int, width: int) -> Row:
    """A title with the rung that a motion lies on; where there is no room, its name alone."""
    told = span(f"{title} ", STRONG)
    folded = strip(ladder, motion)
    for rung in (folded, folded[1:]):  # the label gives way to the numbers
        end = (span(" "), *rung, span(" ")) if rung else ()
        rest = width - length((told, *end))
        if rest > 0:
            return (told, ("━" * rest, PLAIN), *end)
    return cut((span(name, STRONG),), width)


def _told(exchange: Exchange, speech: Speech, frame: _Speaking) -> list[Row]:
    return [*_words(speech, frame), _name(speech, frame), *_caught(exchange, speech, frame)]


def _set_in(rows: list[Row], speech: Speech, frame: _Speaking) -> Iterator[Row]:
    """Rows of a speech behind its bar, on the side of whoever speaks."""
    across = frame.across(speech.side)
    for row in rows:
        yield cut((span(" " * across), (_BAR, SIDES[speech.side]), *row), frame.width)


def _inner(speech: Speech, frame: _Speaking) -> int:
    return max(1, frame.width - frame.across(speech.side) - len(_BAR))


def _words(speech: Speech, frame: _Speaking) -> list[Row]:
    """Who speaks, and what is said."""
    first, *more = wrap(
        f"{speech.lead} {speech.quoted}", _inner(speech, frame), QUOTED, lead=_INSIDE
    )
    words = "".join(part for part, _ in first)
    if words.startswith(speech.lead):
        first = (span(speech.lead, SIDES[speech.side]), (words[len(speech.lead) :], QUOTED))
    return list(_set_in([first, *more], speech, frame))


def _name(speech: Speech, frame: _Speaking) -> Row:
    """What the argument is called, the value that it appeals to, and what has become of it."""
    row: list[Span] = [span(" " * _INSIDE)]
    row.append(span(speech.name, DIM if speech.stands else STRUCK))
    if speech.value:
        # What speaks to the hour stands out: it is what pays.
        row += [(" · ", DIM), span(speech.value, STRONG if speech.value == frame.hour else DIM)]
    row += [(" · ", DIM), span(speech.fate, GOOD if speech.stands else DIM)]
    (told,) = _set_in([tuple(row)], speech, frame)
    return told


def _briefly(board: Board, speech: Speech, frame: _Speaking) -> Row:
    """Who brought which argument, and what has become of it, on one row: in fewer words where
    there is no room for more.
    """
    party = board.parties[speech.side]
    leads = (speech.lead, *(f"{name}:" for name in (party.name, party.short)))
    rows: list[Row] = [
        (
            span(f"{lead} ", SIDES[speech.side]),
            span(speech.name, DIM if speech.stands else STRUCK),
            (" · ", DIM),
            span(speech.fate, GOOD if speech.stands else DIM),
        )
        for lead in leads
    ]
    row = next((each for each in rows if length(each) <= _inner(speech, frame)), rows[-1])
    (told,) = _set_in([row], speech, frame)
    return told


def _caught(exchange: Exchange, speech: Speech, frame: _Speaking) -> list[Row]:
    """The speaker's own old words that a speech contradicts; no row if it contradicts none."""
    rows: list[Row] = []
    for quote in exchange.quotes[speech.place]:
        told = wrap(f"{_CAUGHT}{quote.sentence}", _inner(speech, frame), f"{STRONG} {BAD}", lead=2)
        rows += _set_in(told, speech, frame)
    return rows


def _note(speech: Speech, frame: _Speaking) -> list[Row]:
    """The fact behind the words; no row if there is none."""
    if not speech.note:
        return []
    rows = wrap(speech.note, _inner(speech, frame) - _INSIDE, DIM)
    return list(_set_in([(span(" " * _INSIDE), *row) for row in rows], speech, frame))
