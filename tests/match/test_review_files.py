"""What is known about a save is written whole or not at all, and by itself does nobody harm."""

from __future__ import annotations

import errno
from itertools import count
from pathlib import Path

import pytest

from game.files.disk import LOCAL
from game.files.whole import contents, write_whole
from game.match.review_files import review_file
from tests.match.disks import Fault, MemoryDisk

FILE = review_file(Path("/saves/game.jsonl"), 3)


def test_whatever_call_fails_the_file_is_the_old_one_or_the_new_one() -> None:
    """And nothing unfinished stays behind."""
    for at in count():
        disk = MemoryDisk()
        write_whole(FILE, b"old", disk)
        disk.fault = Fault(len(disk.calls) + at, errno.EIO, partial=True)
        try:
            write_whole(FILE, b"new", disk)
        except OSError:
            assert disk.bytes_of(FILE) in (b"old", b"new")
            assert list(disk.files) == [FILE]
            continue
        disk.fault = None
        assert contents(FILE, disk) == b"new"
        assert at > 5  # it was tried at each of its calls
        return


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    """A folder or a link of that name stays, and it is said why."""
    folder, link = tmp_path / "a.review-0", tmp_path / "b.review-0"
    folder.mkdir()
    link.symlink_to(tmp_path / "nothing")
    for each in (folder, link):
        with pytest.raises(OSError):  # noqa: PT011 - what it says differs between systems
            write_whole(each, b"new", LOCAL)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.review-0", "b.review-0"]


def test_an_unfinished_file_of_a_crash_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "a.review-0"
    path.with_name("a.review-0-1.part").write_bytes(b"cut o")
    write_whole(path, b"new", LOCAL)
    assert path.read_bytes() == b"new"
    for number in range(1, 101):
        path.with_name(f"a.review-0-{number}.part").write_bytes(b"cut o")
    with pytest.raises(FileExistsError):
        write_whole(path, b"newer", LOCAL)
    assert path.read_bytes() == b"new"
