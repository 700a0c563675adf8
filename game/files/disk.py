"""The few things that a journal asks of a disk, and the disk of this machine.

A seam: the tests put disks in its place that fail at the k-th call or lose what was not synced.
Every method raises ``OSError``; nothing is buffered, and nothing is tried twice.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

Handle = int
"""An open file."""

Stamp = tuple[int, int, int]
"""When a file was last written, in nanoseconds since 1970; its size; its number."""

LARGEST: Final = 64 << 20
"""The most bytes that a save may have."""


class Disk(Protocol):
    """Files, as far as saves need them."""

    def create(self, path: Path, *, private: bool = True) -> Handle:
        """Make a new file for appending; fails if anything is there, a link included.

        It is for its owner alone, or, if not private, for whom the umask allows.
        """
        ...

    def open(self, path: Path, *, write: bool) -> Handle:
        """Open an ordinary file, for appending or only for reading; never through a link."""
        ...

    def read(self, handle: Handle, most: int | None = None) -> bytes:
        """Everything in the file, or its first ``most`` bytes."""
        ...

    def append(self, handle: Handle, data: bytes) -> None:
        """Write at the end, all of it or fail."""
        ...

    def truncate(self, handle: Handle, size: int) -> None:
        """Cut the file to ``size`` bytes."""
        ...

    def sync(self, handle: Handle) -> None:
        """Return when what was written has reached the disk itself."""
        ...

    def sync_directory(self, path: Path) -> None:
        """Return when the names in a directory have reached the disk itself."""
        ...

    def replace(self, old: Path, new: Path) -> None:
        """Give a file a new name, in one step; what had that name before is gone."""
        ...

    def remove(self, path: Path) -> None:
        """Take a file's name away."""
        ...

    def make_directory(self, path: Path) -> None:
        """Make a directory and those above it, unless they are there."""
        ...

    def exists(self, path: Path) -> bool:
        """Whether anything has this name, a broken link included."""
        ...

    def names(self, path: Path) -> tuple[str, ...]:
        """The names in a directory, in order."""
        ...

    def stamp(self, path: Path) -> Stamp:
        """What changes when a file changes."""
        ...

    def touch(self, path: Path) -> None:
        """Let a file count as written now."""
        ...

    def same(self, handle: Handle, path: Path) -> bool:
        """Whether a path leads to this open file, and not through a link."""
        ...

    def end(self, handle: Handle, length: int) -> tuple[int, bytes]:
        """How many bytes an open file has, and the last ``length`` of them."""
        ...

    def device(self, directory: Path) -> int:
        """The number of the disk that a directory is on."""
        ...

    def renew(self, path: Path, at: int, data: bytes) -> None:
        """Write over bytes that read as ``data`` already, and return when they are on the disk.

        After a sync that failed they may be there to be read and yet never reach the disk, and
        another sync would not notice.
        """
        ...

    def lock(self, path: Path, note: str) -> Handle | None:
        """Hold a lock file until it is closed and write a note into it; nothing if it is held."""
        ...

    def close(self, handle: Handle) -> None:
        """Close a file, and let go of it if it is a lock."""
        ...


_COMMON: Final = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
# Opening a pipe without this would wait for somebody at its other end.
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)

_CHUNK: Final = 1 << 20


class LocalDisk:
    """The disk of this machine."""

    def create(self, path: Path, *, private: bool = True) -> Handle:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | _NO_LINK | _COMMON
        return os.open(path, flags, 0o600 if private else 0o666)

    def open(self, path: Path, *, write: bool) -> Handle:
        mode = os.O_RDWR | os.O_APPEND if write else os.O_RDONLY
        handle = os.open(path, mode | _NO_LINK | _NO_WAIT | _COMMON)
        try:
            _refuse_strange(os.fstat(handle), path, write=write)
        except OSError:
            os.close(handle)
            raise
        return handle

    def read(self, handle: Handle, most: int | None = None) -> bytes:
        os.lseek(handle, 0, os.SEEK_SET)
        if most is not None:
            return self._head(handle, most)
        parts = []
        size = 0
        while part := os.read(handle, _CHUNK):
            parts.append(part)
            size += len(part)
            if size > LARGEST:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return b"".join(parts)

    def _head(self, handle: Handle, most: int) -> bytes:
        data = b""
        while len(data) < most and (part := os.read(handle, most - len(data))):
            data += part
        return data

    def append(self, handle: Handle, data: bytes) -> None:
        view = memoryview(data)
        while view:
            written = os.write(handle, view)
            if not written:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            view = view[written:]

    def truncate(self, handle: Handle, size: int) -> None:
        os.ftruncate(handle, size)

    def sync(self, handle: Handle) -> None:
        if sys.platform == "darwin":
            _sync_fully(handle)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(handle)
        else:
            os.fsync(handle)

    def sync_directory(self, path: Path) -> None:
        if os.name == "nt":
            return  # a directory cannot be opened there, and its names are journalled
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _COMMON)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def replace(self, old: Path, new: Path) -> None:
        if os.name != "nt":
            old.replace(new)
            return
        # Virus scanners hold new files open for a moment.
        for pause in (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64):
            with suppress(PermissionError):
                old.replace(new)
                return
            time.sleep(pause)
        old.replace(new)

    def remove(self, path: Path) -> None:
        path.unlink()

    def make_directory(self, path: Path) -> None:
        if path.is_dir():
            return
        self.make_directory(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        self.sync_directory(path.parent)

    def exists(self, path: Path) -> bool:
        # `os.path.lexists` would take a disk that fails for a name that is free.
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return False
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
            return False  # its folder is a link that leads nowhere
        return True

    def names(self, path: Path) -> tuple[str, ...]:
        return tuple(sorted(each.name for each in path.iterdir()))

    def stamp(self, path: Path) -> Stamp:
        facts = path.lstat()
        return (facts.st_mtime_ns, facts.st_size, facts.st_ino)

    def touch(self, path: Path) -> None:
        os.utime(path)

    def same(self, handle: Handle, path: Path) -> bool:
        # Both are asked anew: network disks may give a file another number later on.
        try:
            return os.path.samestat(os.fstat(handle), path.lstat())
        except (FileNotFoundError, NotADirectoryError):
            return False

    def end(self, handle: Handle, length: int) -> tuple[int, bytes]:
        size = os.fstat(handle).st_size
        os.lseek(handle, max(0, size - length), os.SEEK_SET)
        return size, os.read(handle, length)

    def device(self, directory: Path) -> int:
        return directory.stat().st_dev

    def renew(self, path: Path, at: int, data: bytes) -> None:
        # A file that was opened for appending would be written to at its end.
        handle = os.open(path, os.O_RDWR | _NO_LINK | _NO_WAIT | _COMMON)
        try:
            _refuse_strange(os.fstat(handle), path, write=True)
            os.lseek(handle, at, os.SEEK_SET)
            self.append(handle, data)
            self.sync(handle)
        finally:
            os.close(handle)

    def lock(self, path: Path, note: str) -> Handle | None:
        flags = os.O_RDWR | os.O_CREAT | _NO_LINK | _NO_WAIT | _COMMON
        handle = os.open(path, flags, 0o600)
        try:
            _refuse_strange(os.fstat(handle), path, write=True)
            if not _locked(handle):
                os.close(handle)
                return None
        except OSError:
            os.close(handle)
            raise
        # The note is for a message only; a full disk must not stop anybody from playing.
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, note.encode("ascii", "replace"))
        return handle

    def close(self, handle: Handle) -> None:
        os.close(handle)


LOCAL: Final[Disk] = LocalDisk()


STRANGE: Final = "not an ordinary file"

_KINDS: Final = {
    "a folder": stat.S_ISDIR,
    "a pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": stat.S_ISCHR,
    "a disk": stat.S_ISBLK,
}
"""What may stand where a save belongs."""


def _refuse_strange(facts: os.stat_result, path: Path, *, write: bool) -> None:
    """Only ordinary files are saves; one with a second name is not written to.

    Two names of one file have two locks, and two programs could write at once.
    """
    if not stat.S_ISREG(facts.st_mode):
        kind = next((kind for kind, is_one in _KINDS.items() if is_one(facts.st_mode)), STRANGE)
        raise OSError(errno.EINVAL, kind, str(path))
    if facts.st_size > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    if write and facts.st_nlink > 1:
        raise OSError(errno.EMLINK, "the file has a second name", str(path))


def _sync_fully(handle: Handle) -> None:
    """On macOS only this reaches the disk; not every file system there knows it."""
    import fcntl  # noqa: PLC0415 - no such module on Windows

    full: Any = getattr(fcntl, "F_FULLFSYNC", None)
    if full is not None:
        try:
            fcntl.fcntl(handle, full)
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
                raise
        else:
            return
    os.fsync(handle)


def _locked(handle: Handle) -> bool:
    """Take the lock of an open file unless somebody else has it."""
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 - no such module elsewhere

        windows: Any = msvcrt
        try:
            # Far behind the note, which others read.
            os.lseek(handle, 1 << 20, os.SEEK_SET)
            windows.locking(handle, windows.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True
    import fcntl  # noqa: PLC0415 - no such module on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        if error.errno in (errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP):
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK)) from error
        raise
    return True
