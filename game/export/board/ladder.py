"""The ladder of motions, the highest tier on top, and the glass ceiling across it."""

from __future__ import annotations

from typing import Final

from game.export.board.view import Drawn, View, cross, dot, panel, tick
from game.export.svg import fit, group, label, rect, stroke, width
from game.review.standing import Standing, ceiling_tier, standing
from game.review.words import plain, say_reason, track_name
from game.rules.reasons import motion_price

_LABEL: Final = 178
_CHIP: Final = 30
_PAD: Final = 14


def draw_ladder(view: View, x: int, y: int, room: int) -> Drawn:
    """All tiers with their motions."""
    top = ceiling_tier(view.book, view.state)
    parts = [label(x + _PAD, y + 26, "Motions", "strong")]
    parts.append(_legend(x + _LABEL, y + 21))
    down = y + 40
    for tier in range(len(view.book.scenario.ladder.tiers), 0, -1):
        if tier == top:
            parts.append(_ceiling(view, top, x + _PAD, down, room - 2 * _PAD))
            down += 26
        drawn = _tier(view, tier, x, down, room)
        parts.append(drawn.markup)
        down += drawn.height
    if not top:
        parts.append(_ceiling(view, top, x + _PAD, down, room - 2 * _PAD))
        down += 26
    height = down - y + 6
    return Drawn(group(panel(x, y, room, height), *parts), height)


def _legend(x: int, y: int) -> str:
    parts = []
    for each in Standing:
        parts += [_mark(each, x + 6, y), label(x + 16, y + 4, each.value, "small")]
        x += 34 + width(each.value, 12)
    return group(*parts)


def _mark(how: Standing, x: int, y: int) -> str:
    match how:
        case Standing.CARRIED:
            return tick(x, y)
        case Standing.OPEN:
            return dot(x, y, "ring")
        case Standing.DEAR:
            return label(x, y + 5, "$", "strong", text_anchor="middle")
        case Standing.BARRED:
            return cross(x, y)
        case Standing.CLOSED:
            return dot(x, y, "point", 2)


def _ceiling(view: View, top: int, x: int, y: int, room: int) -> str:
    """The line itself. At the very top nothing is above it."""
    book = view.book
    ladder = book.scenario.ladder
    value = plain(view.state.tracks[book.ceiling])
    clear = top == len(ladder.tiers)
    does = "closes nothing" if clear else f"closes what is above; only {ladder.exempt} passes"
    words = f"{ladder.ceiling_name}: {track_name(book, ladder.ceiling).lower()} {value} {does}"
    kind = "glass-clear" if clear else "glass"
    words = fit(words, 13, room - 60)
    start = x + 34 + width(words, 13)
    return group(
        stroke(x, y + 10, x + 20, y + 10, kind),
        label(x + 26, y + 14, words, "small" if clear else "warning"),
        stroke(start, y + 10, max(start, x + room), y + 10, kind),
        title=ladder.ceiling_about,
    )


def _tier(view: View, number: int, x: int, y: int, room: int) -> Drawn:
    book = view.book
    ladder = book.scenario.ladder
    tier = ladder.tiers[number - 1]
    limits = []
    if tier.gate > book.low[book.gate]:
        limits.append(f"{track_name(book, ladder.gate).lower()} ≥ {plain(tier.gate)}")
    if tier.ceiling < book.high[book.ceiling]:
        limits.append(f"{track_name(book, ladder.ceiling).lower()} ≤ {plain(tier.ceiling)}")
    room_left = _LABEL - _PAD - 8
    parts = [
        label(x + _PAD, y + 18, fit(f"{number} {tier.name}", 14, room_left), "plain"),
        label(x + _PAD, y + 34, fit(", ".join(limits), 12, room_left), "small"),
    ]
    left, right = x + _LABEL, x + room - _PAD
    at, down = left, y
    for index, motion in enumerate(book.scenario.motions):
        if motion.tier != number:
            continue
        wide = _chip_width(view, index, right - left)
        if at > left and at + wide > right:
            at, down = left, down + _CHIP + 6
        parts.append(_chip(view, index, at, down, wide))
        at += wide + 8
    return Drawn(group(*parts), max(44, down + _CHIP - y + 12))


def _price(view: View, motion: int, how: Standing) -> str:
    return "" if how is Standing.CARRIED else str(motion_price(view.book, view.state, motion))


def _chip_width(view: View, motion: int, most: int) -> int:
    how, _ = standing(view.book, view.state, motion)
    name = width(view.book.scenario.motions[motion].short, 14)
    return min(most, 36 + name + 10 + width(_price(view, motion, how), 12))


def _chip(view: View, motion: int, x: int, y: int, wide: int) -> str:
    book, state = view.book, view.state
    entry = book.scenario.motions[motion]
    how, reasons = standing(book, state, motion)
    price = _price(view, motion, how)
    on_table = state.debate is not None and state.debate.motion == motion
    kind = f"chip chip-{how.name.lower()}{' chip-table' if on_table else ''}"
    why = "; ".join([str(how.value), *(say_reason(book, each) for each in reasons)])
    name = fit(entry.short, 14, wide - 40 - width(price, 12))
    faint = how in (Standing.BARRED, Standing.CLOSED)
    return group(
        rect(x, y, wide, _CHIP, kind, rx=6),
        _mark(how, x + 14, y + _CHIP // 2),
        label(x + 26, y + 20, name, "faint" if faint else "plain"),
        label(x + wide - 8, y + 20, price, "small", text_anchor="end"),
        title=f"{entry.name}: {why}. {entry.text}" + (f" Cost {price}." if price else ""),
    )
