"""Reviews beside a save: a file for each of its lines of play, which goes where the save goes.

What stands in one can always be found out anew. So nothing that is done to a save fails because
of its reviews.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.match.disk import Disk

_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,3}")

_TRIES: Final = 100
"""So many unfinished files of one name are stepped over."""


def review_file(path: Path, variation: int) -> Path:
    """Where the review of a line of play of a save belongs."""
    return path.with_name(f"{path.stem}.review-{variation}")


def reviewed(path: Path, names: Iterable[str]) -> tuple[int, ...]:
    """The lines of play of a save that have reviews among the names in its folder, in order.

    >>> reviewed(Path("x.jsonl"), ["x.review-2", "x.review-0", "x.review-01", "xy.review-1"])
    (0, 2)
    """
    before = f"{path.stem}.review-"
    tails = (name.removeprefix(before) for name in names if name.startswith(before))
    return tuple(sorted(int(tail) for tail in tails if _NUMBER.fullmatch(tail)))


def move_reviews(old: Path, new: Path, disk: Disk) -> None:
    """Have the reviews of a save go with it; what lay in their way was of no save."""
    with suppress(OSError):
        for number in reviewed(old, disk.names(old.parent)):
            disk.replace(review_file(old, number), review_file(new, number))
        for folder in {old.parent: None, new.parent: None}:
            disk.sync_directory(folder)


def copy_reviews(old: Path, new: Path, disk: Disk) -> None:
    """Give the copy of a save what was found out about it."""
    with suppress(OSError):
        for number in reviewed(old, disk.names(old.parent)):
            write_whole(review_file(new, number), contents(review_file(old, number), disk), disk)


def contents(path: Path, disk: Disk) -> bytes:
    """What a file holds.

    Raises:
        OSError: it cannot be read; also a link, and what is no ordinary file.
    """
    handle = disk.open(path, write=False)
    try:
        return disk.read(handle)
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
