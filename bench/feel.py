"""How the app feels beside a bare Textual app in the same run: start, keys, idleness, end, memory.

Milliseconds are those of the processor, of which others on the machine take none, unless a row
says that it waits. What is compared is taken in turns.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from termios import TIOCSWINSZ
from typing import Final

from attrs import frozen

from bench.starts import BARE, PATIENCE, environment

SIZE: Final = (24, 80)
"""Rows and columns."""

QUIET: Final = 0.25
"""After so many seconds without output nothing more comes of a key."""

REST: Final = 0.01
"""Who works for fewer seconds meanwhile does nothing but look whether there is something to do."""

SILENT: Final = 8
"""So many times one is waited for that works and says nothing."""

IDLE: Final = 2.0
"""Seconds in which nothing is done."""

PRESSES: Final = 12

LIST: Final = """
from textual.app import App
from textual.widgets import Footer, Header, OptionList

class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Header()
        yield OptionList(*(f"Row {row} of a list of rows" for row in range(60)))
        yield Footer()

Bare().run()
"""

GAME: Final = [sys.executable, "-m", "game"]
SAVE: Final = "saves/grand-bargain.jsonl"

DOWN, RIGHT = b"\x1b[B", b"\x1b[C"
QUIT: Final = b"\x11"
"""Ctrl+Q."""


@frozen
class Scene:
    """A screen that is measured.

    Attributes:
        arguments: what is run.
        words: when these are there it has started.
        opened: the keys that lead to the screen from there.
        keys: two keys that are pressed in turns.
    """

    arguments: Sequence[str]
    words: bytes
    opened: Sequence[bytes] = ()
    keys: Sequence[bytes] = (DOWN, DOWN)


BARE_APP, BARE_LIST = "bare app", "bare list"

SCENES: Final[Mapping[str, Scene]] = {
    BARE_APP: Scene([sys.executable, "-c", BARE], b"something to see", keys=()),
    BARE_LIST: Scene([sys.executable, "-c", LIST], b"of rows"),
    "title": Scene(GAME, b"New game"),
    "table": Scene([*GAME, "play", "--ru", "student", "--seed", "1"], b"Round", [b"\r"]),
    "replay": Scene([*GAME, "replay", SAVE], b"Replay", [RIGHT, RIGHT], (RIGHT, RIGHT)),
    "new game": Scene(GAME, b"New game", [b"n"]),
    "help": Scene(GAME, b"New game", [b"?"]),
    "scenarios": Scene(GAME, b"New game", [b"s"]),
    "review, being made": Scene([*GAME, "replay", SAVE], b"Replay", [b"e"]),
}

THINKING: Final = Scene([*GAME, "play", "--us", "search:6", "--seed", "1"], b"Round", [b"\r"])
"""A table at which an opponent thinks for long."""


class Running:
    """A program on a terminal of its own."""

    def __init__(self, arguments: Sequence[str], saves: str) -> None:
        self._terminal, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        # Whoever has no settings yet is asked a question first.
        settings = Path(saves, "settings.json")
        settings.write_text("{}", encoding="utf-8")
        around = environment(SHARED_ENEMY_SAVES=saves, SHARED_ENEMY_SETTINGS=str(settings))
        self._began = time.perf_counter()
        self._process = subprocess.Popen(  # noqa: S603 - ours
            arguments, stdin=theirs, stdout=theirs, stderr=theirs, env=around
        )
        os.close(theirs)
        self._clock = ~self._process.pid << 3 | 2
        """Of the processor time of all its threads, as Linux numbers the clocks of processes."""

    @property
    def processor(self) -> float:
        """Seconds of the processor so far."""
        return time.clock_gettime(self._clock)

    @property
    def passed(self) -> float:
        """Seconds since it began."""
        return time.perf_counter() - self._began

    @property
    def memory(self) -> float:
        """The most memory that it has had, in megabytes."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        found = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
        return int(found) / 1024

    def read(self, seconds: float) -> bytes:
        """What it writes within so long, or nothing."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._terminal, 1 << 16)
        except OSError:
            return b""  # it is gone

    def wait_for(self, words: bytes) -> None:
        """Until these words are there."""
        seen = b""
        while words not in seen:
            if self.passed > PATIENCE or self._process.poll() is not None:
                raise TimeoutError(f"{words!r} is not there: {seen[-300:]!r}")
            seen += self.read(0.05)

    def settle(self) -> tuple[int, float]:
        """The bytes that it writes until it is quiet, and the seconds until the first of them.

        Whoever is silent and works is waited for a while: on a busy machine an answer takes long.
        """
        began, first, count, silent = time.perf_counter(), 0.0, 0, 0
        worked = self.processor
        while silent < SILENT:
            found = self.read(QUIET)
            before, worked = worked, self.processor
            if found:
                first = first or time.perf_counter() - began
                count += len(found)
            silent = 0 if found else silent + 1 if worked - before > REST else SILENT
        return count, first

    def press(self, key: bytes) -> None:
        os.write(self._terminal, key)

    def ended(self) -> float:
        """Seconds until it is gone."""
        began = time.perf_counter()
        while self._process.poll() is None:
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError("it does not end")
            self.read(0.005)
        return time.perf_counter() - began

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)


@contextmanager
def running(scene: Scene, *, opened: bool = True) -> Iterator[Running]:
    """A scene that runs, and is quiet on its screen if it is to be opened."""
    with TemporaryDirectory() as saves:
        program = Running(scene.arguments, saves)
        try:
            program.wait_for(scene.words)
            if opened:
                program.settle()
                for key in scene.opened:
                    program.press(key)
                    program.settle()
            yield program
        finally:
            program.end()


@frozen
class Start:
    """Milliseconds until there is something to see: of the processor, and waited."""

    processor: float
    waited: float


@frozen
class Felt:
    """What a screen costs.

    Attributes:
        key: milliseconds of the processor for a key, until all is quiet.
        waited: milliseconds until a key is answered on the screen.
        size: bytes that a key sends.
        idle: percent of the processor while nothing is done.
        idle_bytes: bytes that it sends meanwhile.
        memory: megabytes, at the most.
    """

    key: float
    waited: float
    size: float
    idle: float
    idle_bytes: int
    memory: float


def starts(turns: int) -> dict[str, Start]:
    """The start of every scene that has one of its own; the median."""
    found: dict[str, list[Start]] = {name: [] for name in (BARE_APP, "title", "table", "replay")}
    for name in found:
        with running(SCENES[name]) as program:  # Python keeps what it compiles
            program.press(QUIT)
            program.ended()
    for _ in range(turns):
        for name, each in found.items():
            with running(SCENES[name], opened=False) as program:
                each.append(Start(program.processor * 1000, program.passed * 1000))
    return {
        name: Start(
            median(one.processor for one in each),
            median(one.waited for one in each),
        )
        for name, each in found.items()
    }


def screens() -> dict[str, Felt]:
    """What every screen costs."""
    return {name: _felt(scene) for name, scene in SCENES.items()}


def _felt(scene: Scene) -> Felt:
    with running(scene) as program:  # Python compiles what opens later, too
        for key in scene.keys:
            program.press(key)
            program.settle()
    keys: list[float] = []
    waits: list[float] = []
    sizes: list[float] = []
    with running(scene) as program:
        for key in [*scene.keys] * PRESSES:
            before = program.processor
            program.press(key)
            size, first = program.settle()
            keys.append((program.processor - before) * 1000)
            waits.append(first * 1000)
            sizes.append(size)
        warm = len(scene.keys)  # the first time each is imported what it needs
        before, began, count = program.processor, time.perf_counter(), 0
        while (left := IDLE - (time.perf_counter() - began)) > 0:
            count += len(program.read(left))
        idle = (program.processor - before) / IDLE * 100
        return Felt(
            median(keys[warm:] or [0.0]),
            median(waits[warm:] or [0.0]),
            median(sizes[warm:] or [0.0]),
            idle,
            count,
            program.memory,
        )


def ends(turns: int) -> dict[str, float]:
    """Milliseconds from the key to quit until the program is gone; waited."""
    scenes = {
        **{name: SCENES[name] for name in (BARE_APP, "title", "table", "replay")},
        "table, opponent thinks": THINKING,
    }
    found: dict[str, list[float]] = {name: [] for name in scenes}
    for _ in range(turns):
        for name, scene in scenes.items():
            with running(scene) as program:
                program.press(QUIT)
                found[name].append(program.ended() * 1000)
    return {name: median(each) for name, each in found.items()}
