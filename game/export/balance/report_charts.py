"""Pictures of a report: where figures lie, how games end, how long they are, when they are decided.

Each is an SVG of whole numbers with a sentence for whoever does not see it; all of it stands in
the tables beside it, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from game.balance.properties import Property, State
from game.export.balance.words import with_unit
from game.export.svg import element, fit, group, label, rect, stroke, width
from game.interval import Figure
from game.telling.messages import english

_WIDE: Final = 260
_HIGH: Final = 22
_BAR: Final = 560
_PLOT: Final = 130


def interval_chart(each: Property, figure: Figure, state: State, top: float) -> str:
    """A figure, its interval, and the bounds that it must lie between, on a line up to ``top``."""
    scale = 100 if each.unit == "share" else 1
    low, high = each.at_least, each.at_most
    span = max(top, 1e-9)

    def x(value: float) -> int:
        return int(4 + (_WIDE - 8) * min(max(value / span, 0.0), 1.0))

    middle = _HIGH // 2
    parts = []
    if low is not None or high is not None:
        left = x(0 if low is None else low / scale)
        right = x(span if high is None else high / scale)
        parts.append(rect(left, 2, right - left, _HIGH - 4, "aim"))
    parts.append(stroke(4, middle, _WIDE - 4, middle, "axis"))
    if figure.count:
        parts.append(rect(x(figure.low), middle - 2, x(figure.high) - x(figure.low), 4, state))
        parts.append(element("circle", cx=x(figure.value), cy=middle, r=5, class_=state))
    return picture(_WIDE, _HIGH, "", parts)


def reach(each: Property, figures: Sequence[Figure]) -> float:
    """How far the line of a property goes."""
    if each.unit == "share":
        return 1.0
    ends = [figure.high for figure in figures if figure.count]
    ends += [bound for bound in (each.at_least, each.at_most) if bound is not None]
    return max([*ends, 0.0]) * 1.05


def ending_chart(ends: Mapping[str, int], games: int) -> str:
    """How games end, as one bar."""
    left, parts, told = 0, [], []
    for place, (name, count) in enumerate(ends.items()):
        if not count:
            continue
        wide = _BAR * count // max(1, games)
        part = [rect(left, 0, wide, 34, f"end{place % 8}")]
        if width(name, 13) + 8 < wide:
            part.append(label(left + 6, 22, name, "on"))
        words = english().say("balance.page.of", name=name, count=count, games=games)
        parts.append(group(*part, title=words))
        told.append(words)
        left += wide
    return picture(_BAR, 34, english().say("balance.page.ends", ends="; ".join(told)), parts)


def length_chart(lengths: Mapping[int, int], step: int) -> str:
    """How many decisions games have, as bars."""
    if not lengths:
        return ""
    sizes = range(min(lengths), max(lengths) + step, step)
    wide = max(8, min(40, _BAR // max(1, len(sizes))))
    most = max(lengths.values())
    parts = []
    for place, size in enumerate(sizes):
        count = lengths.get(size, 0)
        high = (_PLOT - 40) * count // most
        words = english().say("balance.page.long", low=size, high=size + step - 1, count=count)
        bar = rect(place * wide + 1, _PLOT - 20 - high, wide - 2, high, "bar")
        parts.append(group(bar, title=words))
        if place % max(1, 60 // wide) == 0:
            parts.append(label(place * wide + 1, _PLOT - 4, str(size), "small"))
    return picture(
        max(_WIDE, wide * len(sizes)), _PLOT, english().say("balance.page.lengths"), parts
    )


def lead_chart(leads: Sequence[tuple[int, int]]) -> str:
    """Round by round, of decided games, in how many who gets more in the end is ahead."""
    if not any(count for _, count in leads):
        return ""
    step = _BAR // max(1, len(leads))
    half = 8 + (_PLOT - 30) // 2
    words = with_unit("50", "share")
    points: list[str] = []
    parts = [
        stroke(0, half, _BAR, half, "axis"),
        label(_BAR, half - 4, words, "small", text_anchor="end"),
    ]
    for place, (led, count) in enumerate(leads):
        across = place * step + step // 2
        parts.append(label(across, _PLOT - 2, str(place + 1), "small", text_anchor="middle"))
        if not count:
            continue
        down = 8 + (_PLOT - 30) * (count - led) // count
        points.append(f"{across},{down}")
        words = english().say("balance.page.led", round=place + 1, led=led, count=count)
        dot = element("circle", cx=across, cy=down, r=5, class_="told")
        parts.append(group(dot, title=words))
    parts.insert(1, element("polyline", points=" ".join(points), class_="curve"))
    return picture(_BAR, _PLOT, english().say("balance.page.leads"), parts)


def matrix_chart(
    rows: Sequence[str], heads: Sequence[str], values: Mapping[tuple[str, str], Figure]
) -> str:
    """What each seat gets against each: the darker the more."""
    cell, high, name = 64, 24, 180
    parts = []
    for place, head in enumerate(heads):
        words = fit(head, 11, cell - 4)
        parts.append(label(name + place * cell, 14, words, "small"))
    for row, one in enumerate(rows):
        top = 20 + row * high
        parts.append(label(0, top + 16, fit(one, 13, name - 8), "name"))
        for place, other in enumerate(heads):
            figure = values.get((one, other))
            if figure is None:
                continue
            shade = min(9, max(0, int(figure.value) // 10))
            box = rect(name + place * cell, top, cell - 2, high - 2, f"heat{shade}")
            text = label(name + place * cell + 6, top + 16, f"{figure.value:.0f}", "cell")
            words = english().say(
                "balance.page.met", first=one, second=other, payoff=f"{figure.value:.1f}"
            )
            parts.append(group(box, text, title=words))
    return picture(
        name + cell * len(heads),
        24 + high * len(rows),
        english().say("balance.page.matrix"),
        parts,
    )


def picture(wide: int, high: int, words: str, parts: Sequence[str], **more: str) -> str:
    """A drawing; without words it is for the eye alone, and said beside it. ``more`` are further
    attributes.
    """
    seen = {"role": "img", "aria-label": words} if words else {"aria-hidden": "true"}
    return element(
        "svg",
        "".join(parts),
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        **seen,
        **more,
    )
