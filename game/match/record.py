"""What a journal says: its header and its events, read from its good lines."""

from __future__ import annotations

from game.match.errors import SaveError
from game.match.event import Claim, Closed, Event, EventError, event_of
from game.match.header import Header, header_of
from game.match.line import Plain
from game.match.scan import Damage, Scan
from game.match.upcast import STEPS, Steps, known, lift_event
from game.text import shown
from game.value import frozen


@frozen
class Record:
    """A journal, read.

    Attributes:
        header: its first line.
        format: the format that it was begun in.
        events: what the other good lines say; the line of ``events[i]`` is ``i + 2``.
        heads: the ``h`` of every good line, the first one's first.
        damage: where the good lines end, if anything comes after them that is no torn piece.
    """

    header: Header
    format: int
    events: tuple[Event, ...]
    heads: tuple[str, ...]
    damage: Damage | None = None

    @property
    def head(self) -> str:
        """The ``h`` of the last good line."""
        return self.heads[-1]

    @property
    def claim(self) -> Claim | None:
        """How the match stood when it was put away, if it says so and nothing came after."""
        last = self.events[-1] if self.events else None
        return last.claim if isinstance(last, Closed) else None

    @property
    def closed(self) -> bool:
        """Whether the match was put away in good order after its last decision."""
        return bool(self.events) and isinstance(self.events[-1], Closed)


def read(scan: Scan, where: str, steps: Steps = STEPS) -> Record:
    """Read the good lines of a journal.

    Args:
        scan: the lines.
        where: the file as errors name it.
        steps: how old formats are lifted.

    Raises:
        SaveError: the first line is no header that this version can play.
    """
    if not scan.lines:
        raise SaveError(_nothing(scan, where))
    first = scan.lines[0]
    header = header_of(first.members, f"{where}:1", steps)
    version: int = first.members["format"]
    events: list[Event] = []
    heads = [first.head]
    damage = scan.damage
    for number, line in enumerate(scan.lines[1:], 2):
        try:
            events.append(_event(line.members, version, steps))
        except EventError as error:
            damage = Damage(number, str(error))
            break
        heads.append(line.head)
    return Record(header, version, tuple(events), tuple(heads), damage)


def _event(members: Plain, version: int, steps: Steps) -> Event:
    """The event of a line, which may be of a later format than the line that began the file."""
    rest = {name: value for name, value in members.items() if name not in ("n", "prev", "v")}
    own = members.get("v", version)
    if not known(own, steps):
        raise EventError(f"the line has format {shown(own)}, which this version does not know")
    return event_of(lift_event(rest, own, steps))


def _nothing(scan: Scan, where: str) -> str:
    """Why not even the first line can be read."""
    if scan.damage is not None:
        return f"{where}:1: {scan.damage.what}; nothing of this file can be played"
    return f"{where} holds no match: the game stopped before it had begun; the file can be deleted"
