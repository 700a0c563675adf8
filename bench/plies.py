"""Random plies per second: this game's rules, and a chess library in the same process."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import chess

from game.rules import Phase, Rulebook, advance, legal, play, start
from game.scenario import load

_END = Phase.END  # reaching a member through its class takes its time on Python 3.11

LONGEST = 200
"""Plies after which a random game of chess is given up."""

Game = Callable[[random.Random], int]
"""Plays a random game and returns the number of its plies."""


def with_consequences(book: Rulebook) -> Game:
    """``legal`` and ``play``: the position and every consequence with its cause."""

    def game(dice: random.Random) -> int:
        state, plies = start(book), 0
        while state.phase is not _END:
            options = legal(book, state)
            state = play(book, state, options[int(dice.random() * len(options))]).state
            plies += 1
        return plies

    return game


def ahead(book: Rulebook) -> Game:
    """``legal`` and ``advance``: the position alone, as a search needs it."""

    def game(dice: random.Random) -> int:
        state, plies = start(book), 0
        while state.phase is not _END:
            options = legal(book, state)
            state = advance(book, state, options[int(dice.random() * len(options))])
            plies += 1
        return plies

    return game


def of_chess(dice: random.Random) -> int:
    """``legal_moves`` and ``push``."""
    board, plies = chess.Board(), 0
    while plies < LONGEST and (moves := list(board.legal_moves)):
        board.push(moves[int(dice.random() * len(moves))])
        plies += 1
    return plies


def rate(game: Game, seconds: float, seed: int) -> float:
    """Plies per second of whole games played for so long."""
    dice, plies = random.Random(seed), 0  # noqa: S311 - random games
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        plies += game(dice)
    return plies / passed


def measure(seconds: float, turns: int) -> dict[str, list[float]]:
    """The rates of all three, taken in turns so that a busy machine is busy for each."""
    book = Rulebook(load("shared-enemy"))
    games = {
        "legal + play": with_consequences(book),
        "legal + advance": ahead(book),
        "chess": of_chess,
    }
    rates: dict[str, list[float]] = {name: [] for name in games}
    for turn in range(turns):
        for name, game in games.items():
            rates[name].append(rate(game, seconds, turn))
    return rates
