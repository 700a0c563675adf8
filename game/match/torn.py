"""Torn pieces of lines: what a crash leaves at the end of a save is moved to a file beside it.

The pieces go where their save goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.files.disk import Disk

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,4}")


def piece(path: Path, number: int) -> Path:
    """Where the piece of a number of a save belongs."""
    return path.with_name(f"{path.stem}.torn-{number}")


def pieces(path: Path, names: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the pieces of a save among the names in its folder, lowest first.

    A file that only begins like one is none: ``x.torn-1.jsonl`` may be a game of its own.

    >>> pieces(Path("x.jsonl"), ["x.torn-2", "x.torn-1.jsonl", "x.torn-01", "xy.torn-1"])
    (2,)
    """
    before = f"{path.stem}.torn-"
    tails = (name.removeprefix(before) for name in names if name.startswith(before))
    return tuple(sorted(int(tail) for tail in tails if _NUMBER.fullmatch(tail)))


def set_aside(data: bytes, path: Path, disk: Disk) -> str:
    """Keep the torn piece of a save in a file of its own, unless it is kept already.

    Returns:
        The name of that file.

    Raises:
        OSError: the disk refuses.
    """
    number = 1
    while True:
        aside = piece(path, number)
        if not disk.exists(aside):
            break
        if _holds(aside, data, disk):
            return aside.name
        number += 1
    handle = disk.create(aside)
    try:
        disk.append(handle, data)
        disk.sync(handle)
    finally:
        disk.close(handle)
    disk.sync_directory(aside.parent)
    return aside.name


def _holds(path: Path, data: bytes, disk: Disk) -> bool:
    """Whether a file holds this piece; if so, the disk has confirmed it."""
    try:
        handle = disk.open(path, write=False)
    except OSError:
        return False
    try:
        if disk.read(handle) != data:
            return False
    finally:
        disk.close(handle)
    disk.renew(path, 0, data)
    return True
