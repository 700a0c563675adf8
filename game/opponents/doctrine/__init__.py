"""Opponents by rules: doctrines that a scenario brings, compiled and put into a seat."""

from game.opponents.doctrine.compiled import CompiledDoctrine
from game.opponents.doctrine.deeds import Done, deeds
from game.opponents.doctrine.doctrine_seat import DoctrineSeat

__all__ = ["CompiledDoctrine", "DoctrineSeat", "Done", "deeds"]
