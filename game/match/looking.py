"""Looking at saves while something else goes on: in a thread, what is wanted most first."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from threading import Condition, Thread
from typing import Final

from game.match.entry import AbandonedError, Entry
from game.match.library import Library

PAUSE: Final = 0.0
"""Seconds that others are given between two lines of a save."""


class Looking:
    """Looks at saves of a library, one after the other.

    Whoever draws is never kept waiting for long: between any two lines of a save others may go
    on, and a save that takes seconds is put back when others are wanted.

    Args:
        library: the saves.
        listed: is told of all saves, as far as they are known without looking at them.
        seen: is told of each save that was looked at. Both are called in the thread.
    """

    def __init__(
        self,
        library: Library,
        listed: Callable[[tuple[Entry, ...]], None],
        seen: Callable[[Entry], None],
    ) -> None:
        self._library = library
        self._listed = listed
        self._seen = seen
        self._changed = Condition()
        self._waiting: deque[Entry] = deque()
        self._list = False
        self._closed = False
        self._working = False
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something is still to be looked at."""
        with self._changed:
            return not self._closed and bool(self._working or self._list or self._waiting)

    def list(self) -> None:
        """Look at the folder, and tell what is in it."""
        with self._changed:
            self._list = True
            self._go()

    def want(self, entries: Iterable[Entry]) -> None:
        """Look at these from now on, in this order, and at nothing else that was wanted."""
        with self._changed:
            self._waiting = deque(entries)
            self._go()

    def close(self) -> None:
        """Look at nothing more."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _go(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = Thread(target=self._run, name="looking", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _next(self) -> Entry | bool | None:
        """The next save to look at, or that the folder is; nothing when all is over."""
        with self._changed:
            self._working = False
            while not (self._closed or self._list or self._waiting):
                self._changed.wait()
            if self._closed:
                return None
            self._working = True
            if self._list:
                self._list = False
                return True
            return self._waiting.popleft()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            if isinstance(task, Entry):
                self._look(task)
            else:
                self._listed(self._library.glance())

    def _look(self, entry: Entry) -> None:
        try:
            found = self._library.look(entry, self._heed if entry.large else self._give_way)
        except AbandonedError:
            with self._changed:
                self._waiting.append(entry)
            return
        if not self._closed:
            self._seen(found)

    def _give_way(self) -> None:
        if self._closed:
            raise AbandonedError
        time.sleep(PAUSE)

    def _heed(self) -> None:
        """Give way, and put a save back that takes long when others are waiting."""
        self._give_way()
        if self._list or any(not each.large for each in self._waiting):
            raise AbandonedError
