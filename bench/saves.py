"""What it costs to keep a match: a durable decision, reading a thousand back, and their bytes.

The peers run in the same process, in turns: SQLite commits the very record that the journal has
just written, with its write-ahead log and with its rollback journal, both told to wait for the
disk; a chess library reads a game of as many moves from PGN.
"""

from __future__ import annotations

import io
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import chess
import chess.pgn
from attrs import frozen

from game.match import Journal, Match
from game.rules import Rulebook
from game.scenario import parse, read_text

COUNT = 1000
"""Decisions, or moves."""

Times = dict[str, list[float]]
"""Seconds by what they were spent on."""


@frozen
class Size:
    """How many bytes a game takes in a file: all of it, and each decision or move."""

    whole: int
    each: float


class Base:
    """A database on disk that commits records one by one."""

    def __init__(self, path: Path, mode: str) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute(f"PRAGMA journal_mode={mode}")
        self._base.execute("PRAGMA synchronous=FULL")
        self._base.execute("CREATE TABLE line (n INTEGER PRIMARY KEY, record BLOB)")

    def commit(self, record: bytes) -> None:
        self._base.execute("BEGIN")
        self._base.execute("INSERT INTO line (record) VALUES (?)", (record,))
        self._base.execute("COMMIT")

    def close(self) -> None:
        self._base.close()


def spent(begin: float) -> float:
    return time.perf_counter() - begin


def decisions(folder: Path) -> Times:
    """Seconds of each of so many decisions after which Chance does not draw, and of its record."""
    text, where = read_text("shared-enemy")
    bases = {mode: Base(folder / f"{mode}.db", mode) for mode in ("WAL", "DELETE")}
    times: Times = {"decide": [], **{f"SQLite {mode}": [] for mode in bases}}
    dice = random.Random(1)  # noqa: S311 - random games
    for game in range(COUNT):
        path = folder / f"{game}.jsonl"
        match = Match.new(text, where, seats=("human", "human"), seed=game, journal=Journal(path))
        while not match.over and len(times["decide"]) < COUNT:
            options, lines = match.legal(), len(match.events)
            begin = time.perf_counter()
            match.decide(options[int(dice.random() * len(options))])
            passed = spent(begin)
            if len(match.events) != lines + 1:
                continue
            times["decide"].append(passed)
            record = path.read_bytes().splitlines()[-1]
            for mode, base in bases.items():
                begin = time.perf_counter()
                base.commit(record)
                times[f"SQLite {mode}"].append(spent(begin))
        match.close()
        if len(times["decide"]) >= COUNT:
            break
    for base in bases.values():
        base.close()
    return times


def long_match(path: Path) -> Path:
    """A match of so many decisions, in several lines of play."""
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("human", "human"), seed=1)
    dice, taken = random.Random(1), 0  # noqa: S311 - random games
    while taken < COUNT:
        before = len(match.decisions)
        options = match.legal()
        match.decide(options[int(dice.random() * len(options))])
        taken += len(match.decisions) - before
        if match.over:
            match.branch(1)
    match.save_as(Journal(path))
    match.close()
    return path


def long_chess() -> str:
    """A game of chess of so many moves, as PGN."""
    for seed in range(COUNT):
        dice, board = random.Random(seed), chess.Board()  # noqa: S311 - random games
        while len(board.move_stack) < COUNT and (moves := list(board.legal_moves)):
            board.push(moves[int(dice.random() * len(moves))])
        if len(board.move_stack) == COUNT:
            return str(chess.pgn.Game.from_board(board))
    raise RuntimeError("every game of chess ended too early")


def moves(pgn: str) -> Iterator[chess.Board]:
    """Every position of a game of chess."""
    game = chess.pgn.read_game(io.StringIO(pgn))
    assert game is not None  # it was just written
    board = game.board()
    for move in game.mainline_moves():
        board.push(move)
        yield board


def readings(folder: Path, turns: int) -> tuple[Times, dict[str, Size]]:
    """Processor seconds to read and replay a game each time, and how large the games are."""
    path, pgn = long_match(folder / "long.jsonl"), long_chess()
    text = read_text("shared-enemy")[0]
    times: Times = {"match": [], "its scenario": [], "chess, PGN": []}
    match = Match.open(path, read_only=True)
    for _ in range(turns):
        begin = time.process_time()
        Match.open(path, read_only=True)
        times["match"].append(time.process_time() - begin)
        begin = time.process_time()
        Rulebook(parse(text, "scenario"))
        times["its scenario"].append(time.process_time() - begin)
        begin = time.process_time()
        assert sum(1 for _ in moves(pgn)) == COUNT
        times["chess, PGN"].append(time.process_time() - begin)
    lines = path.read_bytes().splitlines(keepends=True)
    sizes = {
        "match": Size(sum(map(len, lines)), sum(map(len, lines[1:])) / len(match.events)),
        "chess, PGN": Size(len(pgn), len(pgn) / COUNT),
    }
    return times, sizes


def measure(turns: int) -> tuple[Times, Times, dict[str, Size]]:
    """The seconds of decisions and of readings, and the sizes; on the disk of this folder."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as folder:
        return (decisions(Path(folder)), *readings(Path(folder), turns))
