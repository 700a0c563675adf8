"""A disk is taken away while a match on it is played: real disks, which only root can mount.

::

    python -m tests.match.mounts 50
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from game.match import Journal, Match
from tests.match.deeds import happened, step
from tests.match.games import new
from tests.match.tally import Tally

_INSIDE = "inside"


def run(count: int) -> Tally:
    """So many matches, each on a disk of its own, among mounts that nobody else sees."""
    if shutil.which("unshare") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return Tally(noted={"left out, for only root can mount disks": count})
    ran = subprocess.run(
        ["unshare", "--mount", sys.executable, "-m", "tests.match.mounts", _INSIDE, str(count)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    tally = Tally()
    for line in ran.stdout.splitlines():
        name, _, problem = line.partition("\t")
        tally.case(problem or None, name)
        tally.note(name.partition(",")[0])
    if ran.returncode:
        tally.wrong.append(ran.stderr)
    return tally


def _mount(*words: str | Path) -> None:
    subprocess.run(["mount", *words], check=True)


def _disk(folder: Path) -> None:
    _mount("-t", "tmpfs", "-o", "size=1m", "none", folder)


def _moved(folder: Path, other: Path) -> None:
    """It is mounted elsewhere now."""
    _mount("--move", folder, other)


def _taken(folder: Path, _: Path) -> None:
    """Whoever has files open on it keeps them, and nobody else can reach them."""
    subprocess.run(["umount", "--lazy", folder], check=True)


def _exchanged(folder: Path, other: Path) -> None:
    """Another disk is put in its place."""
    _moved(folder, other)
    _disk(folder)


def _covered(folder: Path, _: Path) -> None:
    """Another disk is mounted over it."""
    _disk(folder)


DEEDS: tuple[Callable[[Path, Path], None], ...] = (_moved, _taken, _exchanged, _covered)


def _tried(number: int, root: Path) -> tuple[str, str]:
    """What is done, and what is wrong then, if anything is."""
    deed = DEEDS[number % len(DEEDS)]
    folder, other, kept = (root / name for name in ("saves", "other", "kept"))
    for each in (folder, other, kept):
        each.mkdir(parents=True)
    _disk(folder)
    match = new(seed=number, journal=Journal(folder / "x.jsonl"))
    for _ in range(number % 5):
        step(match, number)
    before = happened(match)
    deed(folder, other)
    step(match, number)
    name = f"{deed.__name__.strip('_')}, {number}"
    if match.trouble is None or not match.trouble.startswith("Its disk was taken away."):
        return name, f"told: {match.trouble}, {match.moves}"
    if [*folder.iterdir()]:
        return name, f"made where the disk was: {[*folder.iterdir()]}"
    if deed in (_moved, _exchanged):
        there = happened(Match.open(other / "x.jsonl", read_only=True))
        if there != before:
            return name, f"{len(before)} acknowledged, {len(there)} kept"
    match.save_as(Journal(kept / "x.jsonl"))
    step(match, number)
    if happened(Match.open(kept / "x.jsonl", read_only=True)) != happened(match):
        return name, "not kept elsewhere"
    match.close()
    return name, ""


def _inside(count: int) -> None:
    with tempfile.TemporaryDirectory() as directory:
        for number in range(count):
            root = Path(directory) / str(number)
            print(*_tried(number, root), sep="\t", flush=True)
            for folder in (root / "other", root / "saves", root / "saves"):
                if folder.is_mount():
                    _taken(folder, root)


if __name__ == "__main__":
    if sys.argv[1] == _INSIDE:
        _inside(int(sys.argv[2]))
    else:
        found = run(int(sys.argv[1]))
        print(found, *found.wrong, sep="\n")
        sys.exit(bool(found.wrong))
