"""The shared tracks: name, number, bar, and a mark where a track is dangerous."""

from __future__ import annotations

from textual.content import Content

from game.review.standing import in_danger
from game.tui.draw.ink import BAD, DIM, STRONG, WARN, fit, lines, meter, say
from game.tui.draw.position import Position


def draw_tracks(position: Position, width: int) -> Content:
    """Two rows: names with numbers, and bars. ``!`` marks danger, ``!!`` one step from the end."""
    book, state = position.book, position.state
    tracks = book.scenario.tracks
    cell = width // max(1, len(tracks))
    names, bars = [], []
    for index, track in enumerate(tracks):
        value = state.tracks[index]
        mark, style = "", STRONG
        if in_danger(track, value):
            mark, style = " !", f"bold {WARN}"
            if track.collapse is not None and value >= track.collapse.at - 1:
                mark, style = " !!", f"bold {BAD}"
        limit = track.max if track.collapse is None else track.collapse.at
        # At the very end there is no room for it at 80 columns, and no need of it.
        end = "" if track.collapse is None or value >= limit else f"/{limit}"
        name = say((track.name, style), " ", (str(value), style), (end, DIM), (mark, style))
        names.append(fit(name, cell))
        width_of_bar = min(cell - 2, limit - track.min)
        bars.append(fit(meter(value, track.min, limit, width_of_bar, style), cell))
    return lines([say(*names), say(*bars)])
