"""What other programs do to a save while it is played, on a disk that is only in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from game.match.lock import lock_path
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE

LOCK = lock_path(SAVE)
MOVED = SAVE.with_name("elsewhere.txt")
NEXT = SAVE.with_name("game-2.jsonl")
"""The first name that is free for a save whose own is taken."""


@frozen
class Meddling:
    """Something done to a save that is being played.

    Attributes:
        name: what is done.
        do: does it.
        path: where the match goes on; nothing if it cannot be kept any longer.
        said: with what the player is told, or nothing if there is nothing to tell.
    """

    name: str
    do: Callable[[MemoryDisk], None]
    path: Path | None
    said: str = ""


def _removed(disk: MemoryDisk) -> None:
    del disk.files[SAVE]


def _moved(disk: MemoryDisk) -> None:
    disk.files[MOVED] = disk.files.pop(SAVE)


def _older(disk: MemoryDisk) -> None:
    disk.swap(SAVE, b"".join(disk.bytes_of(SAVE).splitlines(keepends=True)[:3]))


def _younger(disk: MemoryDisk) -> None:
    disk.swap(SAVE, disk.bytes_of(SAVE) + b'{"n":99}\n')


def _same_size(disk: MemoryDisk) -> None:
    disk.swap(SAVE, disk.bytes_of(SAVE).replace(b'"human"', b'"robot"'))


def _identical(disk: MemoryDisk) -> None:
    disk.swap(SAVE, disk.bytes_of(SAVE))


def _emptied(disk: MemoryDisk) -> None:
    disk.files[SAVE].data.clear()


def _cut(disk: MemoryDisk) -> None:
    del disk.files[SAVE].data[-9:]


def _appended(disk: MemoryDisk) -> None:
    disk.files[SAVE].data += b"a line of somebody else\n"


def _overwritten(disk: MemoryDisk) -> None:
    disk.files[SAVE].data[-9:] = bytes(9)


def _unlocked(disk: MemoryDisk) -> None:
    disk.remove_lock(LOCK)


def _locked(disk: MemoryDisk) -> None:
    disk.remove_lock(LOCK)
    assert disk.lock(LOCK, "process 7 on elsewhere") is not None


def _swept(disk: MemoryDisk) -> None:
    _removed(disk)
    _unlocked(disk)


def _swept_and_locked(disk: MemoryDisk) -> None:
    _removed(disk)
    _locked(disk)


def _unreachable(disk: MemoryDisk) -> None:
    disk.away[SAVE.parent] = 0


def _unmounted(disk: MemoryDisk) -> None:
    disk.away[SAVE.parent] = 2
    disk.files.clear()


_CHANGED = "/saves/game.jsonl was changed by something else, and is left as it is now."
_GONE = "/saves/game.jsonl was removed or moved."
_PLAYED = "/saves/game.jsonl is being played by process 7 on elsewhere, too."

ALL = (
    Meddling("removed", _removed, SAVE, _GONE),
    Meddling("moved", _moved, SAVE, _GONE),
    Meddling("replaced by an older copy", _older, NEXT, _CHANGED),
    Meddling("replaced by a longer copy", _younger, NEXT, _CHANGED),
    Meddling("replaced by an identical copy", _identical, SAVE),
    Meddling("replaced by one of the same size", _same_size, NEXT, _CHANGED),
    Meddling("emptied", _emptied, NEXT, _CHANGED),
    Meddling("cut", _cut, NEXT, _CHANGED),
    Meddling("appended to", _appended, NEXT, _CHANGED),
    Meddling("written over at its end", _overwritten, NEXT, _CHANGED),
    Meddling("lock taken by another program", _locked, NEXT, _PLAYED),
    Meddling("lock removed", _unlocked, SAVE),
    Meddling("removed with its lock", _swept, SAVE, _GONE),
    Meddling("removed, lock taken", _swept_and_locked, NEXT, _PLAYED),
    Meddling("folder gone", _unreachable, None, "The folder is gone. /saves/game.jsonl can no"),
    Meddling("disk gone", _unmounted, None, "Its disk was taken away. /saves/game.jsonl can no"),
)
