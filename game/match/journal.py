"""A journal: the file that a match is kept in, one line after the other.

A line counts when the disk has confirmed it. Whatever fails ends in the old or in the new state:
what could be written in part is cut off again, and the journal says why it no longer saves.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from attrs import frozen

from game.match.disk import LOCAL, Disk, Handle
from game.match.errors import NoSuchSaveError, SaveError
from game.match.scan import Scan, scan
from game.scenario.text import clean

SUFFIX: Final = ".jsonl"

_NOTE: Final = re.compile(r"process \d{1,10} on [A-Za-z0-9._-]{1,64}")


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
        self.trouble: str | None = None
        """Why nothing is being saved, in plain sentences."""
        self._disk = disk
        self._file: Handle | None = None
        self._lock: Handle | None = None
        self._size = 0
        self._lines = 0

    @property
    def saving(self) -> bool:
        """Whether lines are written."""
        return self._file is not None

    # ------------------------------------------------------------------ beginning and opening

    def begin(self, data: bytes) -> None:
        """Make the save, with its first line or more. On trouble with the disk it only says so.

        Raises:
            SaveError: there is a save of this name, or somebody is about to make one.
        """
        disk, path = self._disk, self.path
        try:
            disk.make_directory(path.parent)
            if not self._take_lock():
                raise SaveError(f"{self.where} is being played by {self.player()}")
            try:
                handle = disk.create(path)
            except FileExistsError:
                self._let_go()
                raise SaveError(
                    f"{self.where} is there already; choose another name, or resume it"
                ) from None
        except OSError as error:
            self._give_up(f"{_because(error)} {self.where} could not be made.")
            return
        self._file = handle
        if self._write(data, "The first line"):
            try:
                disk.sync_directory(path.parent)
            except OSError as error:
                self._give_up(f"{_because(error)} Perhaps {self.where} was not made.")

    def load(self, *, write: bool) -> Loaded:
        """Read the save, and take its lock in order to write. Nothing is written yet.

        A damaged save is let go again. If it cannot be locked or written to, ``trouble`` says so.

        Raises:
            SaveError: the file is missing, is no ordinary file, or cannot be read.
        """
        if not write:
            return Loaded(scan(self._read_only()))
        try:
            held = self._take_lock()
        except OSError as error:
            # Whether somebody else plays is not known; so this one only looks, or plays unsaved.
            loaded = Loaded(scan(self._read_only()))
            self._give_up(f"{_because(error)} {self.where} cannot be locked.")
            return loaded
        if not held:
            return Loaded(scan(self._read_only()), spectator=True)
        try:
            return self._load_to_write()
        except SaveError:
            self._let_go()
            raise

    def look(self) -> Scan:
        """Read the save once more without touching it, as one who watches does."""
        return scan(self._read_only())

    def _load_to_write(self) -> Loaded:
        try:
            self._file = self._disk.open(self.path, write=True)
        except OSError as error:
            data = self._read_only()
            self._give_up(f"{_because(error)} {self.where} cannot be written to.")
            return Loaded(scan(data))
        try:
            data = self._disk.read(self._file)
        except OSError as error:
            self.close()
            raise self._unreadable(error) from error
        found = scan(data)
        self._size, self._lines = found.end, len(found.lines)
        if found.damage or not found.lines:
            self.close()
        return Loaded(found, rest=data[found.end :])

    def _read_only(self) -> bytes:
        try:
            handle = self._disk.open(self.path, write=False)
            try:
                return self._disk.read(handle)
            finally:
                self._disk.close(handle)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> SaveError:
        if error.errno == errno.ENOENT:
            return NoSuchSaveError(f"there is no save {self.where}")
        return SaveError(f"{self.where}: {_WORDS.get(error.errno or 0, _because(error))}")

    # ------------------------------------------------------------------ mending

    def mend(self, loaded: Loaded) -> str | None:
        """Move a torn piece aside, then cut it off; then end the last line if need be.

        Each step may be the last before a crash: the next opening goes on from there.

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
                self._disk.sync(handle)
                self._size += 1
        except OSError as error:
            self._give_up(
                f"{_because(error)} The unfinished end of {self.where} could not be mended."
            )
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
        try:
            handle = self._disk.open(path, write=False)
        except OSError:
            return False
        try:
            return self._disk.read(handle) == data
        finally:
            self._disk.close(handle)

    # ------------------------------------------------------------------ writing

    def append(self, line: bytes) -> bool:
        """Write one line; whether the disk has confirmed it. If not, ``trouble`` says why."""
        return self._file is not None and self._write(line, f"Line {self._lines + 1}")

    def _write(self, data: bytes, what: str) -> bool:
        assert self._file is not None
        try:
            self._disk.append(self._file, data)
        except OSError as error:
            self._undo(error, what)
            return False
        try:
            self._disk.sync(self._file)
        except OSError as error:
            # What the disk holds now is not known, and asking again proves nothing: the system
            # forgets what it failed to write.
            self._give_up(f"{_because(error)} Perhaps {what.lower()} of {self.where} is lost.")
            return False
        self._size += len(data)
        self._lines += data.count(b"\n")
        return True

    def _undo(self, error: OSError, what: str) -> None:
        """A line was written in part, or not at all: go back to the lines before it."""
        assert self._file is not None
        try:
            self._disk.truncate(self._file, self._size)
            self._disk.sync(self._file)
        except OSError:
            self._give_up(
                f"{_because(error)} {what} of {self.where} was not written, and its beginning may "
                "be left there."
            )
        else:
            self._give_up(f"{_because(error)} {what} of {self.where} was not written.")

    def _give_up(self, sentence: str) -> None:
        self.trouble = (
            f"{sentence} Play goes on in memory only: save the match in another place to keep it."
        )
        self.close()

    # ------------------------------------------------------------------ the lock

    def _take_lock(self) -> bool:
        note = f"process {os.getpid()} on {_machine()}\n"
        self._lock = self._disk.lock(lock_path(self.path), note)
        return self._lock is not None

    def player(self) -> str:
        """Who holds the lock, as far as the lock file tells; only a note like ours is believed."""
        try:
            handle = self._disk.open(lock_path(self.path), write=False)
            try:
                note = self._disk.read(handle)[:200].decode("ascii", "replace").strip()
            finally:
                self._disk.close(handle)
        except OSError:
            note = ""
        return note if _NOTE.fullmatch(note) else "another program"

    def close(self) -> None:
        """Let go of the file and its lock. Nothing is written."""
        handle, self._file = self._file, None
        self._shut(handle)
        self._let_go()

    def _let_go(self) -> None:
        handle, self._lock = self._lock, None
        self._shut(handle)

    def _shut(self, handle: Handle | None) -> None:
        if handle is not None:
            # Everything that counts was synced; a close can no longer lose it.
            with suppress(OSError):
                self._disk.close(handle)


def lock_path(path: Path) -> Path:
    """The lock file of a save. It is never renamed and never deleted."""
    return path.with_name(f"{path.stem}.lock")


def shown_path(path: Path) -> str:
    """A path as messages name it: relative to here if it is below, and safe to print."""
    try:
        short = path.absolute().relative_to(Path.cwd())
    except (ValueError, OSError):
        short = path
    return clean(str(short).replace("\n", " "))


_WORDS: Final = {
    errno.ELOOP: "this is a link, and saves are not read through links; open the file itself",
    errno.EMLINK: "the file has a second name; copy it to a file of its own",
    errno.EINVAL: "this is not an ordinary file",
    errno.EISDIR: "this is a folder, not a save",
    errno.ENXIO: "this is not an ordinary file",
    errno.EFBIG: "the file is larger than any save",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
}

_REASONS: Final = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk quota is used up.",
    errno.EROFS: "The disk can only be read.",
    errno.EACCES: "There is no permission to write here.",
    errno.EPERM: "There is no permission to write here.",
    errno.EIO: "The disk failed.",
    errno.EFBIG: "The file has grown too large.",
    errno.EMLINK: "The file has a second name.",
    errno.ENOLCK: "The file system here has no locks.",
    errno.ENOTSUP: "The file system here lacks what saving needs.",
    errno.ENOENT: "The folder is gone.",
}


def _because(error: OSError) -> str:
    """Why, as a sentence."""
    known = _REASONS.get(error.errno or 0)
    return known or f"The system says: {clean(error.strerror or type(error).__name__)}."


def _machine() -> str:
    name: Callable[[], os.uname_result] | None = getattr(os, "uname", None)
    return (name().nodename if name else os.environ.get("COMPUTERNAME", "")) or "this machine"
