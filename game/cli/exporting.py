"""Writing a match as a file that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.output import say
from game.cli.usage import WrongUsage
from game.export import FORMATS, ExportError, Game, export, format_of, write
from game.export.frameworks import frameworks
from game.match import Library, Match
from game.match.trouble import shown_path

STANDARD_OUTPUT = "-"

_FRAMEWORKS = ("aif", "aspartix", "iccma")
"""The formats that hold nothing but debates."""


def export_save(
    library: Library,
    name: str,
    *,
    to: str,
    output: str | None,
    force: bool,
    **options: int | str | bool | None,
) -> int:
    """Export a save to a file or to standard output.

    A damaged one is exported as far as it is good, and 1 is returned.
    """
    try:
        to = format_of(to).name
    except ExportError as error:
        raise WrongUsage(str(error)) from None
    # Whether the format has these options, and takes these values, is asked there.
    settings: dict[str, Any] = options
    path = library.find(name)
    match = Match.open(library.journal(path), read_only=True)
    if output is None or output == STANDARD_OUTPUT:
        # As bytes, so that a terminal's own encoding changes nothing.
        click.echo(export(match, to, **settings).encode(), nl=False)
    else:
        file = Path(output)
        size = write(match, to, file, force=force, **settings)
        what = f"{size} bytes of {FORMATS[to].what}, of {shown_path(path)}"
        say(f"{shown_path(file)}: {what}", err=True)
    if to in _FRAMEWORKS and _undebated(match):
        say("There is no argument in it: nothing was debated in this game.", err=True)
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _undebated(match: Match) -> bool:
    """Whether there is nothing in a match that an argument framework could hold."""
    return not any(each.nodes for each in frameworks(Game.of(match), None))
