"""What somebody who is asked for a decision, or about one, is shown of a line of play."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.match import Variation

if TYPE_CHECKING:
    from game.opponents import Game


def game_of(line: Variation, ply: int | None = None) -> Game:
    """The position after so many decisions, or the last one, how it came about, and who plays."""
    from game.opponents import Game  # noqa: PLC0415 - nobody is asked before the table is there

    timeline = line.timeline
    at = len(timeline.decisions) if ply is None else ply
    past = tuple(zip(timeline.states[:at], timeline.decisions[:at], strict=True))
    return Game(timeline.book, timeline.states[at], past, line.seats, timeline.sitting)
