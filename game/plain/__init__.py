"""The game as lines of text: for screen readers, pipes, scripts and plain terminals.

No cursor is moved and no colour is used; every line can be read alone.
"""

from game.plain.game import PlainGame
from game.plain.page import Page, Terminal
from game.plain.position import position
from game.plain.stopping import Stopped, Stopping
from game.plain.story import Notes, notes, outcome, story
from game.plain.variations import comparison, heading, variations

__all__ = [
    "Notes",
    "Page",
    "PlainGame",
    "Stopped",
    "Stopping",
    "Terminal",
    "comparison",
    "heading",
    "notes",
    "outcome",
    "position",
    "story",
    "variations",
]
