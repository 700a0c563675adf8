"""The seat of a doctrine."""

from __future__ import annotations

from attrs import frozen

from game.opponents.doctrine.creed import Creed
from game.opponents.seat import Answer, Game
from game.opponents.thought import Ruling
from game.scenario.doctrine import Doctrine


@frozen
class DoctrineSeat:
    """Plays by a doctrine. It draws nothing: the same game is answered in the same way."""

    doctrine: Doctrine

    def ruling(self, game: Game) -> Ruling:
        """The decision, and the maxim behind it."""
        return Creed(game.book, self.doctrine).decide(game)

    def choose(self, game: Game) -> Answer:
        ruling = self.ruling(game)
        return Answer(ruling.decision, ruling.reason, ruling)
