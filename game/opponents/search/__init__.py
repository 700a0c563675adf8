"""Opponents that look ahead: Monte Carlo tree search, its evaluation, its levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from game.opponents.search.level import LEVELS, Level

if TYPE_CHECKING:
    from game.opponents.search.evaluation import Evaluate, Evaluation
    from game.opponents.search.frugal import Frugal
    from game.opponents.search.quiet import Quiet
    from game.opponents.search.rollout import Rollout
    from game.opponents.search.search_node import Style
    from game.opponents.search.search_seat import SearchSeat
    from game.opponents.search.search_tree import SearchTree
    from game.opponents.search.task import (
        Budget,
        CancelledSearchError,
        Priority,
        Progress,
        Task,
        Thinker,
    )
    from game.opponents.search.think import Alone
    from game.opponents.search.worker_pool import WorkerPool, humble_pool
    from game.opponents.search.worth import analyse

__all__ = [
    "LEVELS",
    "Alone",
    "Budget",
    "CancelledSearchError",
    "Evaluate",
    "Evaluation",
    "Frugal",
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

_THINKING: Final = {
    "Alone": "think",
    "Budget": "task",
    "CancelledSearchError": "task",
    "Evaluate": "evaluation",
    "Evaluation": "evaluation",
    "Frugal": "frugal",
    "Priority": "task",
    "Progress": "task",
    "Quiet": "quiet",
    "Rollout": "rollout",
    "SearchSeat": "search_seat",
    "SearchTree": "search_tree",
    "Style": "search_node",
    "Task": "task",
    "Thinker": "task",
    "WorkerPool": "worker_pool",
    "analyse": "worth",
    "humble_pool": "worker_pool",
}
"""By name the module of what thinking needs."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """What thinks is imported when it thinks: in most programs others do."""
    if name in _THINKING:
        from importlib import import_module  # noqa: PLC0415 - as said

        return getattr(import_module(f"{__name__}.{_THINKING[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
