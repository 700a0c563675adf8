"""A match from its start to its end on two rows: rounds, scores, and the moments that mattered."""

from __future__ import annotations

from textual.content import Content

from game.match.timeline import Timeline
from game.review.moments import Moment
from game.review.words import plain
from game.tui.draw.ink import DIM, STRONG, WARN, fit, lines, say, side_style


def draw_timeline(
    line: Timeline, found: tuple[Moment, ...], moment: int, name: str, width: int
) -> Content:
    """``name`` and scores above; below a bar with the rounds, ``◆`` for moments, ``█`` for here."""
    book, state = line.book, line.states[moment]
    total = len(line.decisions)
    head = say(
        ("Replay ", STRONG),
        f"{moment} of {total}  ",
        *(
            part
            for side, entry in enumerate(book.scenario.sides)
            for part in (
                (f"{entry.short} ", side_style(book, side)),
                f"{plain(state.tracks[book.score[side]])}  ",
            )
        ),
        (name, DIM),
    )
    here = next((each.words for each in found if each.ply == moment), "")
    note = say((f"◆ {here}", WARN)) if here else say("")
    row = fit(say(head, "  ", note), width)
    return lines([row, _bar(line, found, moment, width)])


def _bar(line: Timeline, found: tuple[Moment, ...], moment: int, width: int) -> Content:
    total = max(1, len(line.decisions))
    cells = [("─", DIM)] * width

    def place(ply: int) -> int:
        return min(ply * (width - 1) // total, width - 1)

    for cell in range(place(moment)):
        cells[cell] = ("━", STRONG)
    for each in found:
        cells[place(each.ply)] = ("◆", WARN)
    for ply in range(1, len(line.states)):
        if line.states[ply].round != line.states[ply - 1].round:
            for offset, digit in enumerate(str(line.states[ply].round)):
                if place(ply) + offset < width:
                    cells[place(ply) + offset] = (digit, DIM)
    cells[place(moment)] = ("█", STRONG)
    return say(*cells)
