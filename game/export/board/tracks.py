"""The shared tracks: a gauge for each, with its danger and its end marked."""

from __future__ import annotations

from typing import Final

from game.export.board.view import GAP, STRONG, DrawnPart, View, panel
from game.export.svg import element, fit, group, label, rect, stroke, width
from game.telling.board import Gauge, Nearness
from game.telling.messages import number
from game.telling.voice import Voice

_HIGH: Final = 80
_ABREAST: Final = 5
_PAD: Final = 12
_FILLS: Final = {Nearness.NONE: "fill", Nearness.NEAR: "fill-warn", Nearness.LAST: "fill-bad"}


def draw_tracks(view: View, x: int, y: int, room: int) -> DrawnPart:
    """All shared tracks, five abreast."""
    gauges = view.board.gauges
    columns = min(_ABREAST, len(gauges))
    edges = [x + (room + GAP) * column // columns for column in range(columns + 1)]
    parts = []
    for index, gauge in enumerate(gauges):
        left, right = edges[index % columns : index % columns + 2]
        top = y + index // columns * (_HIGH + GAP)
        parts.append(_gauge(view.voice, gauge, left, top, right - left - GAP))
    rows = -(-len(gauges) // columns)
    return DrawnPart(group(*parts), rows * (_HIGH + GAP) - GAP)


def _gauge(voice: Voice, gauge: Gauge, x: int, y: int, wide: int) -> str:
    value, of = number(gauge.value), voice.say("export.drawn_board.of", top=gauge.top)
    inner = wide - 2 * _PAD
    edge = x + wide - _PAD
    before = edge - width(of, 12) - 6
    names = before - x - _PAD - width(value, 22)
    parts = [
        panel(x, y, wide, _HIGH),
        label(x + _PAD, y + 23, fit(gauge.name, STRONG, names), "strong"),
        label(x + _PAD, y + 40, fit(gauge.subject, 12, inner), "small"),
        label(edge, y + 25, of, "small", text_anchor="end"),
        label(before, y + 25, value, "number", text_anchor="end"),
        *_bar(gauge, x + _PAD, y + 53, inner),
    ]
    places = {"track": gauge.name, "value": gauge.of, "about": gauge.about}
    about = voice.say("export.drawn_board.gauge", **places)
    if gauge.warning:
        about = voice.say("export.drawn_board.warned", **places, warning=gauge.warning)
    return group(*parts, title=about)


def _bar(gauge: Gauge, x: int, y: int, wide: int) -> list[str]:
    """The bar, a tick where danger begins, and a bold end where the track ends the game."""
    span = max(1, gauge.top - gauge.low)

    def along(amount: int) -> int:
        return x + wide * min(max(amount - gauge.low, 0), span) // span

    full = rect(x, y, along(gauge.value) - x, 12, _FILLS[gauge.danger])
    parts = [rect(x, y, wide, 12, "hollow"), full]
    parts += [stroke(along(limit), y - 3, along(limit), y + 15, "limit") for limit in gauge.limits]
    if gauge.ends:
        parts.append(element("path", d=f"M{x + wide} {y - 4}v20", class_="end"))
    return parts
