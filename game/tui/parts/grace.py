"""Keys that were meant for what was told do not decide what is asked after it."""

from __future__ import annotations

import math

from textual import events

from game.tui.pacing import GRACE
from game.tui.screens.front import Input


class Grace:
    """Keeps Enter, and clicks, from choosing right after they have gone on from beat to beat.

    Whoever presses on, or holds the key down, has to let go first; any other key says that what
    is asked has been seen.
    """

    def __init__(self) -> None:
        self._last = -math.inf
        """When Enter was refused last; never, if it takes what is offered."""

    def begin(self) -> None:
        """Something is asked that a key has led to."""
        self._last = 0.0

    def refuses(self, event: Input, seen: float) -> bool:
        """Whether it chooses too early.

        Args:
            event: what has come.
            seen: since when the choices are seen.
        """
        if isinstance(event, events.Key) and event.key != "enter":
            self._last = -math.inf
        if self._last < 0:
            return False
        early = event.time < max(self._last, seen) + GRACE
        self._last = event.time if early else -math.inf
        return early
