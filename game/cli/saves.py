"""Renaming, copying and putting away saves."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.library import called, in_trash, own, said
from game.cli.options import library, saves_option
from game.cli.output import say
from game.cli.overview import EPILOG
from game.cli.usage import WrongUsage
from game.match import MatchError, NoSuchSaveError
from game.text import shown
from game.text.names import nearest


@click.command(epilog=EPILOG)
@click.argument("name")
@click.argument("new")
@saves_option
@click.pass_context
def rename(context: click.Context, name: str, new: str) -> int:
    """Give a save another name."""
    saves = library(context)
    found = saves.find(name)
    path = saves.rename(own(saves, found), new)
    return _said(f"{said(name, found)} is called {path.stem} now.")


@click.command(epilog=EPILOG)
@click.argument("name")
@click.argument("new", required=False)
@saves_option
@click.pass_context
def copy(context: click.Context, name: str, new: str | None) -> int:
    """Copy a save.

    Without NEW, the copy gets a name of its own.
    """
    saves = library(context)
    found = saves.find(name)
    path = saves.copy(found, new)
    return _said(f"{path.stem} is a copy of {said(name, found)}.")


@click.command(epilog=EPILOG)
@click.argument("name")
@click.argument("new", required=False)
@saves_option
@click.pass_context
def rescue(context: click.Context, name: str, new: str | None) -> int:
    """Keep what is good in a damaged save.

    A new save is made of it, NEW or of a name of its own; the damaged one stays as it is.
    """
    saves = library(context)
    found = saves.find(name)
    what = said(name, found)
    if not saves.entry(found).damage:
        raise WrongUsage(
            f"nothing is wrong with {what}; copy it: shared-enemy saves copy {called(saves, found)}"
        )
    path = saves.rescue(found, new)
    entry = saves.entry(path)
    return _said(
        f"{path.stem} holds what is good in {what}: {entry.decisions} decisions, head code "
        f"{entry.head_code}. {what} stays as it is."
    )


@click.command(epilog=EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@saves_option
@click.pass_context
def delete(context: click.Context, names: tuple[str, ...]) -> int:
    """Move saves to the trash folder."""
    saves = library(context)
    failed = False
    for name in names:
        try:
            found = saves.find(name)
            path = saves.delete(own(saves, found))
        except (MatchError, click.ClickException) as error:
            failed = True
            say(str(error), err=True)
        else:
            _said(
                f"{said(name, found)} is in the trash. Have it back: "
                f"shared-enemy saves restore {in_trash(saves, path)}"
            )
    return int(failed)


@click.command(epilog=EPILOG)
@click.argument("name", required=False)
@saves_option
@click.pass_context
def restore(context: click.Context, name: str | None) -> int:
    """Take a save out of the trash folder.

    Without a NAME, say which ones are there.
    """
    saves = library(context)
    trash = {path.stem: path for path in saves.trash()}
    if name is None:
        return _said("\n".join(trash) or "The trash is empty.")
    path = saves.restore(_in_trash(trash, name))
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
