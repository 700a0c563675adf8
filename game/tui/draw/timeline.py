"""A match from its start to its end on two rows: rounds, scores, and the moments that mattered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import groupby
from typing import Final

from textual.content import Content

from game.match.timeline import Timeline
from game.review.turning_points import turning_points
from game.telling.messages import number
from game.telling.turning_points import say_turn
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, STRONG, fit, say, side_style

Cell = tuple[str, str]

SETTLED: Final[Cell] = ("◇", STRONG)
PROVISIONAL: Final[Cell] = ("◦", DIM)
"""What stands for a mark of a review, and for one that comes of a first look and may change."""


class Marks:
    """What a line of play is marked with: where its rounds begin, and the moments that mattered.

    It is found once for a line. To draw the line at a moment costs the same however long it is.

    Args:
        voice: who tells the moments.
        line: the line of play, which must not grow meanwhile.
    """

    def __init__(self, voice: Voice, line: Timeline) -> None:
        self.line = line
        self.points = turning_points(line.book, line.states, line.consequences)
        self.moments = {each.ply: say_turn(voice, each.turn) for each in self.points}
        """What turned in them, by the number of decisions up to them."""
        self._plies = [*self.moments]
        states = line.states
        self._rounds = [
            ply for ply in range(1, len(states)) if states[ply].round != states[ply - 1].round
        ]
        self.judged: Mapping[int, str] = {}
        """What a review calls a decision, by the number of decisions up to it."""
        self.sign: Cell = SETTLED
        """What stands for that on a bar."""
        self._bar: list[Cell] = []

    def judge(self, judged: Mapping[int, str], *, provisional: bool) -> None:
        """Mark what a review says, and whether that may still change."""
        self.judged, self._bar = judged, []
        self.sign = PROVISIONAL if provisional else SETTLED

    def round_from(self, moment: int, by: int) -> int:
        """Where the next round begins, or this one, or the one before; the end or the start."""
        return _beside(self._rounds, moment, by, len(self.line.decisions))

    def moment_from(self, moment: int, by: int) -> int:
        """The next moment that mattered, or the one before; the end or the start."""
        return _beside(self._plies, moment, by, len(self.line.decisions))

    def place(self, ply: int, width: int) -> int:
        """The cell in which a moment stands on a bar."""
        return min(ply * (width - 1) // max(1, len(self.line.decisions)), width - 1)

    def bar(self, width: int) -> list[Cell]:
        """The whole line as a bar of so many cells."""
        if len(self._bar) != width:
            cells = [("─", DIM)] * width
            for ply in self.judged:
                cells[self.place(ply, width)] = self.sign
            for ply in self.moments:
                cells[self.place(ply, width)] = ("◆", STRONG)
            for ply in self._rounds:
                at = self.place(ply, width)
                for cell, digit in zip(
                    range(at, width), str(self.line.states[ply].round), strict=False
                ):
                    cells[cell] = (digit, DIM)
            self._bar = cells
        return [*self._bar]


def draw_timeline(marks: Marks, moment: int, name: str, width: int) -> tuple[Content, Content]:
    """``name`` and scores above; below a bar with the rounds, ``◆`` for moments, ``◇`` for what a
    review marks, ``◦`` if that may still change, and ``█`` for here.
    """
    line = marks.line
    book, state = line.book, line.states[moment]
    head = say(
        ("Replay ", STRONG),
        f"{moment} of {len(line.decisions)}  ",
        *(
            part
            for side, entry in enumerate(book.scenario.sides)
            for part in (
                (f"{entry.short} ", side_style(book, side)),
                f"{number(state.tracks[book.score[side]])}  ",
            )
        ),
        (name, DIM),
    )
    notes = (("◆", marks.moments.get(moment)), (marks.sign[0], marks.judged.get(moment)))
    note = say((" ".join(f"{sign} {words}" for sign, words in notes if words), STRONG))
    row = fit(say(head, "  ", note), width)
    return row, _bar(marks, moment, width)


def _bar(marks: Marks, moment: int, width: int) -> Content:
    cells, here = marks.bar(width), marks.place(moment, width)
    for cell in range(here):
        if cells[cell] == ("─", DIM):
            cells[cell] = ("━", STRONG)
    cells[here] = ("█", STRONG)
    # As few parts as there are styles in a row.
    runs = groupby(cells, lambda cell: cell[1])
    return say(*(("".join(text for text, _ in run), style) for style, run in runs))


def _beside(plies: list[int], moment: int, by: int, last: int) -> int:
    """The next of some plies, or the one before; if there is none, the end or the start."""
    if by > 0:
        after = bisect_right(plies, moment)
        return plies[after] if after < len(plies) else last
    before = bisect_left(plies, moment)
    return plies[before - 1] if before else 0
