"""Characters at work: their lines and what they want, compiled for the rules that are played."""

from game.opponents.character.bound import Bound, overlooks
from game.opponents.character.lines import RedLines
from game.opponents.character.trail import Trail

__all__ = ["Bound", "RedLines", "Trail", "overlooks"]
