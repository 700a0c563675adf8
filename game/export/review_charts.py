"""A review drawn: what the game was worth decision by decision, and the plane of both payoffs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from game.export.exported_game import ExportedGame
from game.export.page.charts import Frame, chart
from game.export.svg import element, fit, label, stroke
from game.review.bargaining import Point
from game.review.evaluations import TO_A_HUNDREDTH
from game.review.reviewed_line import ReviewedLine
from game.telling.messages import number
from game.telling.plane import corners, plane_points
from game.telling.review import StepTold, tenths

_WIDE: Final = 1032
_HIGH: Final = 300
_NAMES: Final = 120
_AXIS: Final = 44
_SQUARE: Final = 460
_STEP: Final = 20 * TO_A_HUNDREDTH
"""How far apart the numbers of a scale stand."""
_LETTER: Final = 12
"""What a further letter takes in a sign."""
_SIGN: Final = 9
"""Half of what a sign takes. Signs that are no further apart are drawn as one."""


def worth_chart(game: ExportedGame, reviewed: ReviewedLine, told: Sequence[StepTold]) -> str:
    """What the game was worth to both sides, with the signs of the marks."""
    voice, found = game.voice, reviewed.review
    last = max(1, len(reviewed.line.decisions))
    lines = [[(step.ply, step.worth[side]) for step in found.steps] for side in (0, 1)]
    for side in (0, 1):
        lines[side].append((last, found.end[side]))
    every = [worth for points in lines for _, worth in points]
    low, high = _bounds(every)
    frame = Frame(_AXIS, 18, _WIDE - _AXIS - _NAMES, _HIGH - 36, last, low, high)
    parts = _levels(frame)
    signs, names = [], []
    for side, points in enumerate(lines):
        places = [(frame.x(ply), frame.y(worth)) for ply, worth in points]
        parts.append(_path(places, f"line line{side}"))
        by_ply = dict(points)
        for each in told:
            if each.sign and each.step.side == side:
                x, y = frame.x(each.step.ply), frame.y(by_ply[each.step.ply])
                signs.append(element("circle", cx=x, cy=y, r=9, class_=f"mark mark{side}"))
                signs.append(label(x, y + 5, each.sign, "strong", text_anchor="middle"))
        end = tenths(found.end[side])
        words = voice.say("review.change", side=voice.side_short(side), change=end)
        names.append((places[-1][1], words, side))
    free = frame.top
    for place, (y, words, side) in enumerate(sorted(names)):
        free = max(free, min(y, frame.top + frame.high - 18 * (1 - place)))
        x = frame.left + frame.wide
        parts.append(element("circle", cx=x, cy=frame.y(found.end[side]), r=4, class_=f"dot{side}"))
        parts.append(label(x + 12, free + 5, fit(words, 15, _NAMES - 14), "strong"))
        free += 18
    course = voice.say("names.list.semicolon").join(
        voice.say(
            "review.curve",
            side=voice.side(side),
            start=tenths(found.start[side]),
            end=tenths(found.end[side]),
        )
        for side in (0, 1)
    )
    return chart(voice, voice.say("review.curves"), course, (_WIDE, _HIGH), [*parts, *signs])


def plane_chart(game: ExportedGame, reviewed: ReviewedLine) -> str:
    """The plane of both payoffs: the way of the game, the frontier, and the points with a name."""
    voice, found = game.voice, reviewed.review
    named, edge = plane_points(voice, reviewed), corners(voice, reviewed)
    way = [step.worth for step in found.steps] + [found.end]
    every = [each.point for each in (*named, *edge)] + [
        (Fraction(first), Fraction(second)) for first, second in way
    ]
    low, high = _bounds([int(worth) for point in every for worth in point])
    frame = Frame(_AXIS, 14, _SQUARE - _AXIS - 20, _SQUARE - 60, high - low, low, high)

    def place(point: Point | tuple[int, int]) -> tuple[int, int]:
        return frame.x(round(point[0]) - low), frame.y(round(point[1]))

    parts = _levels(frame)
    for worth in range(low, high + 1, _STEP):
        x = frame.x(worth - low)
        parts.append(stroke(x, frame.top, x, frame.top + frame.high, "grid"))
        words = number(worth // TO_A_HUNDREDTH)
        parts.append(label(x, frame.top + frame.high + 18, words, "small", text_anchor="middle"))
    parts.append(
        label(
            frame.left + frame.wide,
            frame.top + frame.high + 36,
            fit(voice.side(0), 14, frame.wide),
            "strong",
            text_anchor="end",
        )
    )
    parts.append(label(frame.left + 6, frame.top + 14, fit(voice.side(1), 14, 160), "strong"))
    parts.append(_path([place(point) for point in way], "way"))
    if edge:
        parts.append(_path([place(each.point) for each in edge], "edge"))
    if reviewed.reachable is not None:
        for each in reviewed.reachable.points:
            x, y = place(each)
            parts.append(element("circle", cx=x, cy=y, r=3, class_="found"))
    for x, y, letters in _signs([(*place(each.point), each.letter) for each in named]):
        wide = 2 * _SIGN + _LETTER * (len(letters) - 1)
        shape = {"x": x - wide // 2, "y": y - _SIGN, "width": wide, "height": 2 * _SIGN}
        parts.append(element("rect", **shape, rx=_SIGN, class_="mark"))
        parts.append(label(x, y + 5, letters, "strong", text_anchor="middle"))
    course = voice.say("names.list.semicolon").join(each.words for each in (*named, *edge))
    title = voice.say("review.plane.heading")
    return chart(voice, title, course, (_SQUARE, _SQUARE), parts)


def _signs(named: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Letters with their places; those that would cover one another together, at the first one."""
    found: list[tuple[int, int, str]] = []
    for x, y, letter in named:
        for at, (left, top, letters) in enumerate(found):
            if max(abs(x - left), abs(y - top)) <= _SIGN:
                found[at] = (left, top, letters + letter)
                break
        else:
            found.append((x, y, letter))
    return found


def _bounds(worths: Sequence[int]) -> tuple[int, int]:
    """Where a scale begins and ends."""
    low, high = min(0, *worths), max(1000, *worths)
    return _STEP * (low // _STEP), -_STEP * (-high // _STEP)


def _levels(frame: Frame) -> list[str]:
    """Numbers at the left edge, with a line across for each."""
    parts = []
    for worth in range(frame.low, frame.top_value + 1, _STEP):
        parts.append(frame.across(worth, "zero" if worth == 0 else "grid"))
        words = number(worth // TO_A_HUNDREDTH)
        parts.append(label(frame.left - 8, frame.y(worth) + 4, words, "small", text_anchor="end"))
    return parts


def _path(places: Sequence[tuple[int, int]], kind: str) -> str:
    """A line through some places."""
    path = [f"M{places[0][0]} {places[0][1]}"]
    path += [f"L{x} {y}" for before, (x, y) in pairwise(places) if (x, y) != before]
    return element("path", d="".join(path), class_=kind)
