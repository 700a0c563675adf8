"""The command line: all commands, and the app without one."""

from __future__ import annotations

import click

from game import __version__
from game.cli.group import Root
from game.cli.options import library, saves_option
from game.cli.overview import ABOUT, WIDEST


@click.group(
    cls=Root,
    help="\n\n".join(ABOUT),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDEST},
)
@saves_option
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> int:
    """Open the app, if no command is called."""
    if context.invoked_subcommand is not None:
        return 0
    from game.cli.screens import show  # noqa: PLC0415 - the terminal is asked about then only

    # The title is on the screen before the game itself is imported.
    return show(lambda: library(context))
