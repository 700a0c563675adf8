"""Who of those who play wants to be told what positions are worth: it is told if all of them do."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum


class Telling(Enum):
    """What comes of somebody's wish."""

    ON = "on"
    """It is told from now on."""
    OFF = "off"
    """It is told no longer, or nobody asks for it any more."""
    ASKED = "asked"
    """It is told if the other one, too, asks for it."""


class Consent:
    """The wishes of those who play. One is enough to end it; to begin it takes all."""

    def __init__(self) -> None:
        self._wanted: set[int] = set()

    def given(self, people: Collection[int]) -> bool:
        """Whether everybody who plays wants to be told.

        Args:
            people: the sides that people play.
        """
        return bool(people) and set(people) <= self._wanted

    def switch(self, side: int, people: Collection[int]) -> tuple[int, Telling]:
        """Somebody wants to be told, or wants it no longer.

        Args:
            side: the side that decides; if no person plays it, the first one of them is heard.
            people: the sides that people play.

        Returns:
            Who was heard, and what has come of it.
        """
        asks = side if side in people else min(people)
        if self.given(people) or asks in self._wanted:
            self._wanted.clear()
            return asks, Telling.OFF
        self._wanted.add(asks)
        return asks, Telling.ON if self.given(people) else Telling.ASKED
