"""``kill -9`` at any moment while a match is played: nothing that was acknowledged is lost.

Real processes on a real disk. The children are forked, so run this in a process of its own::

    python -m tests.match.kills 500
"""

from __future__ import annotations

import os
import select
import signal
import sys
import tempfile
from pathlib import Path
from random import Random

from game.match import Journal, Match, SaveError
from game.match.event import Event
from tests.match.deeds import happened, step
from tests.match.games import new
from tests.match.tally import Tally


def run(count: int, *, seed: int = 0) -> Tally:
    """Kill a player so many times; matches go on from kill to kill until they are over."""
    tally = Tally()
    random = Random(seed)
    with tempfile.TemporaryDirectory() as directory:
        game = 0
        expected = _expected(game)
        path = Path(directory) / "0.jsonl"
        while tally.tried < count:
            acknowledged = _killed(path, game, random)
            problem, kept = _left(path, acknowledged, expected)
            tally.case(problem, f"game {game}")
            tally.note("acknowledged" if acknowledged else "killed before the first decision")
            torn = len(list(Path(directory).glob("*.torn-*")))
            if torn:
                tally.noted["torn ends"] = torn
            if problem or kept == len(expected):
                game += 1
                expected = _expected(game)
                path = Path(directory) / f"{game}.jsonl"
    return tally


def _expected(game: int) -> tuple[Event, ...]:
    """What happens in a game if nobody is killed."""
    match = new(seed=game)
    while not match.over:
        _step(match, game)
    return happened(match)


def _step(match: Match, game: int) -> None:
    step(match, game, reason="word " * (game % 5 * 90))


def _killed(path: Path, game: int, random: Random) -> int:
    """Let a child play a match until it is killed; how many events it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _play(path, game, writer)
    os.close(writer)
    heard = b""
    patience = random.randrange(8)
    while heard.count(b"\n") < patience and (part := os.read(reader, 4096)):
        heard += part
    # Some microseconds to a few milliseconds into whatever it does then.
    select.select([], [], [], 0.003 * random.random() ** 3)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reader, 4096):
        heard += part
    os.close(reader)
    whole = heard.rpartition(b"\n")[0]
    return int(whole.rpartition(b"\n")[2] or b"0")


def _play(path: Path, game: int, writer: int) -> None:
    """The child: play on, telling how many events the disk has; it never returns."""
    try:
        journal = Journal(path)
        match = Match.open(journal) if path.exists() else new(seed=game, journal=journal)
        while not match.over and not match.trouble:
            os.write(writer, b"%d\n" % len(happened(match)))
            _step(match, game)
        if not match.trouble:
            os.write(writer, b"%d\n" % len(happened(match)))
        match.close()
    except SaveError:
        # Killed while the first line was written: there is no match yet.
        path.unlink()
    os._exit(0)


def _left(path: Path, acknowledged: int, expected: tuple[Event, ...]) -> tuple[str | None, int]:
    """What is wrong with what a killed player left, if anything, and how much of it there is."""
    if not path.exists():
        return ("the save is gone" if acknowledged else None), 0
    try:
        match = Match.open(path)
    except SaveError as error:
        path.unlink()
        return (str(error) if acknowledged or "had begun" not in str(error) else None), 0
    kept = happened(match)
    trouble = match.trouble
    assert match.journal is not None
    match.journal.close()
    if trouble:
        return trouble, len(kept)
    if len(kept) < acknowledged or kept != expected[: len(kept)]:
        return f"{acknowledged} events acknowledged, {len(kept)} kept", len(kept)
    return None, len(kept)


if __name__ == "__main__":
    found = run(int(sys.argv[1]))
    print(found, *found.wrong, sep="\n")
    sys.exit(bool(found.wrong))
