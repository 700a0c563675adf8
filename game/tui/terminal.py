"""The terminal as this game reads it: nothing that a terminal can send breaks the app.

Textual's own driver ends the app at a byte that is not UTF-8 and at a key code beyond Unicode,
waits for ever for the end of a paste that never ends, spins when the terminal is gone, and
believes any size, waits for a terminal that does not read, and is started twice by SIGCONT. This
one reads and writes the bytes itself and leaves the rest to Textual. Unix only.
"""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message

from game.tui.output import Output

# Textual keeps its parser private; the tests that feed it fail if a version moves it.
from textual._xterm_parser import XTermParser  # isort: skip

LONGEST_PASTE = 1 << 16
"""Characters of a paste that are taken; the rest of it is dropped."""
PATIENCE = 1.0
"""Seconds of silence after which a paste is over, whether its end was seen or not."""
LARGEST = 2000
"""Columns or rows that are still believed."""
USUAL = (80, 24)
"""Columns and rows of a terminal that does not know its size."""

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
            return [_by_place(key) for key in super()._sequence_to_key_events(sequence, alt)]
        except (ValueError, OverflowError):
            # A code beyond Unicode, or more numbers than were asked for.
            return [events.Key(Keys.Ignore, None)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """A mouse event, or nothing if there is no such place or button."""
        with suppress(ArithmeticError, ValueError):
            return super().parse_mouse_code(code)
        return None


def _by_place(key: events.Key) -> events.Key:
    """Of a key with Ctrl or the like, which writes nothing, only the place counts."""
    if key.key.isascii() or "+" not in key.key or key.is_printable:
        return key
    from game.tui.layouts import others  # noqa: PLC0415 - most keyboards write ASCII

    name = next(others(key.key), key.key)
    return events.Key(name, None)


class Terminal(LinuxDriver):
    """Textual's driver with eyes, ears and a mouth of our own."""

    def __init__(self, app: Any, **settings: Any) -> None:  # noqa: ANN401 - Textual's signature
        self.output: Output | None = None
        """Where everything is written, while the terminal is the app's."""
        super().__init__(app, **settings)
        # Open for as long as the process lives: the driver is closed and started again by Ctrl+Z.
        self._hush, self._hushed = os.pipe()
        os.set_blocking(self._hush, False)
        self._size = self._size or self._get_terminal_size()
        # Textual's own would stop this process alone, and not between two events.
        self._loop.add_signal_handler(signal.SIGTSTP, self.rest)
        self._loop.add_signal_handler(signal.SIGCONT, self._woken)

    # ------------------------------------------------------------------ what is shown

    @property
    def _writer_thread(self) -> Any:  # noqa: ANN401 - in the place of Textual's own
        return self.output

    @_writer_thread.setter
    def _writer_thread(self, stock: object) -> None:
        self.output = Output(self._file, self._free) if stock and self._file else None

    def _free(self) -> None:
        with suppress(RuntimeError):  # the app has ended
            self._loop.call_soon_threadsafe(self._app.catch_up)  # type: ignore[attr-defined]  # it is our app

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's own size, whatever the environment says."""
        for stream in (sys.__stderr__, sys.__stdin__, sys.__stdout__):
            with suppress(AttributeError, OSError, ValueError):
                columns, rows = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]  # or it has none
                if columns and rows:
                    return min(columns, LARGEST), min(rows, LARGEST)
        return USUAL

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        # Textual asks for the size wherever it is interrupted. Two that overtake each other there
        # are told in the wrong order, and the app stays with the older one.
        self._loop.add_signal_handler(signal.SIGWINCH, self._resized)

    def _resized(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, without what it has not read yet."""
        if self.output is not None:
            self.output.forget()
        super().stop_application_mode()

    # ------------------------------------------------------------------ stopped by the shell

    def rest(self) -> None:
        """Give the terminal to the shell, and go on when the shell says so."""
        with self._deaf():
            self.suspend_application_mode()
            os.kill(0, signal.SIGTSTP)  # all of the job, as the terminal itself does it
            self._stay_behind()
            self._must_signal_resume = True
            self.resume_application_mode()

    def _woken(self) -> None:
        """Stopped without a word, and sent on: what the terminal is like now is unknown."""
        with self._deaf():
            self._stay_behind()
            self.suspend_application_mode()
            self.resume_application_mode()

    def _stay_behind(self) -> None:
        """Wait for as long as the terminal belongs to somebody else."""
        with suppress(OSError):
            while os.tcgetpgrp(self.fileno) != os.getpgrp():
                os.kill(os.getpid(), signal.SIGSTOP)

    @contextmanager
    def _deaf(self) -> Iterator[None]:
        """Let the system stop and wake this process, without a word to the app."""
        for number in (signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(number)
        try:
            yield
        finally:
            self._loop.add_signal_handler(signal.SIGTSTP, self.rest)
            self._loop.add_signal_handler(signal.SIGCONT, self._woken)

    # ------------------------------------------------------------------ what is heard

    def run_input_thread(self) -> None:
        """Read until the app ends or the terminal is gone."""
        decode = codecs.getincrementaldecoder(_encoding_of(sys.__stdin__))("replace").decode
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
                    self._app.call_later(self._app.exit, 128 + signal.SIGHUP, 128 + signal.SIGHUP)
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


def _encoding_of(stream: TextIO | None) -> str:
    """How a terminal writes what is typed; every terminal that writes ASCII can write UTF-8."""
    name = (stream and stream.encoding) or "utf-8"
    with suppress(LookupError):
        name = codecs.lookup(name).name
    return "utf-8" if name == "ascii" else name
