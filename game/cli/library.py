"""The saves that a command is about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.files.folders import user_folder
from game.match import Library, SaveError, saves_directory
from game.match.names import is_path, slug_of
from game.match.places import is_example
from game.match.trouble import named, shown_path

if TYPE_CHECKING:
    from game.match import Entry


def library(folder: str | None) -> Library:
    """The library of the folder that was asked for, or of the usual one."""
    directory = saves_directory(None if folder is None else Path(folder), os.environ)
    return Library(directory, cache=user_folder("cache"))


def called(library: Library, path: Path) -> str:
    """What a save is called on a command line: its name if that finds it, else its path.

    It can be pasted behind any command, whatever the name and wherever the save lies.
    """
    found = library.is_called(path) and (library.directory == _usual() or is_example(path))
    if found and not path.stem.startswith("-"):
        return _pasted(path.stem)
    file = shown_path(path)
    plain = is_path(file) and not file.startswith("-")
    return _pasted(file if plain else os.path.join(os.curdir, file))  # noqa: PTH118 - keeps ./


def in_trash(library: Library, path: Path) -> str:
    """What a save in the trash folder is called on a command line, with the folder if need be."""
    elsewhere = f" --saves {_pasted(str(library.directory))}"
    name = _pasted(path.stem) if not path.stem.startswith("-") else f"-- {_pasted(path.stem)}"
    return name if library.directory == _usual() else f"{name}{elsewhere}"


def said(name: str, path: Path) -> str:
    """What a sentence calls a save: as it was named; a path as it was found."""
    return shown_path(path) if is_path(name) else named(name)


def rescue_hint(library: Library, entry: Entry) -> str:
    """How to keep what is good in a damaged save; empty if there is nothing good in it."""
    if not entry.rescuable:
        return ""
    return (
        "; what is good in it can be kept as a new save: "
        f"shared-enemy saves rescue {called(library, entry.path)}"
    )


def _usual() -> Path | None:
    """The folder that is looked in when none is asked for."""
    try:
        return saves_directory(None, os.environ)
    except SaveError:
        return None


def _pasted(word: str) -> str:
    """A word of a command line, quoted where a shell would take it for several or for more."""
    import shlex  # noqa: PLC0415 - for words only
    import subprocess  # noqa: PLC0415 - likewise

    return subprocess.list2cmdline([word]) if os.name == "nt" else shlex.quote(word)


def own(library: Library, path: Path) -> Path:
    """The save itself, if it is the player's to change.

    Raises:
        ClickException: it came with the game.
    """
    if is_example(path):
        import click  # noqa: PLC0415 - once something is wrong

        raise click.ClickException(
            f"{path.stem} comes with the game and stays as it is; make a copy and change that: "
            f"shared-enemy saves copy {called(library, path)} {slug_of(f'my {path.stem}')}"
        )
    return path
