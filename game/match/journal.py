"""A journal: the file that a match is kept in, one line after the other.

A line counts when the disk has confirmed it. Whatever fails ends in the old or in the new state:
what could be written in part is cut off again, and the journal says why it no longer saves.

Other programs may remove, move, replace or change the file meanwhile. It is looked at before every
line: what was written is there, or all of it is written anew beside what somebody else left.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from game.files.disk import LOCAL, Disk, Handle
from game.match.errors import NoSuchSaveError, SaveError
from game.match.lock import Lock
from game.match.names import SUFFIX, numbered
from game.match.notices import Moved, Notice, Recovered
from game.match.scan import Scan, scan
from game.match.torn import set_aside
from game.match.trouble import because, shown_path, unreadable
from game.value import frozen

PART: Final = ".part"
"""How a file ends that is not a save yet."""

_NAMES: Final = 1000
"""How many names are tried for a save that must be written anew."""


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
        stem: of what a free name is made for a new save that nobody has named.
    """

    def __init__(self, path: Path, disk: Disk = LOCAL, *, stem: str | None = None) -> None:
        self.path = path
        self.where = shown_path(path)
        """The file as messages name it."""
        self.cause: str | None = None
        """Why nothing is being saved, in a plain sentence or two; nothing if all is well."""
        self.moves: list[Moved] = []
        """Each time that the save had to be written anew: why, and where it is now."""
        self._stem = path.stem if stem is None else stem
        self._unnamed = stem is not None
        self.disk = disk
        self._file: Handle | None = None
        self._lock = Lock(path, disk)
        self._device = 0
        self._whole = bytearray()
        self._lines = 0
        self._last = 0

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
        return Journal(self.path, self.disk)

    def begin(self, data: bytes) -> None:
        """Make the save, with its first line or more. On trouble with the disk ``cause`` tells.

        Raises:
            SaveError: there is a save of this name, or somebody is about to make one.
        """
        try:
            self.disk.make_directory(self.path.parent)
        except OSError as error:
            self._give_up(f"{because(error)} {self.where} could not be made.")
            return
        if not self._unnamed:
            self._make(data)
        elif (there := self._anywhere(data)) is None:
            raise SaveError(f"no name like {self._stem} is free; choose another one")
        else:
            # Twelve programs may have looked for a free name at once.
            self._go_on_as(there)

    def _make(self, data: bytes) -> None:
        """Make the save in a folder that is there, as ``begin`` does."""
        disk, path = self.disk, self.path
        try:
            self._device = disk.device(path.parent)
            if not self._lock.take():
                raise SaveError(f"{self.where} is being played by {self.player()}")
            if disk.exists(path):
                raise self._taken()
            # One line is there or is torn. Of more lines a part would pass for a shorter match.
            first = path if data.count(b"\n") == 1 else path.with_suffix(PART)
            if first is not path and disk.exists(first):
                disk.remove(first)
            self._file = disk.create(first)
        except OSError as error:
            self._give_up(f"{because(error)} {self.where} could not be made.")
            return
        if not self._write(data, first, damage="the first line"):
            return
        try:
            if first is not path:
                handle, self._file = self._file, None
                disk.close(handle)
                # Writing took a while, and not everybody asks for locks.
                if disk.exists(path):
                    disk.remove(first)
                    raise self._taken()
                disk.replace(first, path)
                self._file = disk.open(path, write=True)
            disk.sync_directory(path.parent)
        except OSError as error:
            self._give_up(f"{because(error)} Perhaps {self.where} was not made.")

    def _taken(self) -> SaveError:
        self.close()
        return SaveError(f"{self.where} is there already; choose another name, or resume it")

    # ------------------------------------------------------------------ opening

    def data(self) -> bytes:
        """Everything in the file, good or not.

        Raises:
            SaveError: the file is missing, is no ordinary file, or cannot be read.
        """
        return self._read(None)

    def _read(self, most: int | None) -> bytes:
        try:
            handle = self.disk.open(self.path, write=False)
            try:
                return self.disk.read(handle, most)
            finally:
                self.disk.close(handle)
        except OSError as error:
            if error.errno == errno.ENOENT:
                raise NoSuchSaveError(f"there is no save {self.where}") from error
            raise SaveError(f"{self.where}: {unreadable(error)}") from error
        except ValueError as error:
            raise SaveError(f"{self.where}: no file can have this name") from error

    def beginning(self, most: int) -> bytes:
        """Its first ``most`` bytes, or all if there are fewer; it raises what ``data`` does."""
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
            self._device = self.disk.device(self.path.parent)
            self._file = self.disk.open(self.path, write=True)
            # Somebody may have played on between the first look and the lock.
            if (again := self.disk.read(self._file)) != data:
                data, found = again, scan(again)
        except OSError as error:
            self._give_up(f"{because(error)} {self.where} cannot be written to.")
            return Loaded(found)
        self._grow(data[: found.end], len(found.lines))
        if found.damage or not found.lines:
            self.close()
        return Loaded(found, rest=data[found.end :])

    def mend(self, loaded: Loaded) -> Notice | None:
        """Make sure of what was read, and put its end right.

        A torn piece is moved aside, then cut off, and the last line gets its line feed. Each step
        may be the last before a crash: the next opening goes on from there. In the end the last
        line is written once more over itself and confirmed: a program that was killed, or that was
        told by the disk that it failed, may have left one that never reached it.

        Returns:
            What was mended, in a sentence, or nothing.
        """
        found, handle = loaded.scan, self._file
        if handle is None:
            return None
        notice: Notice | None = None
        try:
            if found.torn:
                aside = set_aside(loaded.rest, self.path, self.disk)
                self.disk.truncate(handle, found.end)
                self.disk.sync(handle)
                notice = Recovered(str(aside))
            if found.unfinished:
                self.disk.append(handle, b"\n")
                self._whole += b"\n"
            self.disk.renew(self.path, self._last, bytes(self._whole[self._last :]))
            self.disk.sync_directory(self.path.parent)
        except OSError as error:
            self._give_up(f"{because(error)} What is in {self.where} could not be made sure of.")
            return None
        return notice

    # ------------------------------------------------------------------ writing

    def append(self, line: bytes) -> bool:
        """Write one line; whether the disk has confirmed it. If not, ``cause`` says why."""
        self.make_sure()
        if self._file is None:
            return False
        return self._write(line, self.path, damage=f"line {self._lines + 1}")

    def _write(self, data: bytes, path: Path, *, damage: str) -> bool:
        """Append to the file, at ``path`` now; ``damage``: what is lost if it cannot be done."""
        assert self._file is not None  # both callers have just made sure of it
        try:
            self.disk.append(self._file, data)
        except OSError as error:
            self._undo_and_give_up(
                f"{because(error)} {damage.capitalize()} of {self.where} was not written.", path
            )
            return False
        try:
            self.disk.sync(self._file)
        except OSError as error:
            # What the disk holds now is not known, and asking again proves nothing: the system
            # forgets what it failed to write.
            self._give_up(f"{because(error)} Perhaps {damage} of {self.where} is lost.")
            return False
        self._grow(data, data.count(b"\n"))
        return True

    def _grow(self, data: bytes, lines: int) -> None:
        """The disk holds these bytes, too."""
        self._whole += data
        self._lines += lines
        self._last = self._whole.rfind(b"\n", 0, len(self._whole) - 1) + 1

    def _undo_and_give_up(self, said: str, path: Path) -> None:
        """Something was written in part, or not at all: go back to what was there before it."""
        assert self._file is not None  # it was just written to
        try:
            self.disk.truncate(self._file, len(self._whole))
            self.disk.sync(self._file)
            if not self._whole:
                # Do not leave an empty file with this name.
                self.disk.remove(path)
        except OSError:
            said += " A piece of it may be left there."
        self._give_up(said)

    # ------------------------------------------------------------------ when others meddle

    def make_sure(self) -> None:
        """See to it that everything written is in the file, and the file at its path.

        If the path leads to another file that holds the same bytes, that one is gone on with.
        Whatever else is there stays as it is, and the save is written anew under a free name, with
        a lock of its own; ``moves`` tells. If its folder is gone, or lies on another disk, nothing
        is made there, where it might come to lie below a disk that is put back: ``cause`` tells.
        """
        if self._file is None or self._stands():
            return
        try:
            away = self.disk.device(self.path.parent) != self._device
        except OSError as error:
            self._give_up(f"{because(error)} {self.where} can no longer be reached.")
            return
        if away:
            self._give_up(f"Its disk was taken away. {self.where} can no longer be reached.")
        elif (what := self._retaking_fault()) is not None:
            self._move(what)

    def _stands(self) -> bool:
        """Whether file and lock are where they were, and the file is as it was left."""
        disk, handle = self.disk, self._file
        assert handle is not None  # the caller has just made sure of it
        last = bytes(self._whole[self._last :])
        try:
            return (
                self._lock.stands()
                and disk.same(handle, self.path)
                and disk.end(handle, len(last)) == (len(self._whole), last)
            )
        except OSError:
            return False

    def _retaking_fault(self) -> str | None:
        """Go on with the file at the path if it holds what was written; else what became of it."""
        disk, lock, handle = self.disk, Lock(self.path, self.disk), None
        try:
            if self._lock.stands():
                lock = self._lock
            elif not lock.take():
                # There are disks on which no open file seems to be the one at its path.
                if not lock.is_own():
                    return f"{self.where} is being played by {lock.holder()}, too."
                lock = self._lock
            handle = disk.open(self.path, write=True)
            if disk.read(handle) == self._whole:
                disk.sync(handle)
                disk.sync_directory(self.path.parent)
                # What is let go below is what was held until now.
                self._file, handle = handle, self._file
                self._lock, lock = lock, self._lock
                return None
            return f"{self.where} was changed by something else, and is left as it is now."
        except FileNotFoundError:
            return f"{self.where} was removed or moved."
        except OSError as error:
            return f"{because(error)} {self.where} is left as it is now."
        finally:
            if handle is not None:
                with suppress(OSError):
                    disk.close(handle)
            if lock is not self._lock:
                lock.let_go()

    def _move(self, what: str) -> None:
        """Write the save anew under the first name that is free, and go on there."""
        self.close()
        there = self._anywhere(bytes(self._whole))
        if there is None:
            self._give_up(f"{what} No other name is free.")
        elif there.cause is not None:
            self._give_up(f"{what} {there.cause}")
        else:
            self._go_on_as(there)
            self.moves.append(Moved(what, str(self.where)))

    def _anywhere(self, data: bytes) -> Journal | None:
        """A save under the first name that is free, made in a folder that is there."""
        for name in islice(numbered(self._stem), _NAMES):
            there = Journal(self.path.with_name(f"{name}{SUFFIX}"), self.disk)
            with suppress(SaveError):
                there._make(data)
                return there
        return None

    def _go_on_as(self, there: Journal) -> None:
        """Be the journal that was made elsewhere."""
        self.path, self.where, self.cause = there.path, there.where, there.cause
        self._file, self._lock, self._device = there._file, there._lock, there._device
        self._whole, self._lines, self._last = there._whole, there._lines, there._last

    def _give_up(self, cause: str) -> None:
        self.cause = cause
        self.close()

    def close(self) -> None:
        """Let go of the file and its lock. Nothing is written."""
        handle, self._file = self._file, None
        if handle is not None:
            # Everything that counts was synced; a close can no longer lose it.
            with suppress(OSError):
                self.disk.close(handle)
        self._lock.let_go()
