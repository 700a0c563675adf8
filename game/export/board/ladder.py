"""The ladder of motions, the highest tier on top, and the glass ceiling across it."""

from __future__ import annotations

from typing import Final

from game.export.board.view import DrawnPart, View, cross, dot, panel, tick
from game.export.svg import fit, group, label, rect, stroke, width
from game.review.standing import MotionStanding
from game.telling.board import Rung, RungMotion, ShownLadder
from game.telling.messages import number

_LABEL: Final = 178
_CHIP: Final = 30
_PAD: Final = 14


def draw_ladder(view: View, x: int, y: int, room: int) -> DrawnPart:
    """All tiers with their motions."""
    ladder = view.board.ladder
    parts = [label(x + _PAD, y + 26, view.voice.say("export.drawn_board.motions"), "strong")]
    parts.append(_legend(view, x + _LABEL, y + 21))
    down = y + 40
    for rung in reversed(ladder.rungs):
        if rung.number == ladder.open_to:
            parts.append(_ceiling(ladder, x + _PAD, down, room - 2 * _PAD))
            down += 26
        drawn = _rung(view, rung, x, down, room)
        parts.append(drawn.markup)
        down += drawn.height
    if not ladder.open_to:
        parts.append(_ceiling(ladder, x + _PAD, down, room - 2 * _PAD))
        down += 26
    height = down - y + 6
    return DrawnPart(group(panel(x, y, room, height), *parts), height)


def _legend(view: View, x: int, y: int) -> str:
    parts = []
    for each in MotionStanding:
        name = view.voice.say(f"board.stands.{each.name.lower()}")
        parts += [_mark(each, x + 6, y), label(x + 16, y + 4, name, "small")]
        x += 34 + width(name, 12)
    return group(*parts)


def _mark(how: MotionStanding, x: int, y: int) -> str:
    match how:
        case MotionStanding.CARRIED:
            return tick(x, y)
        case MotionStanding.OPEN:
            return dot(x, y, "ring")
        case MotionStanding.EXPENSIVE:
            return label(x, y + 5, "$", "strong", text_anchor="middle")
        case MotionStanding.BARRED:
            return cross(x, y)
        case MotionStanding.CLOSED:
            return dot(x, y, "point", 2)
        case MotionStanding.EXCLUDED:
            return stroke(x - 4, y, x + 4, y, "mark")


def _ceiling(ladder: ShownLadder, x: int, y: int, room: int) -> str:
    """The line itself. At the very top nothing is above it."""
    kind = "glass-clear" if ladder.clear else "glass"
    words = fit(ladder.ceiling_sentence, 13, room - 60)
    start = x + 34 + width(words, 13)
    return group(
        stroke(x, y + 10, x + 20, y + 10, kind),
        label(x + 26, y + 14, words, "small" if ladder.clear else "warning"),
        stroke(start, y + 10, max(start, x + room), y + 10, kind),
        title=ladder.ceiling_about,
    )


def _rung(view: View, rung: Rung, x: int, y: int, room: int) -> DrawnPart:
    room_left = _LABEL - _PAD - 8
    name = view.voice.say("export.drawn_board.tier", number=rung.number, name=rung.name)
    parts = [
        label(x + _PAD, y + 18, fit(name, 14, room_left), "plain"),
        label(x + _PAD, y + 34, fit(rung.needs, 12, room_left), "small"),
    ]
    left, right = x + _LABEL, x + room - _PAD
    at, down = left, y
    for step in rung.steps:
        wide = min(right - left, 46 + width(step.short, 14) + width(_price(step), 12))
        if at > left and at + wide > right:
            at, down = left, down + _CHIP + 6
        parts.append(_chip(view, step, at, down, wide))
        at += wide + 8
    return DrawnPart(group(*parts, title=rung.needs), max(44, down + _CHIP - y + 12))


def _price(step: RungMotion) -> str:
    return "" if step.price is None else number(step.price)


def _chip(view: View, step: RungMotion, x: int, y: int, wide: int) -> str:
    price = _price(step)
    kind = f"chip chip-{step.how.name.lower()}{' chip-table' if step.on_table else ''}"
    name = fit(step.short, 14, wide - 40 - width(price, 12))
    faint = step.how not in (
        MotionStanding.CARRIED,
        MotionStanding.OPEN,
        MotionStanding.EXPENSIVE,
    )
    places = {"motion": step.name, "stands": step.stands, "text": step.text}
    about = view.voice.say("export.drawn_board.step", **places)
    if step.price is not None and step.worth:
        about = view.voice.say("export.drawn_board.worth", **places, worth=step.worth)
    return group(
        rect(x, y, wide, _CHIP, kind, rx=6),
        _mark(step.how, x + 14, y + _CHIP // 2),
        label(x + 26, y + 20, name, "faint" if faint else "plain"),
        label(x + wide - 8, y + 20, price, "small", text_anchor="end"),
        title=" ".join(filter(None, (about, step.fork))),
    )
