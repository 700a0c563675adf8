"""Opponents that look ahead: Monte Carlo tree search, its evaluation, its levels."""

from game.opponents.search.evaluation import Evaluate, Evaluation
from game.opponents.search.level import LEVELS, Level
from game.opponents.search.quiet import Quiet
from game.opponents.search.rollout import Rollout
from game.opponents.search.search_node import Style
from game.opponents.search.search_seat import SearchSeat
from game.opponents.search.search_tree import SearchTree
from game.opponents.search.think import (
    Alone,
    Budget,
    CancelledSearchError,
    Priority,
    Progress,
    Task,
    Thinker,
)
from game.opponents.search.worker_pool import WorkerPool, humble_pool
from game.opponents.search.worth import analyse

__all__ = [
    "LEVELS",
    "Alone",
    "Budget",
    "CancelledSearchError",
    "Evaluate",
    "Evaluation",
    "Level",
    "Priority",
    "Progress",
    "Quiet",
    "Rollout",
    "SearchSeat",
    "SearchTree",
    "Style",
    "Task",
    "Thinker",
    "WorkerPool",
    "analyse",
    "humble_pool",
]
