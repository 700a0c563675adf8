"""Opponents that look ahead: Monte Carlo tree search, its evaluation, its levels."""

from game.opponents.search.evaluation import Evaluate, Evaluation
from game.opponents.search.level import LEVELS, Level
from game.opponents.search.quiet import Quiet
from game.opponents.search.rollout import Rollout
from game.opponents.search.search_seat import SearchSeat
from game.opponents.search.search_tree import SearchTree, Style
from game.opponents.search.think import Alone, Progress, Task, Thinker
from game.opponents.search.worker_pool import WorkerPool

__all__ = [
    "LEVELS",
    "Alone",
    "Evaluate",
    "Evaluation",
    "Level",
    "Progress",
    "Quiet",
    "Rollout",
    "SearchSeat",
    "SearchTree",
    "Style",
    "Task",
    "Thinker",
    "WorkerPool",
]
