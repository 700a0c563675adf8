"""What both sides had, step by step, as two curves on one scale; with colour and without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.telling.layout.cells import DIM, PLAIN, SIDES, Row, Span, cut, length, span
from game.telling.layout.dot_canvas import DotCanvas
from game.text.cells import begins, cells
from game.value import frozen

NARROWEST = 12
"""Cells that the curves take at least."""


@frozen
class SideCurve:
    """A side's curve.

    Attributes:
        points: what it had when, as (when, how much), in order.
        label: what stands at its end.
    """

    points: tuple[tuple[int, int], ...]
    label: str


@frozen
class CurveScale:
    """What the curves of both sides are drawn on.

    Attributes:
        low: the least that is drawn.
        high: the most.
        numbers: what stands at the left, by the height at which it does.
        across: the heights at which a line goes across, each in its look.
        last: what is at the right edge; at the left one is 0.
        names: what stands below, by when.
        about: what they are, below the numbers at the left.
    """

    low: int
    high: int
    numbers: tuple[tuple[int, str], ...]
    last: int
    across: tuple[tuple[int, str], ...] = ()
    names: tuple[tuple[int, str], ...] = ()
    about: str = ""


def curve_rows(
    curves: tuple[SideCurve, SideCurve],
    scale: CurveScale,
    width: int,
    high: int,
    *,
    braille: bool = True,
) -> list[Row]:
    """Both curves, the second one of fewer dots, so that they are told apart without a colour.

    Args:
        curves: the curve of each side.
        scale: what they are drawn on.
        width: how many cells there are.
        high: how many rows they take; below them stands what is when.
        braille: whether there are eight dots to a cell, and not one.
    """
    lead, room = _edge(scale), _room(curves, scale, width)
    canvas = DotCanvas(room, high, braille=braille)

    def place(point: tuple[int, int]) -> tuple[int, int]:
        when, much = point
        up = (much - scale.low) * (canvas.high - 1) // max(1, scale.high - scale.low)
        return when * (canvas.wide - 1) // max(1, scale.last), canvas.high - 1 - up

    def row_of(much: int) -> int:
        return place((0, much))[1] * high // canvas.high

    for much, look in scale.across:
        y = place((0, much))[1]
        canvas.line(0, y, canvas.wide - 1, y, look, every=4)
    for side in (1, 0):
        places = [place(point) for point in curves[side].points]
        canvas.curve([places[0], *places], SIDES[side], every=1 + 2 * side)
    numbers: dict[int, str] = {}
    for much, words in scale.numbers:
        at = row_of(much)
        beside = numbers.get(at, words)
        numbers[at] = beside if beside == words or "/" in beside else f"{beside}/{words}"
    last = [curve.points[-1][1] for curve in curves]
    ends = _apart(list(map(row_of, last)), last, high)
    rows: list[Row] = []
    for at, drawn in enumerate(canvas.looked()):
        left = f"{numbers.get(at, ''):>{lead - 2}}  "
        row: Row = (span(left, DIM), *drawn)
        for side, end in enumerate(ends):
            if end == at:
                gap = " " * (lead + room + 1 - length(row))
                row = (*row, (gap, PLAIN), span(curves[side].label, SIDES[side]))
        rows.append(cut(row, width))
    if scale.names:
        rows.append(cut(_names(scale, lead, room), width))
    return rows


def signs_row(
    name: str,
    signs: Iterable[tuple[int, str]],
    side: int,
    curves: Sequence[SideCurve],
    scale: CurveScale,
    width: int,
) -> Row:
    """A side's signs, each below its place in the curves.

    Args:
        name: what stands at the left.
        signs: each with when it stands.
        side: whose they are.
        curves: the curve of each side.
        scale: what they are drawn on.
        width: how many cells there are.
    """
    lead, room = _edge(scale), _room(curves, scale, width)
    places = [" "] * room
    for when, sign in signs:
        if sign:
            places[when * (room - 1) // max(1, scale.last)] = sign
    left = begins(name, lead - 2)
    pad = " " * (lead - 2 - cells(left))
    return span(f"{pad}{left}  ", SIDES[side]), span("".join(places).rstrip(), SIDES[side])


def _room(curves: Sequence[SideCurve], scale: CurveScale, width: int) -> int:
    """How many cells the curves take."""
    labels = max(cells(curve.label) for curve in curves)
    return max(NARROWEST, width - _edge(scale) - labels - 1)


def _edge(scale: CurveScale) -> int:
    """How many cells stand to the left of the curves."""
    widest = max(cells(words) for _, words in scale.numbers)
    high = [much for much, _ in scale.numbers]
    if len(high) > len(set(high)) or len(scale.across) > 1:
        widest = 2 * widest + 1  # two of them may stand in one row
    return 2 + max(widest, cells(scale.about))


def _apart(rows: Sequence[int], values: Sequence[float], high: int) -> list[int]:
    """The rows of both labels, each in one of its own where there are two: more stands above."""
    one, other = rows
    if one == other and high > 1:
        above = max(0, one - 1)
        return [above, above + 1] if values[0] >= values[1] else [above + 1, above]
    return [one, other]


def _names(scale: CurveScale, lead: int, room: int) -> Row:
    """What is when, below the curves; what has no room beside another is left out."""
    row: list[Span] = [span(f"{scale.about:>{lead - 2}}  ", DIM)]
    taken = 0
    last_at, last = scale.names[-1]
    for when, words in scale.names:
        at = when * (room - 1) // max(1, scale.last)
        at = min(at, room - cells(words)) if when == last_at else at
        ends = room - cells(last) if when != last_at else room + 1
        if at >= taken and at + cells(words) < ends:
            row += [(" " * (at - taken), PLAIN), span(words, DIM)]
            taken = at + cells(words) + 1
            row.append((" ", PLAIN))
    return tuple(row)
