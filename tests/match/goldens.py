"""Saves of each format that was ever written, kept so that they can always be read.

Those of a format that was released are never made again. While a format is new::

    python -m tests.match.goldens

writes those of the present one and says which have changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from game.match import Journal, Match
from game.match.event import FORMAT
from game.match.verifying import verify
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, WELL, new, play_out, shipped_text

FOLDER = Path(__file__).parent / "golden"
LIST = FOLDER / "list.txt"
"""Per save: its name, its head code, its decisions, whether it was closed, and its verdict."""


def paths() -> list[Path]:
    """All golden saves, of every format."""
    return sorted(FOLDER.glob("format-*/*.jsonl"))


def described(path: Path) -> str:
    """The line of the list that belongs to a save."""
    report = verify(path)
    match = Match.open(path, read_only=True)
    verdict = match.verdict.name if match.verdict else "in-progress"
    closed = "closed" if report.closed else "open"
    name = path.relative_to(FOLDER).as_posix()
    return f"{name} {report.code} {report.decisions} {closed} {verdict}"


def written() -> Iterator[tuple[str, bytes]]:
    """The saves of the present format: names and bytes."""
    for seed in range(30):
        shipped = seed % 10 == 9
        disk = MemoryDisk()
        match = new(
            shipped_text() if shipped else WELL,
            seed=seed * 0x0123456789ABCDEF,
            variant=(("easy" if shipped else "wet") if seed % 3 == 0 else None),
            title=f"Игра {seed}" if seed % 2 else "",
            journal=Journal(SAVE, disk),
            characters={"quiet": "Hält still.\nSays little."} if seed % 6 == 5 else None,
        )
        most = 5 if seed % 7 == 6 else 1000
        play_out(match, seed, reasons=seed % 4 == 0, intents=seed % 4 == 1, most=most)
        if seed % 5:
            match.close()
        name = f"{'game' if shipped else 'well'}-{seed:02}.jsonl"
        yield f"format-{FORMAT}/{name}", disk.bytes_of(SAVE)


def main() -> int:
    for name, data in written():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            print(f"{name}: {'changed' if path.exists() else 'new'}")
            path.write_bytes(data)
    LIST.write_text("".join(f"{described(path)}\n" for path in paths()), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
