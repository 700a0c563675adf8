"""Who may sit in a seat besides a person."""

from game.opponents.random_seat import RandomSeat
from game.opponents.seat import Answer, Game, Opponent
from game.opponents.seats import HUMAN, SeatError, opponent, seats

__all__ = [
    "HUMAN",
    "Answer",
    "Game",
    "Opponent",
    "RandomSeat",
    "SeatError",
    "opponent",
    "seats",
]
