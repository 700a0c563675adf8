"""The two sides: score against threshold, capital, and every argument they hold."""

from __future__ import annotations

from typing import Final

from game.export.board.view import STRONG, Drawn, View, diamond, dot, panel
from game.export.svg import element, fit, group, label, rect, stroke, width
from game.review.words import plain, signed
from game.rules import Phase, verdict
from game.rules.legal import ready
from game.rules.masks import bits
from game.rules.verdict import met

_PAD: Final = 16
_LINE: Final = 20
_MOST_PIPS: Final = 16


def draw_side(view: View, side: int, x: int, y: int, room: int) -> Drawn:
    """One side."""
    entry = view.book.scenario.sides[side]
    score = _score(view, side, x + _PAD, y + 34, room - 2 * _PAD)
    capital = _capital(view, side, x + _PAD, y + 84, room - 2 * _PAD)
    hand = _hand(view, side, x + _PAD, y + 112, room - 2 * _PAD)
    height = 112 + hand.height + 8
    name = fit(entry.name, STRONG, room - 2 * _PAD - 90)
    seat = x + _PAD + width(name, STRONG) + 6
    parts = [
        panel(x, y, room, height),
        rect(x, y + 8, 5, height - 16, f"side{side}"),
        label(x + _PAD, y + 26, name, "strong"),
        label(seat, y + 26, fit(view.game.seat(side), 12, x + room - 24 - seat), "small"),
        score,
        capital,
        hand.markup,
    ]
    if view.state.side == side:
        parts.append(
            element("path", d=f"M{x + room - 16} {y + 14}l-10 6l10 6z", class_=f"side{side}")
        )
    return Drawn(group(*parts), height)


def _score(view: View, side: int, x: int, y: int, room: int) -> str:
    """The bar reaches the right edge at the threshold, or at the score if that is more."""
    book, state = view.book, view.state
    entry = book.scenario.sides[side]
    score, threshold = state.tracks[book.score[side]], book.threshold[side]
    bonus = _bonus(view, side)
    when = "at the end" if state.phase is Phase.END else "as things stand"
    span = max(1, threshold, score)
    full, goal = (room * min(max(each, 0), span) // span for each in (score, threshold))
    # Paler, for what is fulfilled by now may still be lost.
    later = room * min(max(score + bonus, 0), span) // span
    words = f"{plain(score)} of {plain(threshold)} {entry.goal_short}"
    return group(
        label(x, y + 16, fit(words, 14, room - 120), "plain"),
        label(x + room, y + 16, f"{signed(bonus)} {when}", "small", text_anchor="end"),
        rect(x, y + 24, room, 12, "hollow"),
        rect(x, y + 24, later, 12, f"side{side} later"),
        rect(x, y + 24, full, 12, f"side{side}"),
        stroke(x + goal, y + 20, x + goal, y + 40, "end"),
        title=f"{entry.name}: {words}; objectives {signed(bonus)} {when}",
    )


def _bonus(view: View, side: int) -> int:
    """What the objectives that hold are worth; nothing after a collapse."""
    book, state = view.book, view.state
    if state.phase is Phase.END:
        return verdict(book, state).final[side] - state.tracks[book.score[side]]
    return sum(
        points
        for (owner, _, points), done in zip(book.objectives, met(book, state), strict=True)
        if done and owner == side
    )


def _capital(view: View, side: int, x: int, y: int, room: int) -> str:
    scale = view.book.scenario.sides[side].capital
    value = view.state.tracks[view.book.capital[side]]
    words = f"Capital {plain(value)} of {plain(scale.max)}"
    start = x + width(words, 13) + 14
    pips = scale.max - scale.min
    parts = [label(x, y + 14, words, "plain")]
    if pips <= _MOST_PIPS:
        step = min(18, max(4, (x + room - start) // max(1, pips)))
        for pip in range(pips):
            kind = "fill" if pip < value - scale.min else "hollow"
            parts.append(rect(start + pip * step, y + 4, step - 4, 12, kind))
    return group(*parts)


def _hand(view: View, side: int, x: int, y: int, room: int) -> Drawn:
    """The arguments in two columns: full or empty if ready or spent, a diamond on the record."""
    book, state = view.book, view.state
    on_hand = ready(book, state, side)
    wide = room // 2
    parts = []
    held = list(bits(book.held[side]))
    for place, argument in enumerate(held):
        entry = book.scenario.arguments[argument]
        is_ready = bool(on_hand >> argument & 1)
        on_record = bool(state.record[side] >> argument & 1)
        left, base = x + place % 2 * wide, y + place // 2 * _LINE + 14
        sign = diamond if on_record else dot
        how = f"{'ready' if is_ready else 'spent'}{', on the record' if on_record else ''}"
        parts.append(
            group(
                sign(left + 5, base - 4, "point" if is_ready else "ring"),
                label(
                    left + 16, base, fit(entry.name, 13, wide - 20), "tiny" if is_ready else "spent"
                ),
                title=f"{entry.name}: {how}. {entry.said_by(book.side_ids[side])}",
            )
        )
    return Drawn(group(*parts), -(-len(held) // 2) * _LINE)
