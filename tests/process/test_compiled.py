"""What attrs writes for our classes is compiled once, and kept as Python keeps modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.process import ROOT, environment

CODE = """
import builtins, sys
sys.path.append(sys.argv[1])
from game.compiled import keep_compiled
keep_compiled()
count, own = 0, builtins.compile
def counted(text, name, *more, **others):
    global count
    count += str(name).startswith("<attrs") and " game." in name
    return own(text, name, *more, **others)
builtins.compile = counted
from attrs import frozen
from game.interval import Figure
@frozen
class Made:
    __module__ = "game.made_up"
    {field}: int = 5
one, other = Made(3), Made(4)
assert one == Made(3) and hash(one) == hash(Made(3)) and one != other
print(count, one, Made(), Figure.__eq__ is not object.__eq__)
"""


def started(folder: Path, *flags: str, field: str = "size") -> tuple[int, str]:
    """How many methods are compiled at a start of a Python that keeps what it has compiled in a
    folder, and what the objects say that have them.
    """
    call = [sys.executable, "-X", f"pycache_prefix={folder}", *flags, "-c"]
    done = subprocess.run(
        [*call, CODE.format(field=field), ROOT],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    count, _, said = done.stdout.strip().partition(" ")
    return int(count), said


SAID = "Made(size=3) Made(size=5) True"


def kept(folder: Path) -> list[Path]:
    """The file of methods."""
    return list(folder.rglob("*.methods*"))


def test_at_the_second_start_no_method_is_compiled(tmp_path: Path) -> None:
    """And all do what they did, though attrs draws other numbers for every process."""
    count, said = started(tmp_path)
    assert count
    assert said == SAID
    assert started(tmp_path) == (0, SAID)


def test_only_what_has_changed_is_compiled_anew(tmp_path: Path) -> None:
    """A class of the same name with another member has methods of its own."""
    started(tmp_path)
    count, said = started(tmp_path, field="width")
    assert count > 0
    assert said == "Made(width=3) Made(width=5) True"
    assert started(tmp_path, field="width") == (0, said)


@pytest.mark.parametrize("place", [0, 16, 20, -1])
def test_a_damaged_file_is_as_none(tmp_path: Path, place: int) -> None:
    """Wherever the damage is; and it is written anew."""
    every, _ = started(tmp_path)
    (file,) = kept(tmp_path)
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert started(tmp_path) == (every, SAID)
    assert started(tmp_path) == (0, SAID)


def test_a_file_that_was_cut_off_is_as_none(tmp_path: Path) -> None:
    """Even an empty one."""
    every, _ = started(tmp_path)
    (file,) = kept(tmp_path)
    for length in (0, 10, file.stat().st_size // 2):
        file.write_bytes(file.read_bytes()[:length])
        assert started(tmp_path) == (every, SAID)


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    """It was told not to, or may not write there."""
    every, _ = started(tmp_path, "-B")
    assert kept(tmp_path) == []
    assert started(tmp_path, "-B") == (every, SAID)
