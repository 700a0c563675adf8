"""A file that is read or written as a whole."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.files.disk import Disk

_TRIES: Final = 100
"""So many unfinished files of one name are stepped over."""


def contents(path: Path, disk: Disk, most: int | None = None) -> bytes:
    """What a file holds, or its first ``most`` bytes.

    Raises:
        OSError: it cannot be read; also a link, and what is no ordinary file.
    """
    handle = disk.open(path, write=False)
    try:
        return disk.read(handle, most)
    finally:
        disk.close(handle)


def write_whole(path: Path, data: bytes, disk: Disk) -> None:
    """Write a file whole or not at all: whatever fails, what had its name is still there.

    Raises:
        OSError: the disk refuses.
    """
    if disk.exists(path):
        disk.close(disk.open(path, write=False))  # a folder or a pipe is not replaced
    part, handle = _part(path, disk)
    try:
        try:
            disk.append(handle, data)
            disk.sync(handle)
        finally:
            disk.close(handle)
        disk.replace(part, path)
    except BaseException:
        with suppress(OSError):
            disk.remove(part)
        raise
    disk.sync_directory(path.parent)


def _part(path: Path, disk: Disk) -> tuple[Path, int]:
    """A new file in the same folder, of a name that nothing has."""
    for number in range(1, _TRIES + 1):
        part = path.with_name(f"{path.name}-{number}.part")
        with suppress(FileExistsError):
            return part, disk.create(part)
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))
