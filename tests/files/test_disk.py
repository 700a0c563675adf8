"""The disk of this machine: what is asked of the system, and what its answers come to."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.files import disk
from game.files.disk import LocalDisk
from game.match import Journal, Match
from tests.match.games import new, play_out, texts

DISK = LocalDisk()


class Calls:
    """Wraps the system's functions: writes them down, and may answer for them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **answers: object) -> None:
        self.made: list[str] = []
        for name in ("write", "fdatasync", "fsync", "ftruncate", "open", "close", *answers):
            real = answers.get(name) or getattr(os, name)
            monkeypatch.setattr(os, name, self._noted(name, real), raising=False)

    def _noted(self, name: str, real: object) -> object:
        def call(*arguments: object, **options: object) -> object:
            self.made.append(name)
            assert callable(real)
            return real(*arguments, **options)

        return call


def test_a_file_is_made_new_private_and_for_appending(tmp_path: Path) -> None:
    """Nothing else may have its name; only its owner reads it; every write goes to its end."""
    path = tmp_path / "x"
    handle = DISK.create(path)
    DISK.append(handle, b"one")
    os.lseek(handle, 0, os.SEEK_SET)
    DISK.append(handle, b"two")
    DISK.sync(handle)
    DISK.truncate(handle, 4)
    assert DISK.read(handle) == b"onet"
    DISK.close(handle)
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        DISK.create(path)
    assert not os.get_inheritable(DISK.open(path, write=False))


def test_a_path_leads_to_an_open_file_until_something_else_stands_there(tmp_path: Path) -> None:
    """A link to the file is something else; so is nothing, and a folder that is no folder."""
    path = tmp_path / "x"
    handle = DISK.create(path)
    assert DISK.same(handle, path)
    path.rename(moved := tmp_path / "y")
    assert not DISK.same(handle, path)
    assert DISK.same(handle, moved)
    path.symlink_to(moved)
    assert not DISK.same(handle, path)
    assert not DISK.same(handle, moved / "z")
    path.unlink()
    path.write_bytes(b"")
    assert not DISK.same(handle, path)
    DISK.close(handle)


def test_the_end_of_a_file_is_read_without_the_rest(tmp_path: Path) -> None:
    """Also of one that is shorter than what is asked for; what is appended comes after it."""
    handle = DISK.create(tmp_path / "x")
    assert DISK.end(handle, 4) == (0, b"")
    DISK.append(handle, b"one\ntwo\n")
    assert DISK.end(handle, 4) == (8, b"two\n")
    DISK.append(handle, b"three\n")
    assert DISK.end(handle, 100) == (14, b"one\ntwo\nthree\n")
    DISK.close(handle)


def test_bytes_are_written_over_in_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And confirmed; never through a link or under a second name."""
    path = tmp_path / "x"
    path.write_bytes(b"one\ntwo\n")
    calls = Calls(monkeypatch)
    DISK.renew(path, 4, b"two\n")
    assert calls.made[0] == "open"
    assert calls.made[-3] == "write"
    assert calls.made[-1] == "close"
    assert path.read_bytes() == b"one\ntwo\n"
    (tmp_path / "link").symlink_to(path)
    with pytest.raises(OSError, match="symbolic links"):
        DISK.renew(tmp_path / "link", 4, b"two\n")
    os.link(path, tmp_path / "second")
    with pytest.raises(OSError, match="second name"):
        DISK.renew(path, 4, b"two\n")


def test_two_folders_of_one_disk_are_on_the_same(tmp_path: Path) -> None:
    """A folder that is gone is on none."""
    assert DISK.device(tmp_path) == DISK.device(tmp_path.parent)
    with pytest.raises(FileNotFoundError):
        DISK.device(tmp_path / "none")


def test_a_write_that_takes_only_a_part_goes_on_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a signal comes in between, or the disk is nearly full."""
    real = os.write
    Calls(monkeypatch, write=lambda handle, data: real(handle, data[:3]))
    match = new(journal=Journal(tmp_path / "x.jsonl"))
    match.decide("consult")
    match.close()
    assert match.trouble is None
    assert texts(Match.open(tmp_path / "x.jsonl", read_only=True)) == texts(match)


def test_a_write_that_takes_nothing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It must not be tried for ever."""
    handle = DISK.create(tmp_path / "x")
    Calls(monkeypatch, write=lambda handle, data: 0)
    with pytest.raises(OSError, match="Input/output"):
        DISK.append(handle, b"x")


def test_a_full_disk_leaves_whole_lines_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system takes half a line and then says that the disk is full: the half is cut off."""
    path = tmp_path / "x.jsonl"
    match = new(journal=Journal(path))
    kept = path.read_bytes()
    real, taken = os.write, list[int]()

    def write(handle: int, data: bytes) -> int:
        if taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken.append(real(handle, data[:50]))
        return taken[0]

    calls = Calls(monkeypatch, write=write)
    match.decide("consult")
    assert match.trouble is not None
    assert match.trouble.startswith("The disk is full.")
    assert calls.made == ["write", "write", "ftruncate", "fdatasync", "close", "close"]
    assert path.read_bytes() == kept


def test_a_decision_is_one_write_and_one_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order, before anything is told."""
    match = new(journal=Journal(tmp_path / "x.jsonl"))
    told: list[list[str]] = []
    calls = Calls(monkeypatch)
    match.subscribe(lambda _: told.append(list(calls.made)))
    match.decide("consult")
    assert told == [["write", "fdatasync"]]


def test_a_new_save_syncs_its_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise its name could be lost; and each new folder's name in the one above it."""
    calls = Calls(monkeypatch)
    new(journal=Journal(tmp_path / "a" / "b" / "x.jsonl"))
    assert calls.made.count("fsync") == 3
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700


def test_a_mac_is_asked_to_reach_the_disk_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its own call, or the ordinary one where the file system does not know that."""
    import fcntl

    asked: list[int] = []

    def control(handle: int, command: int) -> None:
        asked.append(command)
        if len(asked) > 1:
            raise OSError(len(asked), "no")

    handle = DISK.create(tmp_path / "x")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", control)
    calls = Calls(monkeypatch)
    DISK.sync(handle)
    assert (asked, calls.made) == ([51], [])
    asked[:] = [51] * (errno.ENOTSUP - 1)
    DISK.sync(handle)
    assert calls.made == ["fsync"]
    asked[:] = [51] * (errno.EIO - 1)
    with pytest.raises(OSError, match="no"):
        DISK.sync(handle)
    monkeypatch.delattr(fcntl, "F_FULLFSYNC")
    DISK.sync(handle)
    assert calls.made == ["fsync", "fsync"]


def test_where_there_is_no_quick_sync_the_whole_one_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    handle = DISK.create(tmp_path / "x")
    calls = Calls(monkeypatch)
    monkeypatch.delattr(os, "fdatasync")
    DISK.sync(handle)
    assert calls.made == ["fsync"]


def test_on_windows_a_folder_is_not_synced_and_a_busy_file_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Virus scanners hold a new file for a moment; after some tries the error is told."""
    pauses: list[float] = []
    monkeypatch.setattr(disk, "time", SimpleNamespace(sleep=pauses.append))
    monkeypatch.setattr(disk, "os", SimpleNamespace(name="nt"))
    DISK.sync_directory(tmp_path / "not there")
    old, new_name = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"x")
    real, refusals = Path.replace, [PermissionError(13, "busy")] * 3

    def replace(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    DISK.replace(old, new_name)
    assert pauses == [0.01, 0.02, 0.04]
    assert new_name.read_bytes() == b"x"
    refusals[:] = [PermissionError(13, "busy")] * 99
    with pytest.raises(PermissionError):
        DISK.replace(new_name, old)
    assert len(pauses) == 3 + 7


def test_on_windows_a_byte_far_behind_the_note_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that others can read who holds the lock."""
    handle = DISK.create(tmp_path / "x")
    at: list[int] = []
    answers: list[OSError] = []

    def locking(handle: int, mode: int, length: int) -> None:
        at.append(os.lseek(handle, 0, os.SEEK_CUR))
        assert (mode, length) == (2, 1)
        if answers:
            raise answers.pop()

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(os, "name", "nt")
    try:
        assert disk._locked(handle)
        answers.append(PermissionError(errno.EACCES, "held"))
        assert not disk._locked(handle)
        answers.append(OSError(errno.EIO, "broken"))
        with pytest.raises(OSError, match="broken"):
            disk._locked(handle)
    finally:
        monkeypatch.undo()
    assert at == [1 << 20] * 3


@pytest.mark.parametrize("code", ["ENOLCK", "ENOSYS", "EOPNOTSUPP"])
def test_a_file_system_without_locks_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """The match is played in memory, and the saves can be kept on another disk."""
    number = getattr(errno, code)
    import fcntl

    def flock(handle: int, operation: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "x.jsonl"
    play_out(new(journal=Journal(path)), 1, most=1).close()
    monkeypatch.setattr(fcntl, "flock", flock)
    match = Match.open(path)
    assert match.trouble is not None
    assert match.trouble.startswith("This disk has no locks, and two programs could write at once;")
    assert "--saves" in match.trouble
    assert new(journal=Journal(tmp_path / "y.jsonl")).trouble is not None


def test_a_note_that_cannot_be_written_does_not_stop_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock holds, and the second one says that another program plays."""

    def write(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Calls(monkeypatch, write=write)
    held = DISK.lock(tmp_path / "x.lock", "process 1 on here\n")
    assert held is not None
    assert DISK.lock(tmp_path / "x.lock", "process 2 on here\n") is None
    DISK.close(held)
    again = DISK.lock(tmp_path / "x.lock", "process 2 on here\n")
    assert again is not None
    DISK.close(again)


def test_a_file_that_grows_while_it_is_read_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than any save can have is refused."""
    handle = DISK.create(tmp_path / "x")
    monkeypatch.setattr(disk, "LARGEST", 100)
    Calls(monkeypatch, read=lambda handle, size: b"x" * 60)
    with pytest.raises(OSError, match="too large"):
        DISK.read(handle)


def test_in_a_folder_that_is_a_link_to_itself_there_is_nothing(tmp_path: Path) -> None:
    """Whatever is to be put there hears of it when it is put."""
    (tmp_path / "loop").symlink_to("loop")
    assert not DISK.exists(tmp_path / "loop" / "x.jsonl")
    assert DISK.exists(tmp_path / "loop")
