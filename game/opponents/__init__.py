"""Who may sit in a seat besides a person."""

from game.opponents.random_seat import RandomSeat
from game.opponents.search import Budget, WorkerPool, analyse
from game.opponents.seat import Answer, Game, Opponent, OpponentError
from game.opponents.seats import HUMAN, SeatError, opponent, seats
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
