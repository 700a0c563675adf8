"""Wishes that lead from a screen to a match; the app knows the ways there."""

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


class SitDown(Message):
    """Somebody who watches a match wants to play it."""

    def __init__(self, match: Match) -> None:
        super().__init__()
        self.match = match


class Begin(Message):
    """Somebody wants to begin a match of a scenario."""

    def __init__(self, scenario: str) -> None:
        super().__init__()
        self.scenario = scenario


class Teach(Message):
    """Somebody wants to begin a lesson; or to choose one, if none is named."""

    def __init__(self, lesson: str | None) -> None:
        super().__init__()
        self.lesson = lesson


class Rematch(Message):
    """Somebody wants to play what has been played once more, with other news."""

    def __init__(self, match: Match, *, swapped: bool) -> None:
        super().__init__()
        self.match = match
        self.swapped = swapped
