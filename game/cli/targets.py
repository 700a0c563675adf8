"""Where a command writes what it makes: a file that holds nothing else, or standard output."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from game.export.errors import ExportError
from game.match.names import SUFFIX
from game.match.trouble import shown_path

STANDARD_OUTPUT: Final = "-"
"""What stands for standard output where a file is named."""


def target_of(output: str, save: Path) -> Path:
    """The file to write, which is no folder and no save: they hold what is nowhere else.

    Raises:
        ExportError: it is one.
    """
    target, fault = Path(output), ""
    with suppress(OSError, ValueError):  # what is wrong with a name is said when it is written
        if target.is_dir():
            fault = "is a folder; name a file in it"
        elif target.exists() and (target.samefile(save) or target.suffix.casefold() == SUFFIX):
            fault = "is a save and was not changed; choose another name"
    if fault:
        raise ExportError(f"{shown_path(target)} {fault}")
    return target
