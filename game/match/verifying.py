"""Proving a save: everything that was decided is played again and compared."""

from __future__ import annotations

from pathlib import Path

from game.files.disk import LOCAL, Disk
from game.match.journal import Journal
from game.match.line import head_code
from game.match.record import read
from game.match.replay import ReplayFault, reenact
from game.value import frozen


@frozen
class Report:
    """What verifying a save found.

    Attributes:
        where: the file, as messages name it.
        decisions: how many decisions are good, Chance's included; the last good position is the
            one after so many.
        code: the head code at the last good line.
        closed: the match was put away in good order after its last decision.
        line: the first line that is not good, from 1, or nothing if all are.
        what: what is wrong there, in words.
        fault: the field that differs, what was expected and what was found, if it is that.
        torn: how many bytes at the end are an unfinished line; the next resume moves them aside.
    """

    where: str
    decisions: int
    code: str
    closed: bool
    line: int | None = None
    what: str = ""
    fault: ReplayFault | None = None
    torn: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing differs from what the rules and the generator make of it."""
        return self.line is None and not self.torn


def verify(path: Path, disk: Disk = LOCAL) -> Report:
    """Play a save again, without touching it, and compare every line.

    Raises:
        SaveError: the file cannot be read, or not even its first line is good.
    """
    journal = Journal(path, disk)
    found = journal.look()
    record = read(found, journal.where)
    opened = reenact(record, journal.where)
    damage = opened.damage
    return Report(
        where=journal.where,
        decisions=len(opened.timeline.decisions),
        code=head_code(opened.head),
        closed=record.closed and damage is None,
        line=None if damage is None else damage.line,
        what="" if damage is None else damage.what,
        fault=opened.fault,
        torn=found.torn,
    )
