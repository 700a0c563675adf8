"""The commands about saves as a whole: listing, tidying, proving, exporting."""

from __future__ import annotations

import click

from game.cli.options import EPILOG, Whole, json_option, library, saves_option, variation_option

ORDERS = ("played", "begun", "name", "scenario", "length")
FORMATS = ("markdown", "html", "svg", "csv", "json", "aif", "aspartix", "iccma", "asciinema")


@click.group(invoke_without_command=True, epilog=EPILOG)
@click.option("--sort", type=click.Choice(ORDERS), help="By what; else the last played first.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="WORDS",
    help="Only these: going, over, damaged, unseen, example, or words of the name, the scenario, "
    "the players, the outcome. Can be given more than once.",
)
@json_option
@saves_option
@click.pass_context
def saves(
    context: click.Context,
    sort: str | None,
    filters: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """List the saves, or tidy them."""
    if context.invoked_subcommand is not None:
        return 0
    from game.cli.listing import list_saves  # noqa: PLC0415 - as in every command: when needed

    return list_saves(library(context), sort=sort, filters=filters, as_json=as_json)


@saves.command(epilog=EPILOG)
@click.argument("name")
@click.argument("new")
@saves_option
@click.pass_context
def rename(context: click.Context, name: str, new: str) -> int:
    """Give a save another name."""
    from game.cli import saves as kept  # noqa: PLC0415 - as above

    return kept.rename(library(context), name, new)


@saves.command(epilog=EPILOG)
@click.argument("name")
@click.argument("new", required=False)
@saves_option
@click.pass_context
def copy(context: click.Context, name: str, new: str | None) -> int:
    """Copy a save.

    Without NEW, the copy gets a name of its own.
    """
    from game.cli import saves as kept  # noqa: PLC0415 - as above

    return kept.copy(library(context), name, new)


@saves.command(epilog=EPILOG)
@click.argument("name")
@click.argument("new", required=False)
@saves_option
@click.pass_context
def rescue(context: click.Context, name: str, new: str | None) -> int:
    """Keep what is good in a damaged save.

    A new save is made of it, NEW or of a name of its own; the damaged one stays as it is.
    """
    from game.cli import saves as kept  # noqa: PLC0415 - as above

    return kept.rescue(library(context), name, new)


@saves.command(epilog=EPILOG)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@saves_option
@click.pass_context
def delete(context: click.Context, names: tuple[str, ...]) -> int:
    """Move saves to the trash folder."""
    from game.cli import saves as kept  # noqa: PLC0415 - as above

    return kept.delete(library(context), names)


@saves.command(epilog=EPILOG)
@click.argument("name", required=False)
@saves_option
@click.pass_context
def restore(context: click.Context, name: str | None) -> int:
    """Take a save out of the trash folder.

    Without a NAME, say which ones are there.
    """
    from game.cli import saves as kept  # noqa: PLC0415 - as above

    return kept.restore(library(context), name)


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@json_option
@saves_option
@click.pass_context
def verify(context: click.Context, files: tuple[str, ...], as_json: bool) -> int:  # noqa: FBT001 - a flag
    """Prove that saves are whole.

    They are played again, and every line is compared. FILE is a file or the name of a save. Of
    two saves of one match it is also said where they part. Exit code 1 if anything differs.
    """
    from game.cli.verify import verify as prove  # noqa: PLC0415 - as above

    return prove(library(context), files, as_json=as_json)


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
    "--at", type=Whole(), metavar="PLY", help="svg: the position after so many decisions."
)
@click.option("--side", metavar="ID", help="svg, asciinema: the side that is drawn first.")
@click.option(
    "--debate",
    type=Whole(1),
    metavar="N",
    help="aif, aspartix, iccma: only this debate, from 1.",
)
@click.option("--scenario", is_flag=True, default=None, help="json: with the scenario's text.")
@click.option(
    "--pace",
    type=Whole(),
    metavar="MS",
    help="asciinema: milliseconds that each position is shown.",
)
@click.option(
    "--reading",
    type=Whole(),
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
    from game.cli.exporting import export_save  # noqa: PLC0415 - as above

    return export_save(library(context), file, to=to, output=output, force=force, **options)
