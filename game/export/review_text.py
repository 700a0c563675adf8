"""A review as lines of text, for a terminal from 60 columns on, with or without colour.

The curves and the plane are drawn in braille, or in full stops where the terminal lacks it. What
they show stands in numbers beside them, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from game.export.exported_game import ExportedGame
from game.export.result import result
from game.review.bargaining import Point
from game.review.evaluations import TO_A_HUNDREDTH
from game.review.reviewed_line import ReviewedLine
from game.telling.debrief import debriefing
from game.telling.decided import say_decided, say_instead, say_plainly
from game.telling.layout.cells import Row, text
from game.telling.layout.curves import CurveScale, SideCurve, curve_rows, signs_row
from game.telling.layout.dot_canvas import DotCanvas
from game.telling.messages import number
from game.telling.plane import corners, plane_about, plane_points, say_left
from game.telling.review import (
    StepTold,
    about,
    legend,
    most,
    say_asked,
    say_changes,
    say_unit,
    steps,
    tenths,
    totals,
)
from game.telling.voice import Voice
from game.text import clean
from game.text.cells import cells, wrapped
from game.value import frozen

NARROWEST: Final = 60
WIDEST: Final = 100

_HIGH: Final = 9
"""Rows of the curves."""

_PLANE: Final = 13
"""Rows of the plane."""

_SCALE: Final = 8
"""Columns that the numbers at the left of a drawing take."""

_SPAN: Final = 40 * TO_A_HUNDREDTH
"""What the curves are drawn on is at least so high: what hardly moves is seen hardly to move."""


@frozen
class ReviewRow:
    """A line of a review.

    Attributes:
        words: what stands in it.
        heading: whether it is the heading of a part.
        ply: how many decisions came before the one that it is about, if it is about one.
        provisional: whether it tells a mark that may still change.
        parts: the same in looks of its own; empty if it has none.
    """

    words: str
    heading: bool = False
    ply: int | None = None
    provisional: bool = False
    parts: Row = ()


def review_text(
    game: ExportedGame, reviewed: ReviewedLine, *, width: int = 80, braille: bool = True
) -> str:
    """A review as lines of text.

    Args:
        game: the line of play, as exports see it.
        reviewed: the same with what was found out.
        width: how many columns there are.
        braille: whether the terminal has braille, and lines.
    """
    rows = review_rows(game, reviewed, width=width, braille=braille)
    return "".join(f"{row.words}\n" for row in rows)


def review_rows(
    game: ExportedGame,
    reviewed: ReviewedLine,
    *,
    width: int = 80,
    braille: bool = True,
    hidden: Collection[int] = (),
    answers: Mapping[int, Sequence[str]] = MappingProxyType({}),
    titled: bool = True,
) -> tuple[ReviewRow, ...]:
    """The same lines, each with what it is about.

    Args:
        game: the line of play, as exports see it.
        reviewed: the same with what was found out.
        width: how many columns there are.
        braille: whether the terminal has braille, and lines.
        hidden: the plies of decisions of which only the question is told what the reader would
            have done.
        answers: by ply what would mostly have come of something else.
        titled: whether they begin with their title.
    """
    width = min(max(width, NARROWEST), WIDEST)
    voice = game.voice
    told = tuple(each for each in steps(voice, reviewed) if each.step.ply not in hidden)
    rows = [
        *(_plain(_filled(voice.say("review.title", title=game.title), width)) if titled else ()),
        *_plain(_filled(result(game), width)),
    ]
    for heading, part in (
        ("review.decided", _plain(_decided(voice, reviewed, width))),
        ("review.most", _most(voice, reviewed, width, hidden, answers)),
        ("review.curves", _curves(voice, reviewed, told, width, braille=braille)),
        ("review.steps", _steps(voice, told, width)),
        ("review.debrief.heading", _plain(_debrief(voice, reviewed, width))),
        ("review.total.heading", _plain(_totals(voice, reviewed, width))),
        ("review.plane.heading", _plain(_plane(voice, reviewed, width, braille=braille))),
    ):
        rows += [ReviewRow(""), *_heading(voice.say(heading), drawn=braille), *part]
    return tuple(rows)


def _plain(rows: Iterable[str], ply: int | None = None) -> Iterator[ReviewRow]:
    """Lines about one decision, or about none."""
    return (ReviewRow(row, ply=ply) for row in rows)


def _heading(words: str, *, drawn: bool) -> list[ReviewRow]:
    shown = clean(words)
    line = ("─" if drawn else "-") * cells(shown)
    return [ReviewRow(shown, heading=True), ReviewRow(line)]


def _filled(words: str, width: int, lead: str = "", hang: int | None = None) -> list[str]:
    """Words in lines of some width, the first one behind a lead, the others below its words."""
    column = cells(lead) if hang is None else hang
    rows = list(wrapped(clean(words).replace("\n", " "), width - column))
    return [f"{' ' * column if at else lead.ljust(column)}{row}" for at, row in enumerate(rows)]


def _decided(voice: Voice, reviewed: ReviewedLine, width: int) -> Iterator[str]:
    for each in say_decided(voice, reviewed):
        yield from _filled(each, width, "  – ")


def _totals(voice: Voice, reviewed: ReviewedLine, width: int) -> Iterator[str]:
    rows = totals(voice, reviewed)
    names = [voice.side_short(side) for side in (0, 1)]
    wide = max(cells(row.label) for row in rows)
    columns = [max(8, cells(name) + 2) for name in names]
    yield " " * wide + "".join(
        _right(name, room) for name, room in zip(names, columns, strict=True)
    )
    for row in rows:
        yield _left(row.label, wide) + "".join(map(_right, row.amounts, columns))
    for each in about(voice, reviewed):
        yield from _filled(each, width)


def _left(words: str, room: int) -> str:
    return words + " " * max(0, room - cells(words))


def _right(words: str, room: int) -> str:
    return " " * max(0, room - cells(words)) + words


# ---------------------------------------------------------------------- curves


def _curves(
    voice: Voice, reviewed: ReviewedLine, told: Sequence[StepTold], width: int, *, braille: bool
) -> Iterator[ReviewRow]:
    """What the game was worth to both sides, as two curves on one scale, with the rounds and the
    signs of the marks below the decisions of each.
    """
    found = reviewed.review
    last = max(1, len(reviewed.line.decisions))
    curves: list[SideCurve] = []
    for side in (0, 1):
        start, end = tenths(found.start[side]), tenths(found.end[side])
        said = voice.say("review.curve", side=voice.side(side), start=start, end=end)
        yield from _plain(_filled(said, width))
        points = (*((step.ply, step.worth[side]) for step in found.steps), (last, found.end[side]))
        label = voice.say("review.change", side=voice.side_short(side), change=end)
        curves.append(SideCurve(points, clean(label)))
    yield from _plain(_filled(say_unit(voice), width))
    scale = _scale_of(voice, reviewed, last)
    rows = curve_rows((curves[0], curves[1]), scale, width, _HIGH, braille=braille)
    for side in (0, 1):
        marks = [(each.step.ply, each.sign) for each in told if each.step.side == side]
        if any(sign for _, sign in marks):
            rows.append(signs_row(voice.side_short(side), marks, side, curves, scale, width))
    for row in rows:
        yield ReviewRow(text(row).rstrip(), parts=row)
    if signs := _legend(voice, told):
        yield from _plain(_filled(signs, width, " " * _SCALE))


def _scale_of(voice: Voice, reviewed: ReviewedLine, last: int) -> CurveScale:
    """As much of all that an ending may be worth as the game came to, in round numbers."""
    found, states = reviewed.review, reviewed.line.states
    every = [worth for step in found.steps for worth in step.worth] + [*found.end]
    low, high = _rounded(min(every)), -_rounded(-max(every))
    high = max(high, low + _SPAN)
    begun = {state.round: ply for ply, state in reversed([*enumerate(states)])}
    return CurveScale(
        low=low,
        high=high,
        numbers=tuple(
            (each, number(round(Fraction(each, TO_A_HUNDREDTH))))
            for each in (high, (low + high) // 2, low)
        ),
        last=last,
        names=tuple((ply, number(each)) for each, ply in sorted(begun.items())),
        about=voice.say("story.end.round"),
    )


def _rounded(least: Fraction | int) -> int:
    """The next number of a scale that is no more than that, in steps of 20 hundredths."""
    step = 20 * TO_A_HUNDREDTH
    return step * (least // step)


def _legend(voice: Voice, told: Sequence[StepTold]) -> str:
    said = (f"{sign} {name}" for sign, name in legend(voice, tuple(told)))
    return voice.say("names.list.comma").join(said)


def _scaled(rows: Sequence[str], low: int, high: int) -> Iterator[str]:
    """Rows with the numbers of the scale at the left, above and below, and in the middle."""
    middle = len(rows) // 2
    for at, row in enumerate(rows):
        value = high - (high - low) * at // max(1, len(rows) - 1)
        number = str(value // TO_A_HUNDREDTH) if at in (0, middle, len(rows) - 1) else ""
        yield (
            f"{number:>{_SCALE - 2}}  {row}".rstrip() if row else f"{number:>{_SCALE - 2}}".rstrip()
        )


# ---------------------------------------------------------------------- the plane


def _plane(voice: Voice, reviewed: ReviewedLine, width: int, *, braille: bool) -> Iterator[str]:
    """The plane of both payoffs, with the way of the game, and what could be reached."""
    for said in plane_about(voice, reviewed):
        yield from _filled(said, width)
    named = plane_points(voice, reviewed)
    edge = corners(voice, reviewed)
    every = [each.point for each in (*named, *edge)]
    low = [_rounded(min(Fraction(0), *(point[axis] for point in every))) for axis in (0, 1)]
    high = [-_rounded(-max(Fraction(1000), *(each[axis] for each in every))) for axis in (0, 1)]
    canvas = DotCanvas(min(56, width - _SCALE), _PLANE, braille=braille)

    def place(point: Point) -> tuple[int, int]:
        across = Fraction(point[0] - low[0], high[0] - low[0]) * (canvas.wide - 1)
        up = Fraction(point[1] - low[1], high[1] - low[1]) * (canvas.high - 1)
        return round(across), canvas.high - 1 - round(up)

    bottom = canvas.high - 1
    canvas.line(0, bottom, canvas.wide - 1, bottom, every=4)
    canvas.line(0, bottom, 0, 0, every=4)
    for one, other in pairwise(edge):
        canvas.line(*place(one.point), *place(other.point))
    for each in edge:
        canvas.sign(*place(each.point), each.letter)
    letters = "".join(each.letter for each in named)
    for each in named:
        canvas.sign(*place(each.point), each.letter, beside=letters)
    yield from _scaled(canvas.rows(), low[1], high[1])
    least, most = (str(each // TO_A_HUNDREDTH) for each in (low[0], high[0]))
    room = canvas.wide // (2 if braille else 1)
    yield " " * _SCALE + least + _right(most, room - len(least))
    for each in (*named, *edge):
        yield from _filled(each.words, width, f"{each.letter} ")
    if left := say_left(voice, reviewed):
        yield from _filled(left, width)


# ---------------------------------------------------------------------- steps and the page


def _most(
    voice: Voice,
    reviewed: ReviewedLine,
    width: int,
    hidden: Collection[int],
    answers: Mapping[int, Sequence[str]],
) -> Iterator[ReviewRow]:
    found = most(voice, reviewed)
    if not found:
        yield from _plain(_filled(voice.say("review.most_nothing"), width))
    if any(each.step.ply in hidden for each in found):
        yield from _plain(_filled(voice.say("review.asked_how"), width))
    for each in found:
        ply = each.step.ply
        asked = ply in hidden
        said = say_asked(voice, each) if asked else say_plainly(voice, each)
        yield from _plain(_filled(said, width, "  ? " if asked else "  – "), ply)
        if not asked and (better := say_instead(voice, reviewed, each)):
            yield from _plain(_filled(better, width, "    "), ply)
        for words in answers.get(ply, ()):
            yield from _plain(_filled(words, width, "    "), ply)


def _steps(voice: Voice, told: Sequence[StepTold], width: int) -> Iterator[ReviewRow]:
    if not told:
        yield from _plain(_filled(voice.say("review.no_steps"), width))
        return
    yield from _plain(_filled(voice.say("review.unsure"), width))
    for each in told:
        yield ReviewRow("")
        yield from _step(voice, each, width)


def _step(voice: Voice, each: StepTold, width: int) -> Iterator[ReviewRow]:
    ply = each.step.ply
    yield from _plain(
        [
            *_filled(voice.say("review.at", when=each.when, what=each.what), width),
            *_filled(say_changes(voice, each), width, "   "),
        ],
        ply,
    )
    doubt = "≈" if each.provisional else " "
    rows = _filled(each.mark, width, f"{doubt}{each.sign} ") if each.mark else []
    if each.better:
        rows += _filled(each.better, width, "   ")
    yield from (ReviewRow(row, ply=ply, provisional=each.provisional) for row in rows)


def _debrief(voice: Voice, reviewed: ReviewedLine, width: int) -> Iterator[str]:
    for at, section in enumerate(debriefing(voice, reviewed)):
        if at:
            yield ""
        yield from _filled(section.heading, width)
        for at_line, words in enumerate(section.lines, 1):
            lead = f"  {at_line}. " if section.asks else "  – "
            yield from _filled(words, width, lead)
