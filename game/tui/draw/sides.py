"""The two sides: score against threshold, capital, arguments ready and spent, the record."""

from __future__ import annotations

from textual.content import Content

from game.review.words import plain, signed
from game.rules.legal import ready
from game.rules.verdict import met
from game.tui.draw.ink import DIM, GOOD, STRONG, fit, lines, meter, say, side_style
from game.tui.draw.position import Position

MARKS = {  # (ready, on record): how an argument is shown
    (True, False): "●",
    (True, True): "◆",
    (False, False): "○",
    (False, True): "◇",
}


def draw_side(position: Position, side: int, width: int) -> Content:
    """Two rows: score, objectives as things stand, capital; and the arguments with their marks."""
    return lines([_numbers(position, side, width), _arguments(position, side, width)])


def _numbers(position: Position, side: int, width: int) -> Content:
    book, state = position.book, position.state
    entry = book.scenario.sides[side]
    score, threshold = state.tracks[book.score[side]], book.threshold[side]
    capital = state.tracks[book.capital[side]]
    points = sum(
        points
        for (owner, _, points), done in zip(book.objectives, met(book, state), strict=True)
        if done and owner == side
    )
    reached = score + points >= threshold
    left = say(
        ("▶" if state.side == side else " ", STRONG),
        (entry.short, side_style(book, side)),
        f" {entry.goal_short} ",
        (plain(score), STRONG),
        (f"/{threshold} ", DIM),
        meter(score, 0, threshold, 14, side_style(book, side)),
        (f" {signed(points)} if it ended now", GOOD if reached else DIM),
    )
    right = say(
        "capital ",
        meter(capital, book.low[book.capital[side]], entry.capital.max, entry.capital.max, STRONG),
        (f" {capital}", STRONG),
        (f"/{entry.capital.max}", DIM),
    )
    room = max(0, width - right.cell_length - 1)
    return say(fit(left, room), " ", right)


def _arguments(position: Position, side: int, width: int) -> Content:
    book, state = position.book, position.state
    hand = ready(book, state, side)
    parts = [" "]
    cells: list[Content] = []
    for index, argument in enumerate(book.scenario.arguments):
        if not book.held[side] >> index & 1:
            continue
        is_ready = bool(hand >> index & 1)
        on_record = bool(state.record[side] >> index & 1)
        style = STRONG if is_ready else DIM
        cells.append(say((MARKS[is_ready, on_record] + argument.short, style)))
    return fit(say(*parts, Content(" ").join(cells)), width)
