"""The unfinished pieces that were set aside when a save was mended; they go where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

MOST: Final = 10_000
"""The highest number of a piece."""

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,4}")


def piece(path: Path, number: int) -> Path:
    """Where the piece of a number of a save belongs."""
    return path.with_name(f"{path.stem}.torn-{number}")


def pieces(path: Path, names: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the pieces of a save among the names in its folder, lowest first.

    A file that only begins like one is none: ``x.torn-1.jsonl`` may be a game of its own.

    >>> pieces(Path("x.jsonl"), ["x.torn-2", "x.torn-1.jsonl", "x.torn-01", "xy.torn-1"])
    (2,)
    """
    before = f"{path.stem}.torn-"
    tails = (name.removeprefix(before) for name in names if name.startswith(before))
    return tuple(sorted(int(tail) for tail in tails if _NUMBER.fullmatch(tail)))
