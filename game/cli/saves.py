"""Renaming, copying and putting away saves."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.library import called, in_trash, own, said
from game.cli.options import library, saves_option
from game.cli.output import say, write
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
    say("cli.saves.renamed", save=said(name, found), name=path.stem)
    return 0


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
    say("cli.saves.copied", name=path.stem, save=said(name, found))
    return 0


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
    say(
        "cli.saves.rescued",
        name=path.stem,
        save=what,
        decisions=entry.decisions,
        code=entry.head_code,
    )
    return 0


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
            write(str(error), err=True)
        else:
            say("cli.saves.deleted", save=said(name, found), name=in_trash(saves, path))
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
        for each in trash:
            write(each)
        if not trash:
            say("cli.saves.no_trash")
        return 0
    path = saves.restore(_in_trash(trash, name))
    say("cli.saves.restored", name=path.stem)
    return 0


def _in_trash(trash: dict[str, Path], name: str) -> Path:
    if name in trash:
        return trash[name]
    near = nearest(name, tuple(trash))
    hint = f"did you mean {near!r}?" if near else "shared-enemy saves restore lists what is there"
    raise NoSuchSaveError(f"there is no save {shown(name)} in the trash; {hint}")
