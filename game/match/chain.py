"""The chain of a match: its events, each sealed into a line that names the one before it.

It is the same whether the match is kept on a disk or only in memory.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.match.event import FORMAT, Closed, Event
from game.match.line import Plain, head_of, seal


class Chain:
    """The events of a match, and the ``h`` of the last line.

    Args:
        header: the members of the first line.
        format: the format that the journal was begun in.
        events: what has happened so far.
        head: the ``h`` of the last line so far; the first one's if there is no other.
    """

    def __init__(
        self,
        header: Plain,
        format: int = FORMAT,  # noqa: A002 - the journal's own word
        events: Iterable[Event] = (),
        head: str = "",
    ) -> None:
        self._header = header
        self.events = [*events]
        self.head = head or head_of(self.first)
        self._version: Plain = {} if format == FORMAT else {"v": FORMAT}

    @property
    def first(self) -> bytes:
        """The first line."""
        return seal(self._header)

    @property
    def closed(self) -> bool:
        """Whether the match was put away after its last decision."""
        return bool(self.events) and isinstance(self.events[-1], Closed)

    def add(self, event: Event) -> bytes:
        """The line of a further event."""
        members = {**event.plain(), **self._version, "n": len(self.events) + 1, "prev": self.head}
        line = seal(members)
        self.follow(event, head_of(line))
        return line

    def follow(self, event: Event, head: str) -> None:
        """Take up an event that somebody else has written."""
        self.events.append(event)
        self.head = head
