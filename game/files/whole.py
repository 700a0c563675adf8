"""A file that is read or written as a whole."""

from __future__ import annotations

import errno
from collections.abc import Callable
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

    def ordinary() -> None:
        if disk.exists(path):
            disk.close(disk.open(path, write=False))  # a folder or a pipe is not replaced

    put_whole(path, data, disk, part=path.name, before=ordinary)
    disk.sync_directory(path.parent)


def put_whole(
    path: Path,
    data: bytes,
    disk: Disk,
    *,
    part: str,
    before: Callable[[], None],
    private: bool = True,
) -> None:
    """Put a file in its place, whole or not at all. Its folder is not confirmed yet.

    Args:
        path: the place.
        data: all that it holds.
        disk: where it is.
        part: what it is called until it is whole, without number and ending.
        before: looks once more, as the last thing, at what stands in the place.
        private: whether only its owner may read it.

    Raises:
        OSError: the disk refuses; whatever ``before`` raises.
    """
    beside, handle = _part(path, part, disk, private=private)
    try:
        try:
            disk.append(handle, data)
            disk.sync(handle)
        finally:
            disk.close(handle)
        before()
        disk.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            disk.remove(beside)
        raise


def _part(path: Path, name: str, disk: Disk, *, private: bool) -> tuple[Path, int]:
    """A new file in the same folder, of a name that nothing has."""
    for number in range(1, _TRIES + 1):
        part = path.with_name(f"{name}-{number}.part")
        with suppress(FileExistsError):
            return part, disk.create(part, private=private)
    raise OSError(errno.EEXIST, f"{_TRIES} unfinished files are in the way")
