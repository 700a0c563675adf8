"""Opponents by rules: doctrines that a scenario brings, compiled and put into a seat."""

from game.opponents.doctrine.creed import Creed
from game.opponents.doctrine.deeds import Done, deeds
from game.opponents.doctrine.seat import DoctrineSeat

__all__ = ["Creed", "DoctrineSeat", "Done", "deeds"]
