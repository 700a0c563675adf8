"""The ladder seen from the side: rungs with their motions, and the ceiling as a pane across it.

A rung that holds a carried motion is solid, one that is in reach is drawn, one that is not is
broken. No name is ever cut: what is carried folds into a count, and a rung takes a second row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from game.review.standing import MotionStanding
from game.telling.board import Rung, RungMotion, ShownLadder
from game.telling.layout.cells import (
    DIM,
    PLAIN,
    SIDES,
    STRONG,
    Row,
    Span,
    cut,
    fit,
    length,
    span,
    spread,
    wrap,
)
from game.telling.layout.marks import EITHER_OR, MOTIONS
from game.telling.messages import signed
from game.text.cells import cells

SOLID, DRAWN, BROKEN = "━", "─", "╌"
"""What a rung is drawn with."""
RAILS: Final = {SOLID: "┃", DRAWN: "│", BROKEN: "╎"}
"""The rail beside a rung of each kind."""
GLASS, CLEAR = "═", "─"
"""What the ceiling is drawn with, if it closes something and if not."""
FRESH = "◂"
"""Behind what has been carried a moment ago."""
_GAP = 2
_RAIL = 2
"""Cells by which the rail of a rung on one row is set in."""


def ladder_rows(
    ladder: ShownLadder,
    shorts: tuple[str, str],
    width: int,
    *,
    tall: bool,
    marked: int = -1,
    fold: bool = True,
) -> list[Row]:
    """The ladder, highest tier first: a row or two for each tier, or if tall one for each motion.

    Args:
        ladder: the ladder.
        shorts: the short names of the sides.
        width: how many cells there are.
        tall: whether there is room for all.
        marked: the motion that is looked at.
        fold: whether what is carried may become a count.
    """
    if not ladder.tiers:
        return _untiered(ladder, shorts, width, marked, tall=tall)
    worth = _widest(ladder, shorts, width)
    return _stacked(
        ladder,
        width,
        {
            rung.number: list(_tall(rung, shorts, width, worth, marked, inset=0))
            if tall
            else rung_rows(rung, width, marked, fold=fold)
            for rung in ladder.rungs
        },
    )


def ladder_within(
    ladder: ShownLadder,
    shorts: tuple[str, str],
    width: int,
    most: int,
    *,
    marked: int = -1,
    tall: bool = True,
) -> list[Row]:
    """The ladder with as much of it as so many rows hold, rung by rung: first every motion by its
    name, then each on a row of its own, on those rungs first from which something can be tabled.
    With what is carried as a count it may still take more rows.

    Args:
        ladder: the ladder.
        shorts: the short names of the sides.
        width: how many cells there are.
        most: how many rows there are.
        marked: the motion that is looked at.
        tall: whether motions may have rows of their own.
    """
    if tall or not ladder.tiers:
        whole = ladder_rows(ladder, shorts, width, tall=tall, marked=marked)
        if len(whole) <= most or not ladder.tiers:
            return whole if len(whole) <= most else _untiered(ladder, shorts, width, marked)
    shown = {rung.number: rung_rows(rung, width, marked) for rung in ladder.rungs}
    left = most - len(_stacked(ladder, width, shown))
    if left <= 0:
        return _stacked(ladder, width, shown)
    worth = _widest(ladder, shorts, width - _RAIL) if tall else 0
    first = sorted(ladder.rungs, key=lambda rung: (not _climbed(rung), rung.number))
    for unfolded in (False, True)[: 2 if tall else 1]:
        for rung in first:
            if unfolded and not _whole(rung, width - _RAIL):
                continue
            if unfolded:
                rows = list(_tall(rung, shorts, width, worth, marked, inset=_RAIL))
            else:
                rows = rung_rows(rung, width, marked, fold=False)
            more = len(rows) - len(shown[rung.number])
            if more <= left:
                shown[rung.number], left = rows, left - more
    return _stacked(ladder, width, shown)


def _whole(rung: Rung, width: int) -> bool:
    """Whether the names of its motions fit in full."""
    return all(length(_begin(step, -1)) < width - 2 for step in rung.steps)


def _climbed(rung: Rung) -> bool:
    """Whether something on it can be tabled, at least for more capital."""
    return any(step.how in (MotionStanding.OPEN, MotionStanding.EXPENSIVE) for step in rung.steps)


def _stacked(ladder: ShownLadder, width: int, shown: Mapping[int, list[Row]]) -> list[Row]:
    """The rows of every rung, by its number, above each other, with the pane where it lies."""
    rows: list[Row] = []
    for rung in reversed(ladder.rungs):
        if rung.number == ladder.open_to:
            rows += ceiling_rows(ladder, width)
        rows += shown[rung.number]
    return rows if ladder.open_to else [*rows, *ceiling_rows(ladder, width)]


def ceiling_rows(ladder: ShownLadder, width: int) -> list[Row]:
    """The pane itself, with what it is there for. At the very top nothing is above it. No row if
    it is not shown.
    """
    if not ladder.ceiling:
        return []
    look, pane = (DIM, CLEAR) if ladder.clear else (STRONG, GLASS)
    if length((span(ladder.ceiling),)) + 4 > width:
        reason = wrap(ladder.ceiling_reason, width - 2, look)
        name = _pane(ladder.ceiling_name, pane, look, width)
        return [name, *(cut((span("  "), *row), width) for row in reason)]
    return [_pane(ladder.ceiling, pane, look, width)]


_AT_HAND: Final = {
    MotionStanding.OPEN,
    MotionStanding.EXPENSIVE,
    MotionStanding.BARRED,
    MotionStanding.CARRIED,
}
"""How motions stand that can be tabled sooner or later whatever else happens, or were."""


def _untiered(
    ladder: ShownLadder, shorts: tuple[str, str], width: int, marked: int, *, tall: bool = False
) -> list[Row]:
    """The motions that are at hand, without their tiers: side by side, or if tall a row each."""
    found = [step for rung in ladder.rungs for step in rung.steps]
    steps = [step for step in found if step.how in _AT_HAND or step.on_table]
    if tall:
        form = min(1, _widest(ladder, shorts, width))  # what it costs, not yet what it is worth
        return [spread(_begin(step, marked), _ends(step, shorts, form), width) for step in steps]
    rows: list[list[Row]] = [[]]
    for step in steps:
        piece = _named(step, step.short, marked)
        if rows[-1] and length(_joined([*rows[-1], piece])) > width:
            rows.append([])
        rows[-1].append(piece)
    return [fit(_joined(each), width) for each in rows]


def _pane(words: str, pane: str, look: str, width: int) -> Row:
    told = span(f" {words} ", look)
    rest = max(0, width - 2 - length((told,)))
    return cut(((pane * 2, look), told, (pane * rest, look)), width)


def _drawn(rung: Rung) -> str:
    """What a rung is drawn with."""
    if rung.folded:
        return SOLID
    return BROKEN if rung.gate_shut or rung.under_glass else DRAWN


def _look(step: RungMotion, marked: int) -> str:
    look = MOTIONS[step.how][1]
    if step.on_table:
        return f"{look} reverse"
    # In reverse it would be a second cursor.
    return f"{look} lined" if step.motion == marked else look


def _named(step: RungMotion, name: str, marked: int) -> Row:
    """A motion with the sign of how it stands."""
    words = f"{MOTIONS[step.how][0]} {name}{f' {FRESH}' if step.moved else ''}"
    return (span(words, _look(step, marked)),)


def _gate(rung: Rung, *, lowest: bool) -> Row:
    """What the tier needs of the gate track; the lowest needs nothing."""
    if lowest:
        return ()
    look = STRONG if rung.gate_shut else DIM
    return (span(f" {rung.gate_words}{'!' if rung.gate_shut else ' '}", look),)


_KEPT: Final[dict[tuple[int, int, int, bool], tuple[Rung, list[Row]]]] = {}
"""Rungs as they were drawn lately: most are the very same, whatever is looked at."""
_MOST: Final = 128
"""So many of them."""


def rung_rows(rung: Rung, width: int, marked: int = -1, *, fold: bool = True) -> list[Row]:
    """A tier on one row if it can be, else on as many as its motions take."""
    here = marked if any(step.motion == marked for step in rung.steps) else -1
    key = (id(rung), width, here, fold)
    known = _KEPT.get(key)
    if known is None or known[0] is not rung:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        known = _KEPT[key] = (rung, _rung_rows(rung, width, here, fold=fold))
    return [*known[1]]


def _rung_rows(rung: Rung, width: int, marked: int, *, fold: bool) -> list[Row]:
    line = _drawn(rung)
    look = DIM if line == BROKEN else PLAIN
    head: Row = (span(f"{rung.number} ", STRONG), span(f"{RAILS[line]} ", look))
    gate = _gate(rung, lowest=rung.number == 1)
    room = width - length((*head, *gate)) - 1
    for pieces in (
        _pieces(rung, marked, words=True, fold=False),
        _pieces(rung, marked, words=False, fold=False),
        _pieces(rung, marked, words=False, fold=fold),
    ):
        if length(_joined(pieces)) <= room:
            return [_filled((*head, *_joined(pieces)), gate, line, width)]
    rows: list[list[Row]] = [[]]
    under: Row = (span("  "), head[1])
    below = width - length(under)  # what the tier needs stands on its first row alone
    for piece in _together(_pieces(rung, marked, words=True, fold=fold), rung, below):
        if rows[-1] and length(_joined([*rows[-1], piece])) > (below if rows[1:] else room):
            rows.append([])
        rows[-1].append(piece)
    first, *more = rows
    return [
        _filled((*head, *_joined(first)), gate, line, width),
        *(_filled((*under, *_joined(each)), (), " ", width) for each in more),
    ]


def _pieces(rung: Rung, marked: int, *, words: bool, fold: bool) -> list[Row]:
    """The motions of a rung by their short names.

    Args:
        rung: the rung.
        marked: the motion that is looked at.
        words: whether a fork is told in words, else by a sign between its branches.
        fold: whether what is carried becomes a count.
    """
    folded = fold and rung.folded
    pieces: list[Row] = []
    if folded:
        sign, look = MOTIONS[MotionStanding.CARRIED]
        pieces.append((span(f"{sign} {rung.folded}", look),))
    for place, step in enumerate(rung.steps):
        if folded and step.how is MotionStanding.CARRIED:
            continue
        named = _named(step, step.short, marked)
        if step.branch and words:
            named = (span(f"{step.branch} ", DIM), *named)
        elif step.branch and place and rung.steps[place - 1].motion in step.excludes:
            named = (span(f"{EITHER_OR} ", DIM), *named)
        pieces.append(named)
    return pieces


def _together(pieces: list[Row], rung: Rung, room: int) -> list[Row]:
    """The pieces, with the branches of a fork as one, if there is room for that."""
    others = {step.branch for step in rung.steps if step.branch} - {_first_branch(rung)}
    found: list[Row] = []
    for piece in pieces:
        joined = _joined([*found[-1:], piece])
        if found and piece[0][0].strip() in others and length(joined) <= room:
            found[-1] = joined
        else:
            found.append(piece)
    return found


def _first_branch(rung: Rung) -> str:
    return next((step.branch for step in rung.steps if step.branch), "")


def _joined(pieces: Sequence[Row]) -> Row:
    row: list[Span] = []
    for place, piece in enumerate(pieces):
        row += [span(" " * _GAP)] if place else []
        row += piece
    return tuple(row)


def _filled(left: Row, right: Row, line: str, width: int) -> Row:
    """A row whose middle is the rung itself."""
    rest = width - length((*left, *right)) - 1
    if rest < 1:
        return (*fit(left, width - length(right)), *right)
    look = PLAIN if line == SOLID else DIM
    return (*left, span(" "), (line * rest, look), *right)


# ---------------------------------------------------------------------- a row for each motion


def columns_row(ladder: ShownLadder, shorts: tuple[str, str], width: int) -> Row:
    """What the columns at the end of a tall ladder hold; nothing if it has none."""
    if not ladder.tiers or _widest(ladder, shorts, width) < _RICHEST:
        return ()
    return (span(shorts[0], SIDES[0]), span(" " * _COLUMN), span(shorts[1], SIDES[1]))


def _ends(step: RungMotion, shorts: tuple[str, str], form: int) -> Row:
    """What stands at the end of a motion's row: its cost, and in the richest form its worth."""
    if form == 0:
        return ()
    row = [span(step.cost, DIM)]
    if form == _RICHEST:
        for side, (short, value) in enumerate(zip(shorts, step.values, strict=True)):
            gap = " " * (_COLUMN if side or step.cost else 0)
            room = max(cells(short), _VALUE)
            row.append(span(f"{gap}{signed(value):>{room}}", SIDES[side] if value else DIM))
    return tuple(row)


_RICHEST = 2
_COLUMN = 2
"""Cells between two columns."""
_VALUE = 2
"""Cells of a value."""


def _widest(ladder: ShownLadder, shorts: tuple[str, str], width: int) -> int:
    """The richest form in which every name is whole."""
    for form in range(_RICHEST, 0, -1):
        if all(
            length((*_begin(step, -1), *_ends(step, shorts, form))) + 1 <= width - 2
            for rung in ladder.rungs
            for step in rung.steps
        ):
            return form
    return 0


def _begin(step: RungMotion, marked: int) -> Row:
    named = _named(step, step.name, marked)
    return (span(f"{step.branch:<6} ", DIM), *named) if step.branch else named


def _tall(
    rung: Rung, shorts: tuple[str, str], width: int, form: int, marked: int, *, inset: int
) -> Iterator[Row]:
    """A rung with a row for each motion; ``inset`` is how far its rail is set in."""
    line = _drawn(rung)
    shut = rung.gate_shut or rung.under_glass
    needs: Row = (span(f" {rung.needs}", STRONG if shut else DIM),) if rung.needs else ()
    title: Row = (span(f"{rung.number} ", STRONG), span(rung.name, DIM))
    if inset:
        title = (title[0], (f"{RAILS[line]} ", PLAIN if line == SOLID else DIM), title[1])
    yield _filled(title, needs, line, width)
    rail = span(f"{' ' * inset}{RAILS[line]} ", PLAIN if line == SOLID else DIM)
    for step in rung.steps:
        end = _ends(step, shorts, form)
        yield (rail, *spread(_begin(step, marked), end, width - 2 - inset))
