"""Renaming, copying and putting away saves."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.library import called, in_trash, own, said
from game.cli.output import say
from game.cli.usage import WrongUsage
from game.match import Library, MatchError, NoSuchSaveError
from game.text import shown
from game.text.names import nearest


def rename(library: Library, name: str, new: str) -> int:
    """Give a save another name."""
    found = library.find(name)
    path = library.rename(own(library, found), new)
    return _said(f"{said(name, found)} is called {path.stem} now.")


def copy(library: Library, name: str, new: str | None) -> int:
    """Copy a save, byte for byte."""
    found = library.find(name)
    path = library.copy(found, new)
    return _said(f"{path.stem} is a copy of {said(name, found)}.")


def rescue(library: Library, name: str, new: str | None) -> int:
    """Make a new save of what is good in a damaged one."""
    found = library.find(name)
    what = said(name, found)
    if not library.entry(found).damage:
        raise WrongUsage(
            f"nothing is wrong with {what}; copy it: "
            f"shared-enemy saves copy {called(library, found)}"
        )
    path = library.rescue(found, new)
    entry = library.entry(path)
    return _said(
        f"{path.stem} holds what is good in {what}: {entry.decisions} decisions, head code "
        f"{entry.head_code}. {what} stays as it is."
    )


def delete(library: Library, names: tuple[str, ...]) -> int:
    """Move saves to the trash folder; 1 if one of them stays where it is."""
    failed = False
    for name in names:
        try:
            found = library.find(name)
            path = library.delete(own(library, found))
        except (MatchError, click.ClickException) as error:
            failed = True
            say(str(error), err=True)
        else:
            _said(
                f"{said(name, found)} is in the trash. Have it back: "
                f"shared-enemy saves restore {in_trash(library, path)}"
            )
    return int(failed)


def restore(library: Library, name: str | None) -> int:
    """Take a save out of the trash folder, or say which ones are there."""
    trash = {path.stem: path for path in library.trash()}
    if name is None:
        return _said("\n".join(trash) or "The trash is empty.")
    path = library.restore(_in_trash(trash, name))
    return _said(f"{path.stem} is among the saves again.")


def _in_trash(trash: dict[str, Path], name: str) -> Path:
    if name in trash:
        return trash[name]
    near = nearest(name, tuple(trash))
    hint = f"did you mean {near!r}?" if near else "shared-enemy saves restore lists what is there"
    raise NoSuchSaveError(f"there is no save {shown(name)} in the trash; {hint}")


def _said(words: str) -> int:
    say(words)
    return 0
