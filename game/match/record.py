"""What a journal says: its header and its events, read from its good lines."""

from __future__ import annotations

from attrs import frozen

from game.match.errors import SaveError
from game.match.event import Closed, Event, EventError, event_of, upcast
from game.match.header import Header, header_of
from game.match.scan import Damage, Scan


@frozen
class Record:
    """A journal, read.

    Attributes:
        header: its first line.
        events: what the other good lines say; the line of ``events[i]`` is ``i + 2``.
        heads: the ``h`` of every good line, the first one's first.
        damage: where the good lines end, if anything comes after them that is no torn piece.
    """

    header: Header
    events: tuple[Event, ...]
    heads: tuple[str, ...]
    damage: Damage | None = None

    @property
    def head(self) -> str:
        """The ``h`` of the last good line."""
        return self.heads[-1]

    @property
    def closed(self) -> bool:
        """Whether the match was put away in good order after its last decision."""
        return bool(self.events) and isinstance(self.events[-1], Closed)


def read(scan: Scan, where: str) -> Record:
    """Read the good lines of a journal.

    Args:
        scan: the lines.
        where: the file as errors name it.

    Raises:
        SaveError: the first line is no header that this version can play.
    """
    if not scan.lines:
        raise SaveError(_nothing(scan, where))
    header = header_of(scan.lines[0].members, f"{where}:1")
    events: list[Event] = []
    heads = [scan.lines[0].head]
    damage = scan.damage
    for number, line in enumerate(scan.lines[1:], 2):
        members = {name: value for name, value in line.members.items() if name not in ("n", "prev")}
        try:
            events.append(event_of(upcast(members, header.format)))
        except EventError as error:
            damage = Damage(number, str(error))
            break
        heads.append(line.head)
    return Record(header, tuple(events), tuple(heads), damage)


def _nothing(scan: Scan, where: str) -> str:
    """Why not even the first line can be read."""
    if scan.damage is not None:
        return f"{where}:1: {scan.damage.what}; nothing of this file can be played"
    return f"{where} holds no match: the game stopped before it had begun; the file can be deleted"
