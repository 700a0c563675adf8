"""The lock of a save: whoever holds it may write, everybody else watches.

It is a file of its own beside the save, never renamed and never deleted: a lock on the save
itself would not hold when the save is replaced by another file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from game.files.disk import Disk, Handle
from game.match.errors import SaveError
from game.match.trouble import because, shown_path

_NOTE: Final = re.compile(r"process \d{1,10} on [A-Za-z0-9._-]{1,64}")


def lock_path(path: Path) -> Path:
    """The lock file of a save."""
    return path.parent / f"{path.stem}.lock"


class Lock:
    """The lock of one save, not taken yet."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = lock_path(path)
        self._disk = disk
        self._handle: Handle | None = None

    def take(self) -> bool:
        """Take it; false if another program has it.

        Raises:
            OSError: it cannot be told whether another program has it.
        """
        self._handle = self._disk.lock(self._path, f"{_note()}\n")
        return self._handle is not None

    def stands(self) -> bool:
        """Whether it was taken and its file is where it was: else somebody else may take it, too.

        Raises:
            OSError: that cannot be told.
        """
        return self._handle is not None and self._disk.same(self._handle, self._path)

    def is_own(self) -> bool:
        """Whether the lock file says that this program holds it."""
        return self.holder() == _note()

    def let_go(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                self._disk.close(handle)

    def holder(self) -> str:
        """Who holds it, as far as the lock file tells; only a note like ours is believed."""
        try:
            handle = self._disk.open(self._path, write=False)
            try:
                note = self._disk.read(handle)[:200].decode("ascii", "replace").strip()
            finally:
                self._disk.close(handle)
        except OSError:
            note = ""
        return note if _NOTE.fullmatch(note) else "another program"


@contextmanager
def held(path: Path, disk: Disk) -> Iterator[None]:
    """Hold the lock of a save for a while.

    Raises:
        SaveError: another program plays the save, or the lock cannot be had.
    """
    lock = Lock(path, disk)
    try:
        taken = lock.take()
    except OSError as error:
        raise SaveError(f"{because(error)} {shown_path(path)} cannot be locked.") from error
    if not taken:
        raise SaveError(
            f"{shown_path(path)} is being played by {lock.holder()}; close it there first"
        )
    try:
        yield
    finally:
        lock.let_go()


def _note() -> str:
    """What a lock file says of its holder."""
    return f"process {os.getpid()} on {_machine()}"


def _machine() -> str:
    name: Callable[[], os.uname_result] | None = getattr(os, "uname", None)
    return (name().nodename if name else os.environ.get("COMPUTERNAME", "")) or "this-machine"
