"""A match: a scenario, two seats, and a journal of decisions that nothing is lost from."""

from game.match.entry import IN_PROGRESS, Entry
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
from game.match.verify import Report, verify
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
