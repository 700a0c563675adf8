"""Writing to the terminal without ever waiting for it.

A terminal at the end of a slow line takes a few thousand characters a second. Whatever is drawn
meanwhile is overtaken by the next frame before it is read, so it is not sent: the app asks for its
turn first, and is told when the terminal has taken all that was sent. Nothing piles up, and what
is on the screen in the end is the newest.

Most terminals take all at once. For them nothing is handed to another thread, which would get its
turn only when the app has nothing more to do.
"""

from __future__ import annotations

import os
import select
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from game.tui.signs import encoded

GRACE = 2.0
"""Seconds after which a terminal that takes nothing more is left to itself."""
_ESCAPE = b"\x1b"
_CANCEL = b"\x18"
"""Ends a sequence of which only the beginning has come."""
_WHOLE = b"\x1b[0m\x1b[?2026l"
"""After a frame that was cut off: no style, and show what has come."""


class Output(threading.Thread):
    """Takes what is to be written. What the terminal does not take at once a thread writes.

    Args:
        file: the terminal; one that is gone takes everything and says nothing.
        free: called from the thread once all has been written, if a frame had to wait.
    """

    def __init__(self, file: TextIO, free: Callable[[], None]) -> None:
        super().__init__(name="output", daemon=True)
        self._to, self._own = _reopened(file.fileno())
        self._encoding = file.encoding or "utf-8"
        self._free = free
        self._changed = threading.Condition()
        self._queue: deque[tuple[bool, bytes]] = deque()
        self._parts: list[bytes] = []
        self._drawing: int | None = None
        self._begun = b""
        """The rest of a frame in the queue whose beginning was taken at once."""
        self._busy = False
        self._cut = False
        self._waiting = False
        self._stopping = self._given_up = False
        self._written = 0

    def turn(self) -> bool:
        """Whether a frame may be sent now. If not, ``free`` is called as soon as it may."""
        with self._changed:
            self._waiting = self._busy or bool(self._queue)
            return not self._waiting

    @contextmanager
    def frame(self) -> Iterator[None]:
        """What this thread writes meanwhile is one frame, which may be forgotten."""
        self._drawing = threading.get_ident()
        try:
            yield
        finally:
            self._drawing = None
            drawn, self._parts = b"".join(self._parts), []
            if drawn:
                self._put(drawn, frame=True)

    def write(self, text: str) -> None:
        """Write part of a frame, or codes that must arrive."""
        data = encoded(text, self._encoding)
        if self._drawing == threading.get_ident():
            self._parts.append(data)
        elif data:
            self._put(data, frame=False)

    def forget(self) -> None:
        """Send no more of what was drawn; all else still."""
        with self._changed:
            kept = [each for each in self._queue if not each[0]]
            self._cut = True
            self._queue = deque([(False, self._begun.partition(_ESCAPE)[0] + _WHOLE), *kept])
            self._begun = b""
            self._changed.notify()

    def stop(self) -> None:
        """Write the rest, and end; a terminal that takes nothing for a while is not waited for: it
        loses what it has not read, but gets the codes that must arrive.
        """
        with self._changed:
            self._stopping = True
            self._changed.notify()
        written = -1
        while self.is_alive() and written != self._written:
            written = self._written
            self.join(GRACE)
        if self._own and self.is_alive():
            with self._changed, suppress(OSError):
                self._given_up = True
                codes = b"".join(data for frame, data in self._queue if not frame)
                _forgotten(self._to)
                os.write(self._to, _CANCEL + _WHOLE + codes)

    def run(self) -> None:
        """Write until stopped."""
        try:
            while (entry := self._next()) is not None:
                self._send(*entry)
        finally:
            if self._own and not self._given_up:
                os.close(self._to)

    def _put(self, data: bytes, *, frame: bool) -> None:
        with self._changed:
            if self._own and not (self._busy or self._queue):
                data = self._at_once(data)
                self._begun = data if frame else b""
            if data:
                self._queue.append((frame, data))
                self._changed.notify()

    def _at_once(self, data: bytes) -> bytes:
        """Write what the terminal takes without being waited for; gives the rest."""
        try:
            sent = os.write(self._to, data)
        except BlockingIOError:
            return data
        except OSError:  # it is gone
            return b""
        self._written += sent
        return data[sent:]

    def _next(self) -> tuple[bool, bytes] | None:
        with self._changed:
            self._busy = False
            while not self._queue:
                if self._waiting:
                    self._waiting = False
                    self._free()
                if self._stopping:
                    return None
                self._changed.wait()
            self._busy, self._cut, self._begun = True, False, b""
            return self._queue.popleft()

    def _send(self, frame: bool, data: bytes) -> None:  # noqa: FBT001 - as it lies in the queue
        while data and not self._given_up:
            try:
                sent = os.write(self._to, data)
            except BlockingIOError:
                with suppress(OSError, ValueError):
                    select.select([], [self._to], [])
            except OSError:  # it is gone
                return
            else:
                data = data[sent:]
                self._written += sent
            if frame and self._cut:
                # No sequence is left half written: the terminal would wait for its end.
                data, self._cut = data.partition(_ESCAPE)[0], False


def _forgotten(to: int) -> None:
    """Take back what a terminal was sent and has not read."""
    if sys.platform != "win32":
        import termios  # noqa: PLC0415 - Windows has none

        termios.tcflush(to, termios.TCOFLUSH)


def _reopened(to: int) -> tuple[int, bool]:
    """A terminal opened anew, so that only this program does not wait for it; or as it is."""
    with suppress(OSError):
        return os.open(os.ttyname(to), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY), True
    return to, False
