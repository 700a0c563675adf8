"""Writing an export: the whole file or what was there before, and a sentence when it fails."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from game.export import FORMATS, ExportError, export, write
from tests.export.games import well
from tests.match.disks import Fault, MemoryDisk, PowerCutError

FILE = Path("/exports/game.csv")
DATA = export(well(), "csv").encode()
OLD = b"something else"
CODES = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.ENAMETOOLONG)


def disk(*, old: bool) -> MemoryDisk:
    """A disk on which the file is there already, or is not."""
    made = MemoryDisk()
    if old:
        made.put(FILE, OLD)
    return made


def written(target: MemoryDisk, *, old: bool) -> int:
    return write(well(), "csv", FILE, force=old, disk=target)


def found(target: MemoryDisk) -> bytes | None:
    return target.bytes_of(FILE) if FILE in target.files else None


CALLS = {}
for _old in (False, True):
    _disk = disk(old=_old)
    written(_disk, old=_old)
    CALLS[_old] = len(_disk.calls)


@pytest.mark.parametrize("to", FORMATS)
def test_the_file_holds_the_export(tmp_path: Path, to: str) -> None:
    """Byte for byte, and nothing is left beside it."""
    path = tmp_path / f"game{FORMATS[to].suffix}"
    size = write(well(), to, path)
    assert path.read_bytes() == export(well(), to).encode()
    assert path.stat().st_size == size
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="files have no such modes there")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_an_export_is_for_whom_the_umask_allows(tmp_path: Path, umask: int, mode: int) -> None:
    """It is made to be handed on, unlike a save."""
    before = os.umask(umask)
    try:
        write(well(), "csv", tmp_path / "game.csv")
    finally:
        os.umask(before)
    assert (tmp_path / "game.csv").stat().st_mode & 0o777 == mode


def test_nothing_is_written_over_unless_forced(tmp_path: Path) -> None:
    """What has the name stays, and the message says so."""
    path = tmp_path / "game.csv"
    path.write_bytes(OLD)
    with pytest.raises(ExportError, match=r"game\.csv is there already and was not changed; cho"):
        write(well(), "csv", path)
    assert path.read_bytes() == OLD
    write(well(), "csv", path, force=True)
    assert path.read_bytes() == DATA
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("lasting", [False, True])
def test_whatever_fails_the_file_is_old_or_new(*, old: bool, lasting: bool, force: bool) -> None:
    """Every call of the disk fails with every error: one sentence, and no half of a file."""
    force = force or old
    for at in range(CALLS[old]):
        for code in CODES:
            for partial in (False, True):
                target = disk(old=old)
                target.fault = Fault(at, code, lasting=lasting, partial=partial)
                said = ""
                try:
                    written(target, old=force)
                except ExportError as error:
                    said = str(error)
                assert found(target) in ((OLD if old else None), DATA)
                assert said.endswith(".") if said else found(target) == DATA
                if not lasting:
                    assert set(target.files) <= {FILE}


@pytest.mark.parametrize("old", [False, True])
def test_a_power_cut_leaves_the_old_or_the_new(*, old: bool) -> None:
    """At whichever call the machine goes down, and whatever of it has reached the disk."""
    for at in range(CALLS[old]):
        for seed in range(10):
            target = disk(old=old)
            target.cut_at = at
            with suppress(PowerCutError):
                written(target, old=old)
            after = target.states_after_a_cut(Random(seed))
            assert found(after) in ((OLD if old else None), DATA)


def test_a_file_that_appears_meanwhile_is_not_written_over() -> None:
    """Whether anything has the name is asked once more before it is given."""

    class Race(MemoryDisk):
        def sync(self, handle: int) -> None:
            super().sync(handle)
            self.put(FILE, OLD)

    target = Race()
    with pytest.raises(ExportError, match="is there already"):
        written(target, old=False)
    assert target.bytes_of(FILE) == OLD
    assert set(target.files) == {FILE}


def test_an_unfinished_export_is_in_nobodys_way() -> None:
    """What a crash left beside the file stays, and another name is found."""
    target = disk(old=False)
    target.put(FILE.parent / ".export-1.part", b"half")
    written(target, old=False)
    assert found(target) == DATA
    assert target.bytes_of(FILE.parent / ".export-1.part") == b"half"


def test_only_ordinary_files_are_written_over(tmp_path: Path) -> None:
    """A folder, a link and a pipe stay what they are, even if it is forced."""
    folder, link, pipe = (tmp_path / name for name in ("folder", "link", "pipe"))
    folder.mkdir()
    (tmp_path / "file").write_bytes(OLD)
    link.symlink_to(tmp_path / "file")
    os.mkfifo(pipe)
    for path in (folder, link, pipe, tmp_path):
        for force in (False, True):
            with pytest.raises(ExportError):
                write(well(), "csv", path, force=force)
    assert folder.is_dir()
    assert link.is_symlink()
    assert pipe.is_fifo()
    assert (tmp_path / "file").read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing/game.csv", "There is no folder .*missing"),
        ("x" * 300, "The name is too long"),
        ("a\0b", "no file can have this name; choose another"),
        ("con.csv", '"con.csv" is the name of a device on Windows; choose another name'),
        ("NUL", "device on Windows"),
        ("game.", "ends in a dot"),
    ],
)
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str, said: str) -> None:
    """With a sentence, and nothing is left behind."""
    with pytest.raises(ExportError, match=said):
        write(well(), "csv", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_export_writes_nothing(tmp_path: Path) -> None:
    """It is refused before any file is made."""
    with pytest.raises(ExportError, match="there is no format"):
        write(well(), "pdf", tmp_path / "game.pdf")
    assert list(tmp_path.iterdir()) == []
