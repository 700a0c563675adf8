"""The shared tracks: a gauge for each, with its danger and its end marked."""

from __future__ import annotations

from typing import Final

from game.export.board.view import GAP, STRONG, Drawn, View, panel
from game.export.svg import element, fit, group, label, rect, stroke, width
from game.review.standing import in_danger
from game.review.words import plain
from game.scenario.model import Track

_HIGH: Final = 80
_ABREAST: Final = 5
_PAD: Final = 12


def draw_tracks(view: View, x: int, y: int, room: int) -> Drawn:
    """All shared tracks, five abreast."""
    tracks = view.book.scenario.tracks
    columns = min(_ABREAST, len(tracks))
    edges = [x + (room + GAP) * column // columns for column in range(columns + 1)]
    parts = []
    for index, track in enumerate(tracks):
        left, right = edges[index % columns : index % columns + 2]
        top = y + index // columns * (_HIGH + GAP)
        parts.append(_gauge(track, view.state.tracks[index], left, top, right - left - GAP))
    rows = -(-len(tracks) // columns)
    return Drawn(group(*parts), rows * (_HIGH + GAP) - GAP)


def _gauge(track: Track, value: int, x: int, y: int, wide: int) -> str:
    end = None if track.collapse is None else track.collapse.at
    top = track.max if end is None else end
    state = "fill"
    if in_danger(track, value):
        state = "fill-bad" if end is not None and value >= end - 1 else "fill-warn"
    number = plain(value)
    inner = wide - 2 * _PAD
    edge = x + wide - _PAD
    of = f"of {plain(top)}"
    before = edge - width(of, 12) - 6
    names = before - x - _PAD - width(number, 22)
    parts = [
        panel(x, y, wide, _HIGH),
        label(x + _PAD, y + 23, fit(track.name, STRONG, names), "strong"),
        label(x + _PAD, y + 40, fit(track.subject, 12, inner), "small"),
        label(edge, y + 25, of, "small", text_anchor="end"),
        label(before, y + 25, number, "number", text_anchor="end"),
        *_bar(track, value, top, (x + _PAD, y + 53, inner), state),
    ]
    return group(*parts, title=f"{track.name}: {number} {of}. {track.about}")


def _bar(track: Track, value: int, top: int, place: tuple[int, int, int], kind: str) -> list[str]:
    """The bar, a tick where danger begins, and a bold end where the track ends the game."""
    x, y, wide = place
    span = max(1, top - track.min)

    def along(amount: int) -> int:
        return x + wide * min(max(amount - track.min, 0), span) // span

    parts = [rect(x, y, wide, 12, "hollow"), rect(x, y, along(value) - x, 12, kind)]
    danger = track.danger
    limits = () if danger is None else (danger.at_least, danger.at_most)
    parts += [
        stroke(along(limit), y - 3, along(limit), y + 15, "limit")
        for limit in limits
        if limit is not None
    ]
    if track.collapse is not None:
        parts.append(element("path", d=f"M{x + wide} {y - 4}v20", class_="end"))
    return parts
