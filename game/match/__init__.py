"""A match: a scenario, two seats, and a journal of decisions that nothing is lost from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from game.match.errors import MatchError, NoSuchSaveError, ReadOnlyError, SaveError
from game.match.event import CHANCE
from game.match.header import HUMAN, Header
from game.match.intent import Alternative, ByMaxim, Expected, Intent
from game.match.journal import Journal
from game.match.library import Library
from game.match.listeners import Listener, Moment
from game.match.match import Match
from game.match.places import saves_directory
from game.match.timeline import Timeline
from game.match.tree import Comment, Tree, Variation

if TYPE_CHECKING:
    from game.match.entry import IN_PROGRESS, Entry
    from game.match.verifying import Report, verify
    from game.match.walk import Walk

__all__ = [
    "CHANCE",
    "HUMAN",
    "IN_PROGRESS",
    "Alternative",
    "ByMaxim",
    "Comment",
    "Entry",
    "Expected",
    "Header",
    "Intent",
    "Journal",
    "Library",
    "Listener",
    "Match",
    "MatchError",
    "Moment",
    "NoSuchSaveError",
    "ReadOnlyError",
    "Report",
    "SaveError",
    "Timeline",
    "Tree",
    "Variation",
    "Walk",
    "saves_directory",
    "verify",
]

_LATER: Final = {
    "IN_PROGRESS": "entry",
    "Entry": "entry",
    "Report": "verifying",
    "Walk": "walk",
    "verify": "verifying",
}
"""By name the module of what a match goes without while it is played."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """What lists, verifies and walks is imported when somebody does."""
    if name in _LATER:
        from importlib import import_module  # noqa: PLC0415 - as said

        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
