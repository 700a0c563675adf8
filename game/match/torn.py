"""Torn pieces of lines: what a crash leaves at the end of a save is moved to a file beside it."""

from __future__ import annotations

from pathlib import Path

from game.match.disk import Disk
from game.match.pieces import piece as piece_of


def set_aside(piece: bytes, path: Path, disk: Disk) -> str:
    """Keep the torn piece of a save in a file of its own, unless it is kept already.

    Returns:
        The name of that file.

    Raises:
        OSError: the disk refuses.
    """
    number = 1
    while True:
        aside = piece_of(path, number)
        if not disk.exists(aside):
            break
        if _holds(aside, piece, disk):
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


def _holds(path: Path, piece: bytes, disk: Disk) -> bool:
    """Whether a file holds this piece; if so, the disk has confirmed it."""
    try:
        handle = disk.open(path, write=False)
    except OSError:
        return False
    try:
        if disk.read(handle) != piece:
            return False
    finally:
        disk.close(handle)
    disk.renew(path, 0, piece)
    return True
