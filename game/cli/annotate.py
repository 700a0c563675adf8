"""Comments on positions."""

from __future__ import annotations

import click

from game.cli.lines import check_ply, line_of, pen
from game.cli.options import library, ply_option, saves_option, variation_option
from game.cli.output import say
from game.cli.overview import EPILOG


@click.command(epilog=EPILOG)
@click.argument("file")
@click.argument("text")
@ply_option
@variation_option
@click.option("--by", default="", metavar="NAME", help="Who writes it.")
@saves_option
@click.pass_context
def annotate(
    context: click.Context, file: str, text: str, at: int, variation: int | None, by: str
) -> int:
    """Comment on a position of a save.

    TEXT takes the place of the comment that is there; an empty one removes it. FILE is a file or
    the name of a save.
    """
    with pen(library(context), file) as match:
        line = line_of(match, variation)
        check_ply(line, at)
        match.comment(at, text, variation=line.number, by=by)
    if text:
        say("cli.line.commented", number=line.number, ply=at)
    else:
        say("cli.line.uncommented", number=line.number, ply=at)
    return 0
