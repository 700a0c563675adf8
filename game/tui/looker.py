"""Looking at saves behind a screen: what is found comes as messages, as many at once as there are.

A screen that lists saves is told of them here, and never waits for a disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from threading import Lock

from textual.message import Message
from textual.message_pump import MessagePump

from game.match import Entry, Library
from game.match.looking import Looking


class SavesListed(Message):
    """The folder was looked at: all saves, as far as they are known."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries


class SavesSeen(Message):
    """Saves were looked at; ``Looker.take`` has them."""


class LatestFound(Message):
    """The save to resume was looked for; there may be none."""

    def __init__(self, entry: Entry | None) -> None:
        super().__init__()
        self.entry = entry


class Looker:
    """Looks at the saves of a library, and tells a screen."""

    def __init__(self, library: Library, screen: MessagePump) -> None:
        self._library = library
        self._screen = screen
        self._found: list[Entry] = []
        self._lock = Lock()
        self._looking = Looking(
            library,
            listed=lambda entries: self._post(SavesListed(entries)),
            seen=self._seen,
            latest=lambda entry: self._post(LatestFound(entry)),
            passed=self._passed,
        )

    @property
    def busy(self) -> bool:
        """Whether more is to come."""
        with self._lock:
            return self._looking.busy or bool(self._found)

    def list(self) -> None:
        """Look at the folder; ``SavesListed`` will come."""
        self._looking.list()

    def latest(self) -> None:
        """Look for the save to resume; ``LatestFound`` will come."""
        self._looking.latest()

    def want(self, entries: Iterable[Entry]) -> None:
        """Look at these, in this order, and at nothing else; ``SavesSeen`` will come."""
        self._looking.want(entries)

    def prefer(self, entries: Iterable[Entry]) -> None:
        """Look at these before the others that are wanted."""
        self._looking.prefer(entries)

    def take(self) -> tuple[Entry, ...]:
        """What was looked at since it was last asked for."""
        with self._lock:
            found, self._found = self._found, []
        return tuple(found)

    def close(self) -> None:
        """Look at nothing more."""
        self._looking.close()
        self.take()

    # ------------------------------------------------------------------ in the thread

    def _passed(self, entry: Entry) -> bool:
        """Whether a save is a lesson that is over: whoever comes back is not led into it again."""
        if not entry.lesson:
            return False
        from game.teaching.marks import learnt  # noqa: PLC0415 - where a lesson was the last game

        return learnt(self._library, entry)

    def _seen(self, entry: Entry) -> None:
        with self._lock:
            first = not self._found
            self._found.append(entry)
        if first:
            self._post(SavesSeen())

    def _post(self, message: Message) -> None:
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self._screen.post_message(message)
