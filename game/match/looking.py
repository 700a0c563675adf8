"""Looking at saves while something else goes on: in a thread, what is wanted most first."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from threading import Condition, Thread
from typing import Final

from game.match.entry import AbandonedError, Entry, Known
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
        seen: is told of each save that was looked at, and of a very large one also when only its
            first line was.
        latest: is told of the save to resume, or that there is none.
        passed: whether a save is not to be resumed though its game is not over. All four are
            called in the thread.
    """

    def __init__(
        self,
        library: Library,
        *,
        listed: Callable[[tuple[Entry, ...]], None] = lambda _: None,
        seen: Callable[[Entry], None] = lambda _: None,
        latest: Callable[[Entry | None], None] = lambda _: None,
        passed: Callable[[Entry], bool] = lambda _: False,
    ) -> None:
        self._library = library
        self._tell_list = listed
        self._tell_seen = seen
        self._tell_latest = latest
        self._passed = passed
        self._changed = Condition()
        self._preferred: deque[Entry] = deque()
        self._waiting: deque[Entry] = deque()
        self._first: list[Callable[[], None]] = []
        self._closed = False
        self._working = False
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something is still to be looked at."""
        with self._changed:
            return not self._closed and (self._working or self._pending)

    @property
    def _pending(self) -> bool:
        return bool(self._first or self._preferred or self._waiting)

    def list(self) -> None:
        """Look at the folder before all else, and tell what is in it."""
        self._do_first(self._look_at_folder)

    def latest(self) -> None:
        """Find the save to resume before all else."""
        self._do_first(self._look_for_latest)

    def _do_first(self, task: Callable[[], None]) -> None:
        with self._changed:
            if task not in self._first:
                self._first.append(task)
            self._go()

    def want(self, entries: Iterable[Entry]) -> None:
        """Look at these from now on, in this order, and at nothing else that was wanted."""
        with self._changed:
            self._waiting = deque(entries)
            self._go()

    def prefer(self, entries: Iterable[Entry]) -> None:
        """Look at these before the others that are wanted, and not at those preferred before."""
        with self._changed:
            self._preferred = deque(entries)
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

    def _next(self) -> Callable[[], None] | None:
        """What to do next; nothing when all is over."""
        with self._changed:
            self._working = False
            while not (self._closed or self._pending):
                self._changed.wait()
            if self._closed:
                return None
            self._working = True
            if self._first:
                return self._first.pop(0)
            return partial(self._look, (self._preferred or self._waiting).popleft())

    def _run(self) -> None:
        while (task := self._next()) is not None:
            # What takes long may be abandoned, and is wanted later. Nor may anything unforeseen
            # end the thread: the other saves are still to be looked at.
            with suppress(Exception):
                task()

    def _look_at_folder(self) -> None:
        entries = self._library.glance()
        if not self._closed:
            self._tell_list(entries)

    def _look_for_latest(self) -> None:
        unfinished = self._library.unfinished(self._give_way)
        entry = next((each for each in unfinished if not self._passed(each)), None)
        if not self._closed:
            self._tell_latest(entry)

    def _look(self, entry: Entry) -> None:
        if entry.large and entry.known is Known.NAME:
            entry = self._library.head(entry)
            self._tell_seen(entry)
        try:
            found = self._library.look(entry, self._heed if entry.large else self._give_way)
        except AbandonedError:
            with self._changed:
                self._waiting.append(entry)
            raise
        if not self._closed:
            self._tell_seen(found)

    def _give_way(self) -> None:
        """Let others go on."""
        if self._closed:
            raise AbandonedError
        time.sleep(PAUSE)

    def _heed(self) -> None:
        """Likewise; and put a save back that takes long when others are waiting."""
        self._give_way()
        waiting = (*self._preferred, *self._waiting)
        if self._first or any(not each.large for each in waiting):
            raise AbandonedError
