"""Positions and matches for the tests of opponents."""

from __future__ import annotations

import random
from collections.abc import Iterator

from game.match.chance import pick
from game.opponents import Game, Opponent
from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, chances, legal, start


def positions(book: Rulebook, seed: int, share: float = 1.0) -> Iterator[Game]:
    """Positions of a random game in which a side has a choice, with all that came before."""
    dice = random.Random(seed)
    state = start(book)
    past: list[tuple[State, Decision]] = []
    while state.phase is not Phase.END:
        options = legal(book, state)
        if state.side != NOBODY and len(options) > 1 and dice.random() < share:
            yield Game(book, state, tuple(past))
        decision = dice.choice(options)
        past.append((state, decision))
        state = advance(book, state, decision)


def played(book: Rulebook, players: tuple[Opponent, Opponent], seed: int) -> list[Game]:
    """A match: every position in which a side decided, and the end."""
    state = start(book)
    past: list[tuple[State, Decision]] = []
    games: list[Game] = []
    draws = 0
    while state.phase is not Phase.END:
        if state.side == NOBODY:
            deck = chances(book, state)
            decision = deck[pick([weight for _, weight in deck], seed, draws)][0]
            draws += 1
        else:
            game = Game(book, state, tuple(past))
            games.append(game)
            decision = players[state.side].choose(game).decision
        past.append((state, decision))
        state = advance(book, state, decision)
    games.append(Game(book, state, tuple(past)))
    return games
