"""What somebody should hear of a save with which nothing is wrong."""

from __future__ import annotations

from typing import NamedTuple


class Recovered(NamedTuple):
    """The last line was not finished when the game stopped. Nothing else was lost.

    Attributes:
        aside: where the unfinished piece is kept, as it can be shown.
    """

    aside: str


class Unclosed(NamedTuple):
    """The game stopped without closing the save.

    Attributes:
        decisions: how many it holds.
        code: its head code.
    """

    decisions: int
    code: str


class Moved(NamedTuple):
    """The whole match was saved anew in another place.

    Attributes:
        why: what had become of the one before, in the words of a fault.
        where: the new one, as it can be shown.
    """

    why: str
    where: str


Notice = Recovered | Unclosed
"""What is to be known of a save once it is opened."""
