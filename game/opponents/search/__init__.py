"""Opponents that look ahead: Monte Carlo tree search, its evaluation, its levels."""

from game.opponents.search.crew import Crew
from game.opponents.search.forecast import Evaluate, Forecast
from game.opponents.search.level import LEVELS, Level
from game.opponents.search.quiet import Quiet
from game.opponents.search.rollout import Rollout
from game.opponents.search.seat import SearchSeat
from game.opponents.search.think import Alone, Task, Thinker, Watch
from game.opponents.search.tree import Style, Tree

__all__ = [
    "LEVELS",
    "Alone",
    "Crew",
    "Evaluate",
    "Forecast",
    "Level",
    "Quiet",
    "Rollout",
    "SearchSeat",
    "Style",
    "Task",
    "Thinker",
    "Tree",
    "Watch",
]
