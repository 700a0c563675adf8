"""Disks that are only in memory, that fail when they are told to, and that lose what was not
synced when the machine goes down.
"""

from __future__ import annotations

import errno
import os
import zlib
from pathlib import Path
from random import Random

from attrs import define, field, frozen

from game.files.disk import Handle, Stamp

SECTOR = 512
"""Bytes that reach a disk together or not at all."""


class PowerCutError(BaseException):
    """The machine goes down. No program catches this."""


@frozen
class Fault:
    """Fail call ``at``, counted from 0.

    Attributes:
        at: which call.
        code: the error number.
        lasting: every later call that changes anything fails as well.
        partial: an append writes a part first.
    """

    at: int
    code: int
    lasting: bool = False
    partial: bool = False


@define(eq=False)
class Inode:
    """A file: what programs see of it, what the disk holds for sure, and what is on its way."""

    data: bytearray = field(factory=bytearray)
    sure: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(factory=list)
    """(offset, data written there), or (size, nothing) for a cut."""

    def settle(self) -> None:
        """The disk has what was on its way to it."""
        sure = bytearray(self.sure)
        for offset, piece in self.pending:
            if piece is None:
                del sure[offset:]
            else:
                _lay(sure, offset, piece)
        self.sure = bytes(sure)
        self.pending.clear()


@define(eq=False)
class _Open:
    inode: Inode
    write: bool
    lock: bool = False


Change = tuple[str, Path, Path | None, Inode | None]
"""What happened to a name: the call, the name, the new name, the file."""

_CHANGES = frozenset({"create", "append", "truncate", "sync_directory", "replace", "remove"})


class MemoryDisk:
    """Files in memory. ``calls`` counts what was asked of it."""

    def __init__(self) -> None:
        self.files: dict[Path, Inode] = {}
        self.calls: list[str] = []
        self.fault: Fault | None = None
        self.cut_at: int | None = None
        self.full = False
        self.away: dict[Path, int] = {}
        """Folders that are not on the one disk: the number of another disk, or 0 if gone."""
        self._locks: dict[Path, Inode] = {}
        self._sure_files: dict[Path, Inode] = {}
        self._name_changes: list[Change] = []
        self._open: dict[Handle, _Open] = {}
        self._next: Handle = 100

    # ------------------------------------------------------------------ for tests

    @property
    def open_files(self) -> int:
        """How many files and locks are open."""
        return len(self._open)

    def bytes_of(self, path: Path) -> bytes:
        return bytes(self.files[path].data)

    def put(self, path: Path, data: bytes) -> None:
        """A file that the disk holds for sure."""
        self.files[path] = self._sure_files[path] = Inode(bytearray(data), data)

    def swap(self, path: Path, data: bytes) -> None:
        """Put a new file in the place of what is there."""
        self.files.pop(path, None)
        self.put(path, data)

    def remove_lock(self, path: Path) -> None:
        """Remove a lock file; whoever holds it goes on holding it."""
        del self._locks[path]

    def kill(self) -> None:
        """The program ends at once: its files are closed, its locks are free."""
        self._open.clear()

    def states_after_a_cut(self, random: Random) -> MemoryDisk:
        """One of the states that a disk can be in after the machine went down.

        Names and bytes that were synced are there. Of everything else any part may be: a write
        sector by sector, with zeros where the file has grown but its bytes did not arrive.
        """
        after = MemoryDisk()
        names = dict(self._sure_files)
        for change in self._name_changes:
            if random.getrandbits(1):
                _rename(names, change)
        for path, inode in names.items():
            after.put(path, _what_arrived(inode, random))
        return after

    # ------------------------------------------------------------------ faults

    def _enter(self, name: str) -> bool:
        """Count a call, and fail it if it is to fail; whether it must fail halfway."""
        number = len(self.calls)
        if self.cut_at is not None and number > self.cut_at:
            raise PowerCutError
        self.calls.append(name)
        if self.full and name in {"create", "append"}:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fault, partial = self.fault, False
        if fault is not None:
            now = fault.at == number
            later = fault.lasting and fault.at < number and name in _CHANGES
            partial = now and fault.partial and name == "append"
            if (now or later) and not partial:
                raise OSError(fault.code, os.strerror(fault.code))
        # A sync on which the power fails confirms nothing.
        if self.cut_at == number and name.startswith("sync"):
            raise PowerCutError
        return partial

    def _at(self, path: Path) -> None:
        """Nothing can be reached in a folder that is gone."""
        if self.away.get(path.parent) == 0:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    def _leave(self, *, partial: bool = False) -> None:
        """The power may fail, or half of a write, when the call has done its work."""
        if partial and self.fault is not None:
            raise OSError(self.fault.code, os.strerror(self.fault.code))
        if self.cut_at == len(self.calls) - 1:
            raise PowerCutError

    # ------------------------------------------------------------------ the seam

    def create(self, path: Path, *, private: bool = True) -> Handle:
        self._enter("create")
        self._at(path)
        if path in self.files:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        inode = self.files[path] = Inode()
        self._name_changes.append(("create", path, None, inode))
        self._leave()
        return self._handle(inode, write=True)

    def open(self, path: Path, *, write: bool) -> Handle:
        self._enter("open")
        self._at(path)
        inode = self.files.get(path) or self._locks.get(path)
        if inode is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return self._handle(inode, write=write)

    def read(self, handle: Handle, most: int | None = None) -> bytes:
        self._enter("read")
        return bytes(self._open[handle].inode.data[:most])

    def append(self, handle: Handle, data: bytes) -> None:
        inode = self._written(handle)
        partial = self._enter("append")
        part = data[: len(data) // 2] if partial else data
        inode.pending.append((len(inode.data), part))
        inode.data += part
        self._leave(partial=partial)

    def truncate(self, handle: Handle, size: int) -> None:
        inode = self._written(handle)
        self._enter("truncate")
        inode.pending.append((size, None))
        del inode.data[size:]
        self._leave()

    def sync(self, handle: Handle) -> None:
        inode = self._open[handle].inode
        try:
            self._enter("sync")
        except OSError:
            # As Linux does: what could not be written counts as written from then on.
            inode.pending.clear()
            raise
        inode.settle()

    def renew(self, path: Path, at: int, data: bytes) -> None:
        self._enter("renew")
        self._at(path)
        inode = self.files[path]
        assert inode.data[at : at + len(data)] == data
        inode.pending.append((at, data))
        inode.settle()

    def touch(self, path: Path) -> None:
        self._enter("touch")
        self._at(path)

    def same(self, handle: Handle, path: Path) -> bool:
        self._enter("same")
        found = self._open[handle]
        there = (self._locks if found.lock else self.files).get(path)
        return self.away.get(path.parent) is None and there is found.inode

    def end(self, handle: Handle, length: int) -> tuple[int, bytes]:
        self._enter("end")
        data = self._open[handle].inode.data
        return len(data), bytes(data[max(0, len(data) - length) :])

    def device(self, directory: Path) -> int:
        self._enter("device")
        self._at(directory / "any")
        return self.away.get(directory, 1)

    def sync_directory(self, path: Path) -> None:
        self._enter("sync_directory")
        mine = [change for change in self._name_changes if path in _parents(change)]
        self._name_changes = [change for change in self._name_changes if change not in mine]
        for change in mine:
            _rename(self._sure_files, change)

    def replace(self, old: Path, new: Path) -> None:
        self._enter("replace")
        self.files[new] = self.files.pop(old)
        self._name_changes.append(("replace", old, new, None))
        self._leave()

    def remove(self, path: Path) -> None:
        self._enter("remove")
        del self.files[path]
        self._name_changes.append(("remove", path, None, None))
        self._leave()

    def make_directory(self, path: Path) -> None:
        self._enter("make_directory")

    def exists(self, path: Path) -> bool:
        self._enter("exists")
        return path in self.files

    def names(self, path: Path) -> tuple[str, ...]:
        self._enter("names")
        return tuple(sorted(each.name for each in self.files if each.parent == path))

    def stamp(self, path: Path) -> Stamp:
        self._enter("stamp")
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        data = self.files[path].data
        return (zlib.crc32(data), len(data), id(self.files[path]))

    def lock(self, path: Path, note: str) -> Handle | None:
        self._enter("lock")
        self._at(path)
        inode = self._locks.setdefault(path, Inode())
        if any(each.lock and each.inode is inode for each in self._open.values()):
            return None
        inode.data = bytearray(note.encode())
        return self._handle(inode, write=True, lock=True)

    def close(self, handle: Handle) -> None:
        self._open.pop(handle, None)

    def _handle(self, inode: Inode, *, write: bool, lock: bool = False) -> Handle:
        self._next += 1
        self._open[self._next] = _Open(inode, write, lock)
        return self._next

    def _written(self, handle: Handle) -> Inode:
        found = self._open[handle]
        assert found.write, "written to a file that was opened for reading"
        return found.inode


def _rename(names: dict[Path, Inode], change: Change) -> None:
    """Do to names what a call did."""
    kind, path, other, inode = change
    if kind == "create" and inode is not None:
        names[path] = inode
    elif kind == "remove":
        names.pop(path, None)
    elif other is not None and path in names:
        names[other] = names.pop(path)


def _parents(change: Change) -> set[Path]:
    return {path.parent for path in change[1:3] if isinstance(path, Path)}


def _what_arrived(inode: Inode, random: Random) -> bytes:
    """A file's bytes after a power cut."""
    data = bytearray(inode.sure)
    for offset, piece in inode.pending:
        if piece is None:
            if random.getrandbits(1):
                del data[offset:]
            continue
        fate = random.randrange(4)
        if fate == 0:  # nothing of it
            continue
        if fate == 1:  # all of it
            _lay(data, offset, piece)
        elif fate == 2:  # its beginning
            _lay(data, offset, piece[: random.randrange(len(piece) + 1)])
        else:  # the file has grown, but of its sectors only some arrived
            _lay(data, offset, bytes(len(piece)))
            at = 0
            while at < len(piece):
                end = at + SECTOR - (offset + at) % SECTOR
                if random.getrandbits(1):
                    _lay(data, offset + at, piece[at:end])
                at = end
    return bytes(data)


def _lay(data: bytearray, offset: int, piece: bytes) -> None:
    """Put bytes at a place; what lies between the end and there reads as zeros."""
    data.extend(bytes(max(0, offset - len(data))))
    data[offset : offset + len(piece)] = piece
