"""A program on a real terminal of our own: keys go in as bytes, bytes come out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
GLANCE = 0.05
"""Seconds between two looks at whether a silent program has ended; nothing hangs on them."""


class Terminal:
    """A terminal with a program on it.

    Args:
        command: what runs on it, after the interpreter.
        env: what its environment has besides.
        size: columns and rows.
    """

    def __init__(
        self, command: Sequence[str], env: dict[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""
        """Everything that the program has written."""
        self._master, slave = pty.openpty()
        self.resize(*size)
        self.modes = termios.tcgetattr(slave)
        inherited = {key: value for key, value in os.environ.items() if key not in _DROPPED}
        self.program = subprocess.Popen(
            [sys.executable, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=inherited | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | env,
            cwd=ROOT,
            start_new_session=True,
            # It is told of a new size, and can be stopped, as a program that a shell has started.
            preexec_fn=partial(fcntl.ioctl, slave, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no thread runs
        )
        self._slave = slave

    @property
    def text(self) -> str:
        """What a person reads on it now."""
        return "\n".join(row.rstrip() for row in self._screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and the row of the cursor, the first ones 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def resize(self, columns: int, rows: int) -> None:
        """Give it another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def type(self, keys: bytes) -> None:
        """Send bytes, as a keyboard would."""
        while keys:
            keys = keys[os.write(self._master, keys[:256]) :]
            self._take(0)

    def type_only(self, keys: bytes) -> None:
        """Send bytes, and read nothing meanwhile."""
        os.write(self._master, keys)

    def wipe(self) -> None:
        """Forget what is on it, as a terminal does that another program has used."""
        self._screen.reset()

    def read(self, patience: float = 0, most: int = 1 << 16) -> bool:
        """Read some of what has come, or of what comes within some seconds; whether it did."""
        return self._take(patience, most)

    def wait_for(self, words: str) -> str:
        """Read until words are on the screen; the screen then."""
        return self.wait(lambda: words in self.text, words)

    def wait(self, done: Callable[[], bool], what: str) -> str:
        """Read until something is so; the screen then."""
        try:
            while not done():
                assert not self._gone(), "the program has ended"
                self._take(GLANCE)
        except BaseException as error:  # also when the suite's own patience is at its end
            error.add_note(f"never {what!r}; ends with {self.sent[-300:]!r}\n{self.text}")
            raise
        return self.text

    def end(self) -> int:
        """Read until the program ends; its exit code, or minus the signal that ended it."""
        while self.program.poll() is None:
            self._take(GLANCE)
        while self._take(0):
            pass
        return self.program.returncode

    def kill(self, number: signal.Signals) -> int:
        """Send the program a signal; its exit code."""
        self.program.send_signal(number)
        return self.end()

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._master)
        self._master = -1

    @property
    def restored(self) -> bool:
        """Whether the terminal is as the program found it."""
        return termios.tcgetattr(self._slave) == self.modes and all(
            self.sent.rfind(off) > self.sent.rfind(on) >= 0 for on, off in _MODES
        )

    def close(self) -> None:
        """End the program by force, if it has not ended."""
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        for handle in (self._master, self._slave):
            if handle >= 0:
                os.close(handle)

    def _gone(self) -> bool:
        return self.program.poll() is not None and not self._take(0)

    def _take(self, patience: float, most: int = 1 << 16) -> bool:
        if self._master < 0 or not select.select([self._master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._master, most)
        except OSError:
            return False
        self.sent += data
        # pyte knows no private markers of key protocols, and takes them for text.
        self._stream.feed(_PRIVATE.sub(b"", data))
        return bool(data)


_DROPPED = {"NO_COLOR", "TEXTUAL", "COLUMNS", "LINES", "TMUX"}
_PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+[a-z]?")
_MODES = (  # what is switched on, and what switches it off
    (b"\x1b[?1049h", b"\x1b[?1049l"),
    (b"\x1b[?1000h", b"\x1b[?1000l"),
    (b"\x1b[?1003h", b"\x1b[?1003l"),
    (b"\x1b[?2004h", b"\x1b[?2004l"),
    (b"\x1b[?25l", b"\x1b[?25h"),
)


@contextmanager
def on_terminal(
    *command: str, folder: Path, size: tuple[int, int] = (80, 24), **env: str
) -> Iterator[Terminal]:
    """A program on a terminal of its own, with settings and folders of its own."""
    settings = folder / "settings.json"
    if not settings.exists():
        folder.mkdir(parents=True, exist_ok=True)
        settings.write_text("{}")
    own = {
        "SHARED_ENEMY_SAVES": str(folder / "saves"),
        "SHARED_ENEMY_SETTINGS": str(settings),
        "XDG_STATE_HOME": str(folder / "state"),
    }
    terminal = Terminal(command, own | env, size)
    try:
        yield terminal
    finally:
        terminal.close()
