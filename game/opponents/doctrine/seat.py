"""The seat of a doctrine."""

from __future__ import annotations

from attrs import define, field

from game.opponents.doctrine.creed import Creed
from game.opponents.seat import Answer, Game
from game.opponents.thought import Ruling
from game.scenario.doctrine import Doctrine


@define
class DoctrineSeat:
    """Plays by a doctrine. It draws nothing: the same game is answered in the same way."""

    doctrine: Doctrine
    _creed: Creed | None = field(default=None, init=False, eq=False, repr=False)

    def ruling(self, game: Game) -> Ruling:
        """The decision, and the maxim behind it."""
        if self._creed is None or self._creed.book is not game.book:
            self._creed = Creed(game.book, self.doctrine)
        return self._creed.decide(game)

    def choose(self, game: Game) -> Answer:
        ruling = self.ruling(game)
        return Answer(ruling.decision, ruling.reason, ruling)
