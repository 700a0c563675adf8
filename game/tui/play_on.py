"""The wish to play on from a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from game.match import Match


class PlayOn(Message):
    """Somebody wants to play on in a match: in a variation, after so many decisions."""

    def __init__(self, match: Match, variation: int, ply: int) -> None:
        super().__init__()
        self.match = match
        self.variation = variation
        self.ply = ply
