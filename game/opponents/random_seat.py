"""The seat that plays at random: every legal decision is as likely as any other."""

from __future__ import annotations

import random

from game.opponents.seat import Answer, Game
from game.rules import legal
from game.value import frozen


@frozen
class RandomSeat:
    """Chooses uniformly, and the same for the same seed, side and point of the game."""

    seed: int

    def choose(self, game: Game) -> Answer:
        options = legal(game.book, game.state)
        # Only `random()` and seeding with a string are promised to stay the same for ever.
        generator = random.Random(f"{self.seed}/{game.state.side}/{len(game.history)}")  # noqa: S311 - a game, no secret
        return Answer(options[int(generator.random() * len(options))])
