"""The shared tracks: name, number, bar, and a mark where a track is dangerous."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from game.review.standing import in_danger
from game.scenario.model import Track
from game.tui.draw.ink import BAD, DIM, STRONG, WARN, fit, lines, meter, say
from game.tui.draw.position import Position


def draw_tracks(position: Position, width: int) -> Content:
    """Two rows: names with numbers, and bars. ``!`` marks danger, ``!!`` one step from the end."""
    tracks = position.book.scenario.tracks
    names, bars = [], []
    for track, value, cell in zip(
        tracks, position.state.tracks, _cells(tracks, width), strict=False
    ):
        limit = _limit(track)
        width_of_bar = min(cell - 1, limit - track.min)
        bar = meter(value, track.min, limit, width_of_bar, _mark(track, value)[1])
        names.append(fit(_name(track, value), cell))
        bars.append(fit(bar, cell))
    return lines([say(*names), say(*bars)])


def _cells(tracks: Sequence[Track], width: int) -> list[int]:
    """How wide the column of each track is: all the same, unless a name needs more than that."""
    count = max(1, len(tracks))
    names = [
        1 + max(_name(each, value).cell_length for value in _turning_points(each))
        for each in tracks
    ]
    if max(names, default=0) <= width // count or sum(names) > width:
        return [width // count] * count
    bars = [
        max(name, 1 + _limit(each) - each.min) for name, each in zip(names, tracks, strict=True)
    ]
    needs = bars if sum(bars) <= width else names
    share, rest = divmod(width - sum(needs), count)
    return [*(need + share for need in needs[:-1]), needs[-1] + share + rest]


def _turning_points(track: Track) -> Iterator[int]:
    """Values of which one has the longest name; a track may have millions."""
    yield from (track.min, track.max)
    if track.collapse is not None:
        yield track.collapse.at - 1
    if track.danger is not None and track.danger.at_least is not None:
        yield from (track.danger.at_least - 1, track.danger.at_least)
    if track.danger is not None and track.danger.at_most is not None:
        yield from (track.danger.at_most, track.danger.at_most + 1)


def _limit(track: Track) -> int:
    return track.max if track.collapse is None else track.collapse.at


def _mark(track: Track, value: int) -> tuple[str, str]:
    """The mark of a value, and its style."""
    if not in_danger(track, value):
        return "", STRONG
    if track.collapse is not None and value >= track.collapse.at - 1:
        return " !!", f"bold {BAD}"
    return " !", f"bold {WARN}"


def _name(track: Track, value: int) -> Content:
    mark, style = _mark(track, value)
    # At the very end there is no room for it at 80 columns, and no need of it.
    end = "" if track.collapse is None or value >= track.collapse.at else f"/{track.collapse.at}"
    return say((track.name, style), " ", (str(value), style), (end, DIM), (mark, style))
