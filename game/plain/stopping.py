"""Being asked to stop from outside, without ever stopping in the middle of a decision."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Stopped(BaseException):
    """The system, or Ctrl+C, asked the program to end.

    Attributes:
        signal: the number of the signal; the exit code is 128 more.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


class Stopping:
    """Turns signals into ``Stopped``: at once, or at the end of what must not be cut short."""

    def __init__(self) -> None:
        self._held = 0
        self._pending = 0

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Take the signals; give them back at the end."""
        before = {each: signal.signal(each, self._arrive) for each in SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nothing inside be cut short."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
        if self._pending and not self._held:
            pending, self._pending = self._pending, 0
            raise Stopped(pending)

    def _arrive(self, number: int, _frame: FrameType | None) -> None:
        if self._held:
            self._pending = number
        else:
            raise Stopped(number)
