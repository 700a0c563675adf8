"""Two saves of one match: where their lines of play part.

Copies of a save can be played on apart, on two machines or on two branches of a repository.
"""

from __future__ import annotations

from pathlib import Path

from game.files.disk import LOCAL, Disk
from game.match.event import Decided
from game.match.journal import Journal
from game.match.record import read
from game.value import frozen


@frozen
class Fork:
    """How two saves of one match go together.

    Attributes:
        decisions: how many decisions they share, Chance's included.
        line: the first line, from 1, that differs or that only one of them has.
        apart: both go on from there; else the shorter one is the longer one's beginning.
    """

    decisions: int
    line: int
    apart: bool


def fork(one: Path, other: Path, disk: Disk = LOCAL) -> Fork | None:
    """Where two saves part, or nothing if they are not saves of one match.

    Two saves that are the same to the end part after their last line, and are not apart.

    Raises:
        SaveError: one of them cannot be read.
    """
    first, second = (
        read(journal.look(), journal.where)
        for journal in (Journal(one, disk), Journal(other, disk))
    )
    shared = 0
    for mine, yours in zip(first.heads, second.heads, strict=False):
        if mine != yours:
            break
        shared += 1
    if not shared:
        return None
    decisions = sum(isinstance(event, Decided) for event in first.events[: shared - 1])
    return Fork(decisions, shared + 1, shared < min(len(first.heads), len(second.heads)))
