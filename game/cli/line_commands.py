"""The commands about the lines of play of a save: variations and comments."""

from __future__ import annotations

import click

from game.cli.options import (
    EPILOG,
    Seating,
    Seats,
    Whole,
    json_option,
    library,
    saves_option,
    seats_option,
    variation_option,
)

_PLY = Whole()


@click.command(cls=Seating, epilog=EPILOG)
@click.argument("file")
@click.option(
    "--at", type=_PLY, required=True, metavar="PLY", help="After how many decisions, from 0."
)
@variation_option
@click.option("--name", "called", default="", metavar="WORDS", help="What to call the variation.")
@seats_option
@click.option(
    "--save",
    metavar="NEW",
    help="Make a new save of this name: a copy, or of a damaged save what is good in it.",
)
@saves_option
@click.pass_context
def branch(
    context: click.Context,
    file: str,
    at: int,
    variation: int | None,
    called: str,
    seats: Seats,
    save: str | None,
) -> int:
    """Play on from an earlier position.

    The new line of play is a variation, and the one that it leaves stays. FILE is a file or the
    name of a save. Who is not named sits where they sat.
    """
    from game.cli.branching import branch as leave  # noqa: PLC0415 - as in every command

    return leave(
        library(context),
        file,
        at=at,
        variation=variation,
        words=called,
        seats=seats,
        save=save,
    )


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option(
    "--compare",
    nargs=2,
    type=_PLY,
    metavar="A B",
    help="Two of them beside each other: tracks round by round, and verdicts.",
)
@click.option("--promote", type=_PLY, metavar="N", help="Make this one the main line.")
@click.option(
    "--rename",
    nargs=2,
    type=(_PLY, str),
    metavar="N WORDS",
    help="Call one of them something.",
)
@json_option
@saves_option
@click.pass_context
def variations(
    context: click.Context,
    file: str,
    compare: tuple[int, int] | None,
    promote: int | None,
    rename: tuple[int, str] | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """List the lines of play of a save.

    Which leaves which, and how each ended or stands. FILE is a file or the name of a save.
    """
    from game.cli import branching  # noqa: PLC0415 - as above

    if sum(each is not None for each in (compare, promote, rename)) > 1:
        raise click.UsageError("only one of --compare, --promote and --rename.", context)
    if promote is not None:
        return branching.promote(library(context), file, promote)
    if rename is not None:
        return branching.call(library(context), file, *rename)
    if compare is not None:
        return branching.compare_variations(library(context), file, *compare, as_json=as_json)
    return branching.list_variations(library(context), file, as_json=as_json)


@click.command(epilog=EPILOG)
@click.argument("file")
@click.argument("text")
@click.option(
    "--at", type=_PLY, required=True, metavar="PLY", help="After how many decisions, from 0."
)
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
    from game.cli.branching import annotate as write  # noqa: PLC0415 - as above

    return write(library(context), file, at=at, text=text, variation=variation, by=by)
