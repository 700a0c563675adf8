"""Who may sit in a seat besides a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.opponents.random_seat import RandomSeat
from game.opponents.search import Budget, WorkerPool
from game.opponents.seat import Answer, Game, Opponent, OpponentError
from game.opponents.seats import HUMAN, SeatError, opponent, seats
from game.opponents.thought import Analysis, Candidate, Ruling, Thought

if TYPE_CHECKING:
    from game.opponents.search import analyse

__all__ = [
    "HUMAN",
    "Analysis",
    "Answer",
    "Budget",
    "Candidate",
    "Game",
    "Opponent",
    "OpponentError",
    "RandomSeat",
    "Ruling",
    "SeatError",
    "Thought",
    "WorkerPool",
    "analyse",
    "opponent",
    "seats",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """What thinks is imported when it thinks."""
    if name == "analyse":
        from game.opponents.search.worth import analyse  # noqa: PLC0415 - as said

        return analyse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
