"""Who may sit in a seat besides a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from game.opponents.seat import Answer, Game, Opponent, OpponentError
from game.opponents.seats import HUMAN, SeatError, opponent, seats

if TYPE_CHECKING:
    from game.opponents.random_seat import RandomSeat
    from game.opponents.search import Budget, WorkerPool, analyse
    from game.opponents.thought import Analysis, Candidate, Ruling, Thought

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

_THINKING: Final = {
    "Analysis": "thought",
    "Budget": "search",
    "Candidate": "thought",
    "RandomSeat": "random_seat",
    "Ruling": "thought",
    "Thought": "thought",
    "WorkerPool": "search",
    "analyse": "search",
}
"""By name the module of who plays, and of what they think."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """Who plays is imported when somebody sits down: a page that names them needs none."""
    if name in _THINKING:
        from importlib import import_module  # noqa: PLC0415 - as said

        return getattr(import_module(f"{__name__}.{_THINKING[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
