"""The seat of a doctrine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from game.opponents.seat import Answer, Game
from game.opponents.thought import Ruling
from game.scenario.doctrine import Doctrine

if TYPE_CHECKING:
    from game.opponents.doctrine.compiled import CompiledDoctrine


@define
class DoctrineSeat:
    """Plays by a doctrine. It draws nothing: the same game is answered in the same way."""

    doctrine: Doctrine
    _compiled: CompiledDoctrine | None = field(default=None, init=False, eq=False, repr=False)

    def ruling(self, game: Game) -> Ruling:
        """The decision, and the maxim behind it."""
        if self._compiled is None or self._compiled.book is not game.book:
            from game.opponents.doctrine.compiled import CompiledDoctrine  # noqa: PLC0415 - not before it decides

            self._compiled = CompiledDoctrine(game.book, self.doctrine)
        return self._compiled.decide(game)

    def choose(self, game: Game) -> Answer:
        ruling = self.ruling(game)
        return Answer(ruling.decision, ruling)
