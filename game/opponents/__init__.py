"""Who may sit in a seat besides a person."""

from game.opponents.random_seat import RandomSeat
from game.opponents.seat import Answer, Game, Opponent

__all__ = ["Answer", "Game", "Opponent", "RandomSeat"]
