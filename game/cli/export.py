"""Writing a match as a file that other programs read."""

from __future__ import annotations

from typing import Any

import click

from game.cli.options import WholeNumber, library, saves_option, variation_option
from game.cli.output import write
from game.cli.overview import EPILOG
from game.cli.targets import STANDARD_OUTPUT, target_of
from game.cli.usage import WrongUsage
from game.export import FORMATS, ExportedGame, ExportError, format_of
from game.export import export as exported
from game.export import write as write_file
from game.export.frameworks import frameworks
from game.match import Match
from game.match.trouble import shown_path
from game.telling.messages import english

_FRAMEWORKS = ("aif", "aspartix", "iccma")
"""The formats that hold nothing but debates."""


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option(
    "--to",
    required=True,
    metavar="FORMAT",
    help=f"One of {', '.join(FORMATS)}; or md, htm, txt and the like.",
)
@click.option(
    "-o", "--output", metavar="PATH", help="The file to write; else, or for -, standard output."
)
@click.option("--force", is_flag=True, help="Write over the file if it is there.")
@variation_option
@click.option(
    "--at", type=WholeNumber(), metavar="PLY", help="svg: the position after so many decisions."
)
@click.option("--side", metavar="ID", help="svg, asciinema: the side that is drawn first.")
@click.option(
    "--debate",
    type=WholeNumber(1),
    metavar="N",
    help="aif, aspartix, iccma: only this debate, from 1.",
)
@click.option("--scenario", is_flag=True, default=None, help="json: with the scenario's text.")
@click.option(
    "--pace",
    type=WholeNumber(),
    metavar="MS",
    help="asciinema: milliseconds that each position is shown.",
)
@click.option(
    "--reading",
    type=WholeNumber(),
    metavar="MS",
    help="asciinema: milliseconds more for each character of what has happened.",
)
@saves_option
@click.pass_context
def export(
    context: click.Context,
    /,
    file: str,
    to: str,
    output: str | None,
    force: bool,  # noqa: FBT001 - a flag
    **options: int | str | bool | None,
) -> int:
    """Write a save for other programs.

    As a transcript, a page, a picture, a table, an argument map, a recording. FILE is a file or
    the name of a save. What is written over is replaced whole or not at all.
    """
    saves = library(context)
    try:
        to = format_of(to).name
    except ExportError as error:
        raise WrongUsage(str(error)) from None
    # Whether the format has these options, and takes these values, is asked there.
    settings: dict[str, Any] = options
    path = saves.find(file)
    match = Match.open(saves.journal(path), read_only=True)
    if output is None or output == STANDARD_OUTPUT:
        # As bytes, so that a terminal's own encoding changes nothing.
        click.echo(exported(match, to, **settings).encode(), nl=False)
    else:
        target = target_of(output, path)
        size = write_file(match, to, target, force=force, **settings)
        written = english().say(
            "cli.export.written",
            file=shown_path(target),
            bytes=size,
            format=FORMATS[to].what,
            save=shown_path(path),
        )
        write(written, err=True)
    if to in _FRAMEWORKS and _undebated(match):
        write(english().say("cli.export.undebated"), err=True)
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _undebated(match: Match) -> bool:
    """Whether there is nothing in a match that an argument framework could hold."""
    return not any(each.nodes for each in frameworks(ExportedGame.of(match), None))
