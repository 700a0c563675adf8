"""A journal: the file that a match is kept in, one line after the other.

A line counts when the disk has confirmed it. Whatever fails ends in the old or in the new state:
what could be written in part is cut off again, and the journal says why it no longer saves.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from pathlib import Path
from typing import Final

from attrs import frozen

from game.match.disk import LOCAL, Disk, Handle
from game.match.errors import NoSuchSaveError, SaveError
from game.match.lock import Lock
from game.match.scan import Scan, scan
from game.match.trouble import because, shown_path, unreadable

PART: Final = ".part"
"""How a file ends that is not a save yet."""


@frozen
class Loaded:
    """What opening a journal found.

    Attributes:
        scan: the lines.
        spectator: another program plays this save; nothing is written.
        rest: the bytes after the good lines.
    """

    scan: Scan
    spectator: bool = False
    rest: bytes = b""


class Journal:
    """A save on disk.

    Args:
        path: the file; beside it stands its lock file.
        disk: where files are.
    """

    def __init__(self, path: Path, disk: Disk = LOCAL) -> None:
        self.path = path
        self.where = shown_path(path)
        """The file as messages name it."""
        self.cause: str | None = None
        """Why nothing is being saved, in a plain sentence or two; nothing if all is well."""
        self._disk = disk
        self._file: Handle | None = None
        self._lock = Lock(path, disk)
        self._size = 0
        self._lines = 0

    @property
    def saving(self) -> bool:
        """Whether lines are written."""
        return self._file is not None

    def player(self) -> str:
        """Who plays this save, as far as its lock file tells."""
        return self._lock.holder()

    # ------------------------------------------------------------------ beginning

    def anew(self) -> Journal:
        """The same file on the same disk, to be opened once more."""
        return Journal(self.path, self._disk)

    def begin(self, data: bytes) -> None:
        """Make the save, with its first line or more. On trouble with the disk ``cause`` tells.

        Raises:
            SaveError: there is a save of this name, or somebody is about to make one.
        """
        disk, path = self._disk, self.path
        try:
            disk.make_directory(path.parent)
            if not self._lock.take():
                raise SaveError(f"{self.where} is being played by {self.player()}")
            if disk.exists(path):
                self.close()
                raise SaveError(f"{self.where} is there already; choose another name, or resume it")
            # One line is there or is torn. Of more lines a part would pass for a shorter match.
            first = path if data.count(b"\n") == 1 else path.with_suffix(PART)
            if first is not path and disk.exists(first):
                disk.remove(first)
            self._file = disk.create(first)
        except OSError as error:
            self._give_up(f"{because(error)} {self.where} could not be made.")
            return
        if not self._write(data, "the first line", first):
            return
        try:
            if first is not path:
                handle, self._file = self._file, None
                disk.close(handle)
                disk.replace(first, path)
                self._file = disk.open(path, write=True)
            disk.sync_directory(path.parent)
        except OSError as error:
            self._give_up(f"{because(error)} Perhaps {self.where} was not made.")

    # ------------------------------------------------------------------ opening

    def data(self) -> bytes:
        """Everything in the file, good or not.

        Raises:
            SaveError: the file is missing, is no ordinary file, or cannot be read.
        """
        return self._read(None)

    def _read(self, most: int | None) -> bytes:
        try:
            handle = self._disk.open(self.path, write=False)
            try:
                return self._disk.read(handle, most)
            finally:
                self._disk.close(handle)
        except OSError as error:
            if error.errno == errno.ENOENT:
                raise NoSuchSaveError(f"there is no save {self.where}") from error
            raise SaveError(f"{self.where}: {unreadable(error)}") from error
        except ValueError as error:
            raise SaveError(f"{self.where}: no file can have this name") from error

    def beginning(self, most: int) -> bytes:
        """Its first ``most`` bytes, or all if there are fewer.

        Raises:
            SaveError: as for ``data``.
        """
        return self._read(most)

    def look(self) -> Scan:
        """Read the save without touching it.

        Raises:
            SaveError: as for ``data``.
        """
        return scan(self.data())

    def load(self) -> Loaded:
        """Read the save, and take its lock in order to write. Nothing is written yet.

        A save that is damaged is let go again. If it cannot be locked or written to, ``cause``
        says why.

        Raises:
            SaveError: the file is missing, is no ordinary file, or cannot be read.
        """
        data = self.data()
        found = scan(data)
        if found.damage or not found.lines:
            return Loaded(found)
        try:
            if not self._lock.take():
                return Loaded(found, spectator=True)
            self._file = self._disk.open(self.path, write=True)
            # Somebody may have played on between the first look and the lock.
            if (again := self._disk.read(self._file)) != data:
                data, found = again, scan(again)
        except OSError as error:
            self._give_up(f"{because(error)} {self.where} cannot be written to.")
            return Loaded(found)
        self._size, self._lines = found.end, len(found.lines)
        if found.damage or not found.lines:
            self.close()
        return Loaded(found, rest=data[found.end :])

    def mend(self, loaded: Loaded) -> str | None:
        """Make sure of what was read, and put its end right.

        A torn piece is moved aside, then cut off, and the last line gets its line feed. Each step
        may be the last before a crash: the next opening goes on from there. In the end the disk
        confirms everything, for a program that was killed may have left lines that never reached
        it.

        Returns:
            What was mended, in a sentence, or nothing.
        """
        found, handle = loaded.scan, self._file
        if handle is None:
            return None
        notice = None
        try:
            if found.torn:
                aside = self._set_aside(loaded.rest)
                self._disk.truncate(handle, found.end)
                self._disk.sync(handle)
                notice = (
                    "Recovered. The last line of the save was not finished when the game stopped; "
                    f"nothing else was lost. The unfinished piece is kept in {aside}."
                )
            if found.unfinished:
                self._disk.append(handle, b"\n")
                self._size += 1
            self._disk.sync(handle)
            self._disk.sync_directory(self.path.parent)
        except OSError as error:
            self._give_up(f"{because(error)} What is in {self.where} could not be made sure of.")
            return None
        return notice

    def _set_aside(self, piece: bytes) -> str:
        """Keep a torn piece in a file of its own, unless it is kept already."""
        disk, number = self._disk, 1
        while True:
            aside = self.path.with_name(f"{self.path.stem}.torn-{number}")
            if not disk.exists(aside):
                break
            if self._holds(aside, piece):
                return aside.name
            number += 1
        handle = disk.create(aside)
        try:
            disk.append(handle, piece)
            disk.sync(handle)
        finally:
            disk.close(handle)
        disk.sync_directory(aside.parent)
        return aside.name

    def _holds(self, path: Path, data: bytes) -> bool:
        """Whether a file holds these bytes, and the disk has confirmed them."""
        try:
            handle = self._disk.open(path, write=False)
        except OSError:
            return False
        try:
            if self._disk.read(handle) != data:
                return False
            self._disk.sync(handle)
            return True
        finally:
            self._disk.close(handle)

    # ------------------------------------------------------------------ writing

    def append(self, line: bytes) -> bool:
        """Write one line; whether the disk has confirmed it. If not, ``cause`` says why."""
        return self._file is not None and self._write(line, f"line {self._lines + 1}", self.path)

    def _write(self, data: bytes, what: str, path: Path) -> bool:
        """Append to the file, which is at ``path`` now."""
        assert self._file is not None  # both callers have just made sure of it
        try:
            self._disk.append(self._file, data)
        except OSError as error:
            self._undo(
                f"{because(error)} {what.capitalize()} of {self.where} was not written.", path
            )
            return False
        try:
            self._disk.sync(self._file)
        except OSError as error:
            # What the disk holds now is not known, and asking again proves nothing: the system
            # forgets what it failed to write.
            self._give_up(f"{because(error)} Perhaps {what} of {self.where} is lost.")
            self._tell_what_is_left()
            return False
        self._size += len(data)
        self._lines += data.count(b"\n")
        return True

    def _undo(self, said: str, path: Path) -> None:
        """Something was written in part, or not at all: go back to what was there before it."""
        assert self._file is not None  # it was just written to
        try:
            self._disk.truncate(self._file, self._size)
            self._disk.sync(self._file)
            if not self._size:
                # Do not leave an empty file with this name.
                self._disk.remove(path)
        except OSError:
            said += " A piece of it may be left there."
        self._give_up(said)

    def _tell_what_is_left(self) -> None:
        with suppress(SaveError):
            lines = len(self.look().lines)
            self.cause = f"{self.cause} Read again, the file is good up to line {lines}."

    def _give_up(self, cause: str) -> None:
        self.cause = cause
        self.close()

    def close(self) -> None:
        """Let go of the file and its lock. Nothing is written."""
        handle, self._file = self._file, None
        if handle is not None:
            # Everything that counts was synced; a close can no longer lose it.
            with suppress(OSError):
                self._disk.close(handle)
        self._lock.let_go()
