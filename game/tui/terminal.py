"""The terminal as this game reads it: nothing that a terminal can send breaks the app.

Textual's own driver ends the app at a byte that is not UTF-8 and at a key code beyond Unicode,
waits for ever for the end of a paste that never ends, spins when the terminal is gone, and
believes any size. This one reads the bytes itself and leaves the rest to Textual. Unix only.
"""

from __future__ import annotations

import codecs
import os
import select
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from signal import SIGHUP
from typing import Any, TextIO

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys
from textual.message import Message

# Textual keeps its parser private; the tests that feed it fail if a version moves it.
from textual._xterm_parser import XTermParser  # isort: skip

LONGEST_PASTE = 1 << 16
"""Characters of a paste that are taken; the rest of it is dropped."""
PATIENCE = 1.0
"""Seconds of silence after which a paste is over, whether its end was seen or not."""
LARGEST = 2000
"""Columns or rows that are still believed."""

_PASTE = "\x1b[200~"
_PASTED = "\x1b[201~"
_CHUNK = 1 << 12
_NAP = 0.25
"""Seconds between two looks at whether a paste has fallen silent."""
_TWITCH = 0.01
"""The same while an escape sequence has begun."""


class Keyboard(XTermParser):
    """Makes events of what a terminal sends; never raises, and never waits for ever."""

    def __init__(self) -> None:
        super().__init__()
        self._pasting = False
        self._pasted = 0
        self._dropping = False
        self._tail = ""
        self._heard = time.monotonic()

    def feed(self, data: str) -> Iterator[Message]:
        """The events of some more text."""
        self._heard = time.monotonic()
        seen, self._tail = self._tail + data, (self._tail + data)[1 - len(_PASTED) :]
        if self._dropping:
            _, end, rest = seen.rpartition(_PASTED)
            if not end:
                return
            self._dropping = False
            self._tail = ""
            if rest:
                yield from self.feed(rest)
            return
        self._pasting = self._pasting or _PASTE in seen
        yield from self._fed(data)
        # The end of one paste and the start of the next may come in one piece.
        self._pasting = self._pasting or seen.rfind(_PASTE) > seen.rfind(_PASTED)
        self._pasted = self._pasted + len(data) if self._pasting else 0
        if self._pasted > LONGEST_PASTE:
            self._dropping = True
            yield from self._end_paste()

    def tick(self) -> Iterator[Message]:
        """The events that silence brings."""
        yield from super().tick()
        if time.monotonic() - self._heard >= PATIENCE:
            self._dropping = False
            if self._pasting:
                yield from self._end_paste()

    @property
    def due(self) -> bool:
        """Whether an escape sequence has begun of which the end may never come."""
        return self._timeout_time is not None

    def _end_paste(self) -> Iterator[Message]:
        yield from self._fed(_PASTED)
        self._pasting = False

    def _fed(self, data: str) -> Iterator[Message]:
        for event in super().feed(data):
            self._pasting = self._pasting and not isinstance(event, events.Paste)
            yield event

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002 - Textual's signature
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            # A code beyond Unicode, or more numbers than were asked for.
            return [events.Key(Keys.Ignore, None)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """A mouse event, or nothing if there is no such place or button."""
        with suppress(ArithmeticError, ValueError):
            return super().parse_mouse_code(code)
        return None


class Terminal(LinuxDriver):
    """Textual's driver with eyes and ears of our own."""

    def __init__(self, app: Any, **settings: Any) -> None:  # noqa: ANN401 - Textual's signature
        super().__init__(app, **settings)
        self._file: Any = _Screen(self._file)
        # Open for as long as the process lives: the driver is closed and started again by Ctrl+Z.
        self._hush, self._hushed = os.pipe()
        os.set_blocking(self._hush, False)

    def run_input_thread(self) -> None:
        """Read until the app ends or the terminal is gone."""
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        keyboard = Keyboard()
        with suppress(BlockingIOError):
            os.read(self._hush, _CHUNK)  # left over from before the app was suspended
        while not self.exit_event.is_set():
            nap = _TWITCH if keyboard.due else _NAP
            ready, _, _ = select.select([self.fileno, self._hush], [], [], nap)
            if self._hush in ready:
                return
            if ready:
                try:
                    data = os.read(self.fileno, _CHUNK)
                except OSError:
                    data = b""
                if not data:
                    self._app.call_later(self._app.exit, 128 + SIGHUP, 128 + SIGHUP)
                    return
                if text := decode(data):
                    self._pass_on(keyboard.feed(text))
            self._pass_on(keyboard.tick())

    def disable_input(self) -> None:
        """Stop reading, at once."""
        os.write(self._hushed, b"\0")
        super().disable_input()

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if self._believable(message):
                self.process_message(message)

    def _believable(self, message: Message) -> bool:
        """Whether there can be such a size, or such a place on the screen."""
        if isinstance(message, events.Resize):
            return all(0 < cells <= LARGEST for cells in message.size)
        if isinstance(message, events.MouseEvent):
            width, height = self._app.size
            return message.screen_x < width and message.screen_y < height
        return True


class _Screen:
    """What the driver writes to. A terminal that is gone takes everything and says nothing.

    Otherwise the thread that writes would die, and the app wait for it.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()
