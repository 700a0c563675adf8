"""The saves that a command is about."""

from __future__ import annotations

import os
from pathlib import Path

import click

from game.match import Library, saves_directory
from game.match.names import slug_of
from game.match.places import is_example


def library(folder: str | None) -> Library:
    """The library of the folder that was asked for, or of the usual one."""
    return Library(saves_directory(None if folder is None else Path(folder), os.environ))


def own(path: Path) -> Path:
    """The save itself, if it is the player's to change.

    Raises:
        ClickException: it came with the game.
    """
    if is_example(path):
        raise click.ClickException(
            f"{path.stem} comes with the game and stays as it is; make a copy and change that: "
            f"shared-enemy saves copy {path.stem} {slug_of(f'my {path.stem}')}"
        )
    return path
