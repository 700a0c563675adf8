"""Looking at a match."""

from __future__ import annotations

import click

from game.cli.options import library, plain_option, saves_option, variation_option
from game.cli.overview import EPILOG
from game.cli.screens import show
from game.cli.usage import WrongUsage
from game.match import Match


@click.command(epilog=EPILOG)
@click.argument("file")
@variation_option
@plain_option
@saves_option
@click.pass_context
def replay(
    context: click.Context,
    file: str,
    variation: int | None,
    plain: bool,  # noqa: FBT001 - a flag
) -> int:
    """Step through a match.

    FILE is a file or the name of a save. With --plain the whole game is printed.
    """
    saves = library(context)
    path = saves.find(file)
    if plain:
        from game.cli import plain as lines  # noqa: PLC0415 - not for the app

        return lines.replay(Match.open(saves.journal(path), read_only=True), variation, saves)
    if variation is not None:
        raise WrongUsage("the app shows every variation: choose one there, or add --plain")
    return show(saves, replay=path)
