"""Knowing what the other side goes by.

Looking ahead takes the other side for one that wants the most for itself. A doctrine goes by
principles instead: it refuses what would pay it, or leaves a common danger to others. Who sits at
the table is no secret and neither are the doctrines, so a side that one of them plays is expected
to decide as it would (reasoning by types: S. V. Albrecht and P. Stone, "Autonomous agents
modelling other agents", 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.opponents.doctrine import CompiledDoctrine
from game.opponents.seat import Game
from game.rules import Decision, State
from game.scenario.doctrine import Doctrine
from game.value import frozen

FURTHER: Final = 4
"""So many times the playouts are worth their while against a side that is known: where it has
one decision instead of dozens, they lead further."""

Past = tuple[tuple[State, Decision], ...]


@frozen
class OpponentModel:
    """What a side decides that goes by a doctrine.

    Attributes:
        compiled: the doctrine.
        side: the side.
        past: what happened before the search began.
    """

    compiled: CompiledDoctrine
    side: int
    past: Past

    def decision(self, state: State, since: Sequence[tuple[State, Decision]]) -> Decision:
        """The decision in a position, after what has happened since the search began."""
        return self.compiled.decide(Game(self.compiled.book, state, (*self.past, *since))).decision


def facing(game: Game, side: int) -> Doctrine | None:
    """The doctrine that a side plays against, if it does."""
    if game.characters[1 - side] is not None:
        return None
    name = game.seats[1 - side].removeprefix("doctrine:")
    return next((each for each in game.book.scenario.doctrines if each.id == name), None)
