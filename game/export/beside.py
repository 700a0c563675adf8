"""Files beside the saves: exports and pictures, each under a name that no file has."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from game.export.formats import FORMATS
from game.export.write import write
from game.match import Match, MatchError
from game.match.trouble import because, shown_path
from game.telling.messages import english
from game.text import clean


def exported(save: Path, to: str, folder: Path) -> str:
    """Write a save in a format into a folder, under a name that no file has.

    Returns:
        What was written where, or why nothing was, as a sentence.
    """

    def written(target: Path) -> str:
        size = write(Match.open(save, read_only=True), to, target)
        return english().say("screens.export.wrote", file=str(target), bytes=size)

    return _kept(folder, save.stem, FORMATS[to].suffix, written)


def pictured(svg: str, folder: Path) -> str:
    """Write a picture of the screen into a folder, under a name that no file has.

    Returns:
        Where it is, or why it is nowhere, as a sentence.
    """

    def written(target: Path) -> str:
        with target.open("x", encoding="utf-8") as file:
            file.write(svg)
        return english().say("screens.export.pictured", file=str(target))

    return _kept(folder, "screen", ".svg", written)


def _kept(folder: Path, stem: str, suffix: str, written: Callable[[Path], str]) -> str:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target, number = folder / f"{stem}{suffix}", 1
        while os.path.lexists(target):
            number += 1
            target = folder / f"{stem}-{number}{suffix}"
        return clean(written(target))
    except MatchError as error:
        return clean(str(error))
    except OSError as error:
        return clean(
            english().say("screens.export.none", why=because(error), folder=shown_path(folder))
        )
