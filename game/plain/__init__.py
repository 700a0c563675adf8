"""The game as lines of text: for screen readers, pipes, scripts and plain terminals.

No cursor is moved and no colour is used; every line can be read alone.
"""

from game.plain.game import HELP, PlainGame
from game.plain.page import Page, Terminal
from game.plain.position import asked, position
from game.plain.stopping import Stopped, Stopping
from game.plain.story import Notes, notes, outcome, story
from game.plain.variations import comparison, variations

__all__ = [
    "HELP",
    "Notes",
    "Page",
    "PlainGame",
    "Stopped",
    "Stopping",
    "Terminal",
    "asked",
    "comparison",
    "notes",
    "outcome",
    "position",
    "story",
    "variations",
]
