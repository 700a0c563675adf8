"""Random plies per second: this game's rules, and a chess library in the same process.

The processor's time is taken, of which others on the machine take none. Every turn measures all
of them one after the other, with the same games in each run, and a ratio is one of two rates of
the same turn: what slows the machine for a while slows both.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median
from typing import Final

import chess

from game.rules import Phase, Rulebook, advance, legal, play, start
from game.scenario import load

_END = Phase.END  # reaching a member through its class takes its time on Python 3.11

LONGEST: Final = 200
"""Plies after which a random game of chess is given up."""

PEER: Final = "chess"

Play = Callable[[list[float]], None]
"""Plays random games one after the other, a ply for each of these numbers from 0 to less than 1."""


def with_consequences(book: Rulebook) -> Play:
    """``legal`` and ``play``: the position and every consequence with its cause."""

    def games(numbers: list[float]) -> None:
        state = start(book)
        for number in numbers:
            options = legal(book, state)
            state = play(book, state, options[int(number * len(options))]).state
            if state.phase is _END:
                state = start(book)

    return games


def ahead(book: Rulebook) -> Play:
    """``legal`` and ``advance``: the position alone, as a search needs it."""

    def games(numbers: list[float]) -> None:
        state = start(book)
        for number in numbers:
            options = legal(book, state)
            state = advance(book, state, options[int(number * len(options))])
            if state.phase is _END:
                state = start(book)

    return games


def of_chess(numbers: list[float]) -> None:
    """``legal_moves`` and ``push``."""
    board = chess.Board()
    for number in numbers:
        moves = list(board.legal_moves)
        if not moves or len(board.move_stack) == LONGEST:
            board = chess.Board()
            moves = list(board.legal_moves)
        board.push(moves[int(number * len(moves))])


def rate(games: Play, plies: int, seed: int) -> float:
    """Plies per second of the processor. What chooses them is drawn before the clock runs."""
    dice = random.Random(seed)  # noqa: S311 - random games
    numbers = [dice.random() for _ in range(plies)]
    began = time.process_time()
    games(numbers)
    return plies / (time.process_time() - began)


def measure(seconds: float, turns: int) -> dict[str, list[float]]:
    """The rates of all three by turn; a turn takes each of them about so many seconds.

    How many plies that is is found out in a turn that only warms up.
    """
    book = Rulebook(load("shared-enemy"))
    games: dict[str, Play] = {
        "legal + play": with_consequences(book),
        "legal + advance": ahead(book),
        PEER: of_chess,
    }
    plies = {name: int(rate(each, 2000, 0) * seconds) for name, each in games.items()}
    rates: dict[str, list[float]] = {name: [] for name in games}
    for turn in range(turns):
        for name, each in games.items():
            rates[name].append(rate(each, plies[name], turn))
    return rates


def ratios(rates: dict[str, list[float]], name: str) -> tuple[float, float, float]:
    """How often one is as quick as the chess library: the least of a turn, the median, the most."""
    each = [ours / theirs for ours, theirs in zip(rates[name], rates[PEER], strict=True)]
    return min(each), median(each), max(each)
