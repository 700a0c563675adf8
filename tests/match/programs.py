"""``kill -9`` at any moment while a whole program plays: nothing that was acknowledged is lost.

The plain game with answers on its standard input, and the app in a terminal of its own, both as
they are started from a command line. The children are forked, so run this in a process of its
own::

    python -m tests.match.programs plain 500
    python -m tests.match.programs app 100
"""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from game.cli.running import run as run_program
from game.match import Journal, Match
from game.match.event import CHANCE, Commented, Decided
from game.match.listeners import Listeners
from game.match.timeline import Timeline
from game.rules import Phase
from game.tui import navigation
from tests.match.games import new
from tests.match.tally import Tally

NEEDED = (navigation,)
"""What no child has to import any more, since it is forked."""
_BEGINS, _TAKEN, _OVER = b"(", b".", b"!"
"""What the app says when it begins to write, was told of a decision, and of the last one."""
_CHOOSE, _WITHIN, _AFTER = b"or help:\n", b"0 for something else, or help:\n", b"or quit:\n"
"""How the plain game ends a question for a choice, for one within a choice, and after the game."""
_MORE = b": Enter, or help:\n"
"""How it ends where more is to be told before there is anything to choose."""
IDLE = 0.02
"""Seconds without a sign of the app after which the next key is pressed."""


def plain(count: int, *, seed: int = 0) -> Tally:
    """Kill the plain game so many times; an answer counts once the next question came."""
    return _run(count, Random(seed), _plain_killed)


def app(count: int, *, seed: int = 0) -> Tally:
    """Kill the app so many times; a decision counts once the screens were told of it."""
    return _run(count, Random(seed), _app_killed)


def _run(count: int, random: Random, killed: Callable[[Path, Random], int]) -> Tally:
    """Matches go on from kill to kill until they are over."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as directory:
        game, known = 0, 0
        while tally.tried < count:
            path = Path(directory) / f"{game}.jsonl"
            if not path.exists():
                new(seed=game, journal=Journal(path), seats=("human", "human")).close()
                known = 0
            taken = killed(path, random)
            match = Match.open(path)
            kept = _done(match)
            lost = f"{known + taken} acknowledged, {kept} kept" if kept < known + taken else None
            tally.case(match.trouble or lost, f"game {game}")
            tally.note("killed after it had acknowledged something" if taken else "killed at once")
            if kept > known + taken:
                tally.note("the last was kept, and not acknowledged yet")
            assert match.journal is not None  # it was opened from a file
            match.journal.close()
            game, known = game + match.over, kept
        if torn := len(list(Path(directory).glob("*.torn-*"))):
            tally.noted["torn ends"] = torn
    return tally


def _done(match: Match) -> int:
    """How many decisions of people there are, and comments."""
    return sum(
        isinstance(event, Commented) or (isinstance(event, Decided) and event.who != CHANCE)
        for event in match.events
    )


def _end(child: int, random: Random, most: float) -> None:
    """Kill a child at some moment within so many seconds, more often soon than late."""
    select.select([], [], [], most * random.random() ** 3)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _look_at_the_new_streams() -> None:
    """In a child, whose standard streams are others than its parent's."""
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
    streams: Any = sys
    streams.__stdin__, streams.__stdout__, streams.__stderr__ = sys.stdin, sys.stdout, sys.stderr


# ---------------------------------------------------------------- the plain game


def _plain_killed(path: Path, random: Random) -> int:
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        _play_plainly(path, theirs)
    theirs.close()
    taken, patience = 0, random.randrange(9)
    asked = _question(ours)
    while not asked.endswith(_AFTER) and taken < patience:
        ours.sendall(answer := _answer(random))
        asked = _question(ours)
        # A number that is answered with a question within its choice has decided nothing yet.
        taken += answer.startswith(b"comment") or not asked.endswith(_WITHIN)
    if not asked.endswith(_AFTER):
        ours.sendall(_answer(random))
    _end(child, random, 0.01)
    ours.close()
    return taken


def _play_plainly(path: Path, stream: socket.socket) -> None:
    """The child: it never returns."""
    for number in (0, 1, 2):
        os.dup2(stream.fileno(), number)
    _look_at_the_new_streams()
    os._exit(run_program(["resume", str(path), "--plain"]))


def _answer(random: Random) -> bytes:
    return b"comment Why not?\n" if random.randrange(3) == 0 else b"1\n"


def _question(stream: socket.socket) -> bytes:
    """Wait for the next question; all that was said with it."""
    said = b""
    while not said.endswith((_CHOOSE, _AFTER)):
        part = stream.recv(1 << 16)
        assert part, f"the game has ended: {said.decode()}"
        said += part
        if said.endswith(_MORE):
            stream.sendall(b"skip\n")
            said = b""
    return said


# ---------------------------------------------------------------- the app


def _app_killed(path: Path, random: Random) -> int:
    import pty  # there is no such module on Windows

    reader, writer = os.pipe()
    child, screen = pty.fork()
    if child == 0:
        os.close(reader)
        _play_on_a_screen(path, writer)
    os.close(writer)
    heard, begun, patience = b"", 0, random.randrange(5)
    # Until a line begins to be written after enough decisions, or after the last of the game.
    while _OVER not in heard and (_taken(heard) < patience or heard.count(_BEGINS) == begun):
        if _taken(heard) < patience:
            begun = heard.count(_BEGINS)
        ready, _, _ = select.select([screen, reader], [], [], IDLE)
        if screen in ready:
            os.read(screen, 1 << 16)
        if reader in ready:
            heard += (part := os.read(reader, 1 << 10))
            assert part, "the app has ended"
        if not ready:
            # An Enter alone may belong to what is told.
            os.write(screen, b"\x1b[H\r")
    _end(child, random, 0.01)
    while part := os.read(reader, 1 << 10):
        heard += part
    os.close(reader)
    os.close(screen)
    return _taken(heard)


def _taken(heard: bytes) -> int:
    """How many decisions of people the screens were told of."""
    return heard.count(_TAKEN) + heard.count(_OVER)


def _play_on_a_screen(path: Path, writer: int) -> None:
    """The child: it says what it has come to; it never returns."""
    tell, append = Listeners.decided, Journal.append

    def appended(self: Journal, line: bytes) -> bool:
        os.write(writer, _BEGINS)
        return append(self, line)

    def told(self: Listeners, line: Timeline) -> None:
        tell(self, line)
        if line.states[-2].phase is not Phase.DRAW:
            os.write(writer, _OVER if line.states[-1].phase is Phase.END else _TAKEN)

    Listeners.decided = told  # type: ignore[method-assign]  # in this child alone
    Journal.append = appended  # type: ignore[method-assign]  # as above
    os.environ["TERM"] = "xterm-256color"
    _look_at_the_new_streams()
    os._exit(run_program(["resume", str(path)]))


if __name__ == "__main__":
    found = {"plain": plain, "app": app}[sys.argv[1]](int(sys.argv[2]))
    print(found, *found.wrong, sep="\n")
    sys.exit(bool(found.wrong))
