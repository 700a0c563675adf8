"""The game as lines of text: for screen readers, pipes, scripts and plain terminals.

No cursor is moved and no colour is used; every line can be read alone.
"""

from game.plain.game import AfterGame, PlainGame
from game.plain.happened import Notes, notes, outcome, story
from game.plain.lines_of_play import comparison, heading, variations
from game.plain.page import PlainPage, Streams
from game.plain.reviews import mattered, reviewing
from game.plain.setting_up import SettingUp
from game.plain.stopping import Stopped, Stopping
from game.telling.position import position

__all__ = [
    "AfterGame",
    "Notes",
    "PlainGame",
    "PlainPage",
    "SettingUp",
    "Stopped",
    "Stopping",
    "Streams",
    "comparison",
    "heading",
    "mattered",
    "notes",
    "outcome",
    "position",
    "reviewing",
    "story",
    "variations",
]
