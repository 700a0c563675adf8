"""What can be wrong with settings. Nothing here fails by it: the game goes on, and says so."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Trouble(Enum):
    """What is wrong."""

    BROKEN = "broken"
    """The file holds no settings and was set aside, to ``aside``."""
    IN_THE_WAY = "in_the_way"
    """The file holds no settings, and cannot be set aside: it stays as it is."""
    UNREADABLE = "unreadable"
    """What lies there cannot be read, and stays as it is: nothing is kept."""
    UNWRITABLE = "unwritable"
    """The file cannot be written: what was set holds until the program ends."""
    NO_PLACE = "no_place"
    """There is no folder for settings."""
    WRONG = "wrong"
    """A member has a value that means nothing, and is as if it were not there."""
    UNKNOWN_KEY = "unknown_key"
    """A key was given to what no key calls; ``found`` is the likeliest name, if there is one."""
    NO_KEY = "no_key"
    """What was set for something, ``found``, is no key."""
    CLASH = "clash"
    """A key was set for one thing that does another already, which ``why`` names."""


class SettingsFault(NamedTuple):
    """One thing that is wrong.

    Attributes:
        trouble: what.
        where: the file, as messages name it; or the one that is meant.
        member: the member that is wrong.
        found: what it holds, as messages quote it; the key; the likeliest name.
        aside: what the file is called now.
        why: what the system says; what the key does already.
    """

    trouble: Trouble
    where: str = ""
    member: str = ""
    found: str = ""
    aside: str = ""
    why: str = ""
