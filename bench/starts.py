"""How long it takes until there is something to see: ``--help``, the app, a bare Textual app."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from fcntl import ioctl
from pathlib import Path
from tempfile import TemporaryDirectory
from termios import TIOCSWINSZ
from typing import Final

PATIENCE = 30.0
"""Seconds after which a program that shows nothing is given up."""

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Header()
        yield Static("There is something to see.")
        yield Footer()

Bare().run()
"""


_NO_BYTECODE: Final = "PYTHONDONTWRITEBYTECODE"
_BYTECODE: Final = TemporaryDirectory()
"""Where Python keeps what it has compiled, whatever the machine says: a player's Python keeps it,
and without it every start would compile the whole game, but not Textual.
"""
_CACHE: Final = TemporaryDirectory()
"""The cache folder, so that nothing is measured with what was found out about a game before."""


def environment(**own: str) -> dict[str, str]:
    """What a program finds around it that is played on a terminal.

    Args:
        own: variables of its own.
    """
    theirs = {name: set_to for name, set_to in os.environ.items() if name != _NO_BYTECODE}
    kept = {"PYTHONPYCACHEPREFIX": _BYTECODE.name, "XDG_CACHE_HOME": _CACHE.name}
    return {**theirs, **kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **own}


def until_done(arguments: list[str]) -> float:
    """Seconds until a program has ended."""
    around = environment()
    began = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=around)  # noqa: S603 - ours
    return time.perf_counter() - began


def until_painted(arguments: list[str], words: bytes) -> float:
    """Seconds until these words are on the screen of a terminal of 80 by 24."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - ours
            arguments,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(SHARED_ENEMY_SAVES=folder),
        )
        os.close(theirs)
        try:
            return _until_seen(ours, words, began)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            os.close(ours)


def _until_seen(terminal: int, words: bytes, began: float) -> float:
    seen = b""
    while (passed := time.perf_counter() - began) < PATIENCE:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                seen += os.read(terminal, 1 << 16)
            except OSError:
                # The other end is closed: the program is gone.
                raise RuntimeError(f"it ended before: {seen[-300:]!r}") from None
            if words in seen:
                return time.perf_counter() - began
    raise TimeoutError(f"nothing to see after {passed:.0f} seconds: {seen[-200:]!r}")


def helped(turns: int) -> dict[str, list[float]]:
    """The seconds of a bare Python, and of ``--help`` as a player calls it."""
    program = str(Path(sys.executable).with_name("shared-enemy"))
    return _in_turns(
        turns,
        {
            "python": lambda: until_done([sys.executable, "-c", "pass"]),
            "--help": lambda: until_done([program, "--help"]),
        },
    )


def painted(turns: int) -> dict[str, list[float]]:
    """The seconds of a bare app, and of ours."""
    return _in_turns(
        turns,
        {
            "bare app": lambda: until_painted([sys.executable, "-c", BARE], b"something to see"),
            "app": lambda: until_painted([sys.executable, "-m", "game"], b"New game"),
        },
    )


def _in_turns(turns: int, deeds: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """The seconds of all, taken in turns; the first turn only warms up."""
    times: dict[str, list[float]] = {name: [] for name in deeds}
    for turn in range(turns + 1):
        for name, deed in deeds.items():
            seconds = deed()
            if turn:
                times[name].append(seconds)
    return times
