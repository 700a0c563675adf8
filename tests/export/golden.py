"""One small game in every format, kept as files, so that a change of any of them is seen."""

from __future__ import annotations

from pathlib import Path

from game.export import FORMATS, export
from tests.export.games import well

FOLDER = Path(__file__).with_name("golden")


def path_of(to: str) -> Path:
    """The file that the export to a format is kept in."""
    return FOLDER / f"{to}{FORMATS[to].suffix}"


def made(to: str) -> bytes:
    """What the export to a format is now."""
    return export(well(), to).encode()
