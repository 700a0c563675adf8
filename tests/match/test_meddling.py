"""Other programs remove, move, replace or change a save while it is played: nothing is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match
from game.match.lock import Lock
from game.match.notices import Moved
from game.match.verifying import verify
from tests.match.deeds import happened, step
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out, texts
from tests.match.meddling import ALL, MOVED, NEXT, Meddling
from tests.match.tally import is_plain

BY_NAME = {each.name: each for each in ALL}


def started(disk: MemoryDisk, seed: int = 1, most: int = 3) -> Match:
    return play_out(new(seed=seed, journal=Journal(SAVE, disk)), seed, most=most)


@given(
    seed=st.integers(0, 999),
    deeds=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(ALL)), min_size=1, max_size=4),
)
def test_what_was_acknowledged_is_in_the_old_file_or_in_the_new_one(
    seed: int, deeds: list[tuple[int, Meddling]]
) -> None:
    """Whatever others do and however often; what they left there stays byte for byte."""
    disk = MemoryDisk()
    match = new(seed=seed, journal=Journal(SAVE, disk))
    for steps, meddling in deeds:
        for _ in range(steps):
            if not match.over:
                step(match, seed)
        assert match.journal is not None
        if match.journal.path == SAVE:
            meddling.do(disk)
        else:
            disk.swap(match.journal.path, b"not ours\n")
        left = contents(disk)
        match.close() if match.over else step(match, seed)
        path = match.journal.path
        if match.trouble:
            assert is_plain(match.trouble)
            assert contents(disk) == left
            break
        kept = Match.open(Journal(path, disk), read_only=True)
        assert happened(kept) == happened(match)
        for each, data in left.items():
            now = disk.bytes_of(each)
            assert now == data or (each == path and now.startswith(data))
        if match.over:
            break


def contents(disk: MemoryDisk) -> dict[Path, bytes]:
    """What every file holds."""
    return {path: bytes(inode.data) for path, inode in disk.files.items()}


@pytest.mark.parametrize("meddling", ALL, ids=lambda each: each.name)
def test_the_match_goes_on_where_it_can_and_that_is_told(meddling: Meddling) -> None:
    """Under its own name if that is free or the bytes are the same; else under the next."""
    disk = MemoryDisk()
    match = started(disk)
    meddling.do(disk)
    left = contents(disk)
    play_out(match, 1, most=2)
    assert match.journal is not None
    if meddling.path is None:
        assert match.trouble is not None
        assert match.trouble.startswith(meddling.said)
        assert match.moves == ()
        assert contents(disk) == left
        return
    assert match.trouble is None
    assert match.journal.path == meddling.path
    if meddling.said:
        there = meddling.path
        assert match.moves == (Moved(meddling.said, str(there)),)
    else:
        assert match.moves == ()
    match.close()
    report = verify(meddling.path, disk)
    assert (report.good, report.closed, report.decisions) == (True, True, len(match.decisions))
    if meddling.path != SAVE and SAVE in left:
        assert disk.bytes_of(SAVE) == left[SAVE]
    if MOVED in left:
        assert disk.bytes_of(MOVED) == left[MOVED]


@pytest.mark.parametrize("meddling", ALL, ids=lambda each: each.name)
def test_nobody_else_can_play_what_is_gone_on_with(meddling: Meddling) -> None:
    """The lock is that of the file; of the other one it is let go."""
    disk = MemoryDisk()
    match = started(disk)
    meddling.do(disk)
    play_out(match, 1, most=1)
    assert match.journal is not None
    if meddling.path is not None:
        assert not Lock(match.journal.path, disk).take()
    if meddling.path == NEXT and meddling.said.startswith("/saves/game.jsonl was changed"):
        assert Lock(SAVE, disk).take()


@pytest.mark.parametrize("meddling", ALL, ids=lambda each: each.name)
def test_leaving_a_match_that_is_over_looks_once_more(meddling: Meddling) -> None:
    """Nothing is left to write then, and yet the save must be there."""
    disk = MemoryDisk()
    match = play_out(new(journal=Journal(SAVE, disk)), 1)
    assert match.closed
    meddling.do(disk)
    match.close()
    if meddling.path is None:
        assert match.trouble is not None
    else:
        assert texts(Match.open(Journal(meddling.path, disk), read_only=True)) == texts(match)
    assert disk.open_files == (1 if "lock taken" in meddling.name else 0)


def test_a_save_is_written_anew_as_often_as_it_takes() -> None:
    """Each time it is told; names that are taken are stepped over."""
    disk = MemoryDisk()
    disk.put(NEXT, b"somebody's\n")
    match = started(disk)
    for number in (3, 4):
        assert match.journal is not None
        disk.swap(match.journal.path, b"theirs\n")
        play_out(match, 1, most=1)
        assert match.journal.path == SAVE.with_name(f"game-{number}.jsonl")
    assert len(match.moves) == 2
    assert disk.bytes_of(NEXT) == b"somebody's\n"
    other = SAVE.with_name("other.jsonl")
    match.save_as(Journal(other, disk))
    assert len(match.moves) == 2
    disk.files.pop(other)
    play_out(match, 1, most=1)
    assert len(match.moves) == 3


def test_a_full_disk_leaves_no_half_of_a_save_that_is_written_anew() -> None:
    """What became of the old file, and why there is no new one, is told in one go."""
    disk = MemoryDisk()
    match = started(disk)
    BY_NAME["emptied"].do(disk)
    disk.full = True
    play_out(match, 1, most=1)
    assert match.trouble is not None
    assert match.trouble.startswith(
        "/saves/game.jsonl was changed by something else, and is left as it is now. "
        "The disk is full. /saves/game-2.jsonl could not be made."
    )
    assert disk.open_files == 0
    assert set(disk.files) == {SAVE}
    disk.full = False
    match.save_as(Journal(SAVE.with_name("kept.jsonl"), disk))
    assert match.trouble is None


def test_a_file_that_comes_while_the_save_is_written_anew_is_left_alone() -> None:
    """A folder that is kept the same on two machines takes a save away and brings it back."""

    class Synchronised(MemoryDisk):
        def create(self, path: Path, *, private: bool = True) -> int:
            if path.suffix == ".part" and SAVE not in self.files:
                self.put(SAVE, b"theirs\n")
            return super().create(path, private=private)

    disk = Synchronised()
    match = started(disk)
    BY_NAME["removed"].do(disk)
    play_out(match, 1, most=1)
    assert match.journal is not None
    assert match.journal.path == NEXT
    assert disk.bytes_of(SAVE) == b"theirs\n"
    assert set(disk.files) == {SAVE, NEXT}


def test_a_disk_whose_open_files_never_seem_to_be_those_at_their_paths_is_played_on() -> None:
    """There are such network disks: as long as the bytes are ours, nothing is written anew."""

    class Odd(MemoryDisk):
        def same(self, handle: int, path: Path) -> bool:
            super().same(handle, path)
            return False

    disk = Odd()
    match = play_out(new(journal=Journal(SAVE, disk)), 1)
    assert match.over
    assert (match.trouble, match.moves) == (None, ())
    assert set(disk.files) == {SAVE}


# ---------------------------------------------------------------- on this machine's disk


def _remove(path: Path) -> None:
    path.unlink()


def _rename(path: Path) -> None:
    path.rename(path.with_name("renamed.jsonl"))


def _replace(path: Path) -> None:
    older = path.with_name("older")
    older.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    older.replace(path)


def _replace_alike(path: Path) -> None:
    shutil.copy(path, copy := path.with_name("copy"))
    copy.replace(path)


def _empty(path: Path) -> None:
    os.truncate(path, 0)


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"theirs\n")


def _link(path: Path) -> None:
    path.rename(target := path.with_name("target"))
    path.symlink_to(target)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _unlock(path: Path) -> None:
    path.with_suffix(".lock").unlink()


REAL: dict[Callable[[Path], None], str] = {
    _remove: "x.jsonl",
    _rename: "x.jsonl",
    _replace: "x-2.jsonl",
    _replace_alike: "x.jsonl",
    _empty: "x-2.jsonl",
    _append: "x-2.jsonl",
    _link: "x-2.jsonl",
    _folder: "x-2.jsonl",
    _unlock: "x.jsonl",
}


@pytest.mark.parametrize(("deed", "name"), REAL.items(), ids=[each.__name__ for each in REAL])
def test_on_a_real_disk_the_match_goes_on(
    tmp_path: Path, deed: Callable[[Path], None], name: str
) -> None:
    """Every decision is there afterwards, and a second program only watches."""
    path = tmp_path / "x.jsonl"
    match = play_out(new(journal=Journal(path)), 1, most=3)
    deed(path)
    left = path.read_bytes() if path.is_file() else None
    play_out(match, 1, most=2)
    assert match.trouble is None
    assert match.journal is not None
    assert match.journal.path == tmp_path / name
    assert Match.open(tmp_path / name).read_only
    match.close()
    assert texts(Match.open(tmp_path / name, read_only=True)) == texts(match)
    if name != "x.jsonl" and left is not None:
        assert path.read_bytes() == left


def test_a_folder_that_was_renamed_is_not_made_anew(tmp_path: Path) -> None:
    """What was decided before lies in it whole; the match can be kept in another place."""
    path = tmp_path / "saves" / "x.jsonl"
    match = play_out(new(journal=Journal(path)), 1, most=3)
    known = texts(match)
    path.parent.rename(tmp_path / "renamed")
    play_out(match, 1, most=1)
    assert match.trouble is not None
    assert match.trouble.startswith("The folder is gone.")
    assert not path.parent.exists()
    assert texts(Match.open(tmp_path / "renamed" / "x.jsonl", read_only=True)) == known
    match.save_as(Journal(tmp_path / "new" / "x.jsonl"))
    play_out(match, 1, most=1)
    assert texts(Match.open(tmp_path / "new" / "x.jsonl", read_only=True)) == texts(match)
