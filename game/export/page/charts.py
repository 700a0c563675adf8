"""Charts of a game: both scores against their thresholds, and each track against its danger.

Every line is named where it ends, lines differ in more than colour, and the same numbers stand
in a table below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from game.export.exported_game import ExportedGame
from game.export.svg import element, fit, group, label, rect, stroke, width
from game.scenario.model import Track
from game.telling.messages import number
from game.telling.voice import Voice
from game.text import line
from game.text.escape import markup
from game.value import frozen


@frozen
class Frame:
    """Where numbers lie in a chart.

    Attributes:
        left, top: the corner of the plot.
        wide, high: its size.
        last: the number of the last position; the first is 0.
        low, top_value: the numbers at the bottom and at the top.
    """

    left: int
    top: int
    wide: int
    high: int
    last: int
    low: int
    top_value: int

    def x(self, ply: int) -> int:
        """Where a position lies."""
        return self.left + self.wide * ply // max(1, self.last)

    def y(self, value: int) -> int:
        """Where a number lies."""
        span = max(1, self.top_value - self.low)
        return self.top + self.high - self.high * (value - self.low) // span

    def steps(self, values: Sequence[int], kind: str) -> str:
        """Numbers as a line that changes where they do."""
        path = [f"M{self.x(0)} {self.y(values[0])}"]
        for ply, (before, value) in enumerate(pairwise(values), 1):
            if value != before:
                path.append(f"H{self.x(ply)}V{self.y(value)}")
        path.append(f"H{self.x(self.last)}")
        return element("path", d="".join(path), class_=kind)

    def across(self, value: int, kind: str) -> str:
        """A line across at a number."""
        return stroke(self.left, self.y(value), self.left + self.wide, self.y(value), kind)


_WIDE: Final = 1032
_HIGH: Final = 320
_NAMES: Final = 170
_AXIS: Final = 40
_SMALL: Final = 330
_LOW: Final = 150


def score_chart(game: ExportedGame, starts: Sequence[int]) -> str:
    """Both scores, position by position.

    Args:
        game: the game.
        starts: the positions at which the rounds begin.
    """
    book, scenario, voice = game.book, game.scenario, game.voice
    scores = [[state.tracks[index] for state in game.states] for index in book.score]
    last = len(game.decisions)
    verdict = game.verdict
    ends = [each[-1] for each in scores] if verdict is None else list(verdict.final)
    every = [*scores[0], *scores[1], *ends, *book.threshold, 0]
    frame = Frame(_AXIS, 18, _WIDE - _AXIS - _NAMES, _HIGH - 48, last, min(every), max(every))
    parts = [
        _rounds(frame, starts),
        *_scale(frame, _step(frame.top_value - frame.low)),
        label(
            frame.left + frame.wide + 28,
            frame.top + frame.high + 16,
            voice.say("export.chart.round"),
            "small",
        ),
    ]
    names = []
    for side, entry in enumerate(scenario.sides):
        parts.append(frame.across(book.threshold[side], f"goal line{side}"))
        parts.append(frame.steps(scores[side], f"line line{side}"))
        end = frame.left + frame.wide
        if ends[side] != scores[side][-1]:
            path = f"M{end} {frame.y(scores[side][-1])}V{frame.y(ends[side])}"
            parts.append(element("path", d=path, class_=f"jump line{side}"))
        parts.append(element("circle", cx=end, cy=frame.y(ends[side]), r=4, class_=f"dot{side}"))
        stands = voice.say("export.chart.stands", side=entry.short, value=ends[side])
        names.append((frame.y(ends[side]), stands, "strong"))
        goal = voice.say("export.chart.needs", side=entry.short, value=book.threshold[side])
        names.append((frame.y(book.threshold[side]), goal, "small"))
    parts += _names(names, frame.left + frame.wide + 12, frame.top, frame.top + frame.high)
    told = voice.say("names.list.space").join(
        voice.say(
            "export.chart.score",
            side=entry.name,
            score=scores[side][-1],
            final=ends[side],
            threshold=book.threshold[side],
        )
        for side, entry in enumerate(scenario.sides)
    )
    return chart(voice, voice.say("export.chart.scores"), told, (_WIDE, _HIGH), parts)


def track_chart(game: ExportedGame, index: int, starts: Sequence[int]) -> str:
    """A shared track, position by position."""
    track, voice = game.scenario.tracks[index], game.voice
    values = [state.tracks[index] for state in game.states]
    top = track.max if track.collapse is None else track.collapse.at
    frame = Frame(
        30, 34, _SMALL - 30 - 44, _LOW - 60, len(game.decisions), track.min, max(top, *values)
    )
    end = frame.left + frame.wide
    parts = [
        label(0, 16, fit(track.name, 17, 170), "strong"),
        label(width(track.name, 17) + 4, 16, fit(track.subject, 12, 150), "small"),
        *_danger(frame, track),
        _rounds(frame, starts),
        *_scale(frame, frame.top_value - frame.low),
        frame.steps(values, "line track"),
        element("circle", cx=end, cy=frame.y(values[-1]), r=4, class_="dot"),
        label(end + 10, frame.y(values[-1]) + 5, number(values[-1]), "strong"),
    ]
    if track.collapse is not None:
        parts.append(frame.across(track.collapse.at, "ruin"))
    told = voice.say(
        "export.chart.course",
        start=values[0],
        end=values[-1],
        low=min(values),
        high=max(values),
    )
    title = voice.say("export.chart.track", track=track.name, subject=track.subject)
    return chart(voice, title, told, (_SMALL, _LOW), parts)


def _danger(frame: Frame, track: Track) -> list[str]:
    """A shade where the scenario calls the track dangerous."""
    danger = track.danger
    if danger is None:
        return []
    bands = []
    if danger.at_least is not None:
        bands.append((danger.at_least, frame.top_value))
    if danger.at_most is not None:
        bands.append((frame.low, danger.at_most))
    return [
        rect(frame.left, frame.y(top), frame.wide, frame.y(low) - frame.y(top), "danger")
        for low, top in bands
    ]


def _rounds(frame: Frame, starts: Sequence[int]) -> str:
    """A thin line where each round begins, and its number where there is room for it."""
    parts = []
    free = 0
    for round_, ply in enumerate(starts, 1):
        x = frame.x(ply)
        parts.append(stroke(x, frame.top, x, frame.top + frame.high, "grid"))
        if x >= free:
            parts.append(label(x + 3, frame.top + frame.high + 16, str(round_), "small"))
            free = x + 20
    return group(*parts)


def _step(span: int) -> int:
    """How far apart the numbers of a scale stand, so that there are not too many."""
    return next((step for step in (1, 2, 5, 10, 20, 50) if span <= step * 7), 100)


def _scale(frame: Frame, step: int) -> list[str]:
    """Numbers at the left edge, with a line across for each."""
    first = -(-frame.low // step) * step
    parts = []
    for value in range(first, frame.top_value + 1, max(1, step)):
        parts.append(frame.across(value, "zero" if value == 0 else "grid"))
        parts.append(
            label(frame.left - 8, frame.y(value) + 4, number(value), "small", text_anchor="end")
        )
    return parts


def _names(names: list[tuple[int, str, str]], x: int, top: int, bottom: int) -> list[str]:
    """Names at the right edge, moved apart where they would cover each other."""
    placed: list[str] = []
    free = top
    left = len(names)
    for y, words, kind in sorted(names):
        free = max(free, min(y, bottom - 17 * (left - 1)))
        placed.append(label(x, free + 5, fit(words, 15, _NAMES - 16), kind))
        free, left = free + 17, left - 1
    return placed


def chart(voice: Voice, title: str, told: str, size: tuple[int, int], parts: Sequence[str]) -> str:
    """A drawing with its name, and what it shows for whoever does not see it."""
    wide, high = size
    names = element("title", markup(line(title))) + element("desc", markup(line(told)))
    return element(
        "svg",
        names + "".join(parts),
        class_="chart",
        role="img",
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        aria_label=line(voice.say("export.chart.named", title=title, course=told)),
    )
