"""Playing on from an earlier position."""

from __future__ import annotations

import click

from game.cli.library import called, said
from game.cli.lines import check_ply, line_of, pen, seen
from game.cli.options import (
    library,
    ply_option,
    saves_option,
    variation_option,
)
from game.cli.output import say
from game.cli.overview import EPILOG
from game.cli.seating import Seats, seated
from game.cli.sides import SidesCommand, seats_option
from game.match import Library, Match, Variation
from game.opponents import opponent


@click.command(cls=SidesCommand, epilog=EPILOG)
@click.argument("file")
@ply_option
@variation_option
@click.option("--name", "words", default="", metavar="WORDS", help="What to call the variation.")
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
    words: str,
    seats: Seats,
    save: str | None,
) -> int:
    """Play on from an earlier position.

    The new line of play is a variation, and the one that it leaves stays. FILE is a file or the
    name of a save. Who is not named sits where they sat.
    """
    saves = library(context)
    path = saves.find(file)
    damaged = saves.entry(path).damage is not None
    if save is None:
        if damaged:
            raise click.ClickException(
                f"{said(file, path)} is damaged and is not written to; what is good in it can be "
                "played on as a new save: add --save NEW"
            )
        return _branch(saves, file, at, variation, words, seats)
    _look(saves, file, at, variation, seats)
    path = saves.rescue(path, save) if damaged else saves.copy(path, save)
    return _branch(saves, str(path), at, variation, words, seats)


def _look(saves: Library, name: str, at: int, variation: int | None, seats: Seats) -> None:
    """Raise what would go wrong, before a save is made for nothing."""
    match = seen(saves, name)
    line = line_of(match, variation)
    check_ply(line, at)
    _sitting(match, line, seats)


def _branch(
    saves: Library, name: str, at: int, variation: int | None, words: str, seats: Seats
) -> int:
    with pen(saves, name) as match:
        line = line_of(match, variation)
        check_ply(line, at)
        number = match.branch(
            at, variation=line.number, seats=_sitting(match, line, seats), name=words
        )
    path = saves.find(name)
    say(
        "cli.line.branched",
        number=number,
        save=said(name, path),
        parent=line.number,
        ply=at,
        name=called(saves, path),
    )
    return 0


def _sitting(match: Match, line: Variation, seats: Seats) -> tuple[str, str]:
    """Who sits there in a new variation: whoever did before, but for those that are named."""
    sitting = seated(match.scenario, line.seats, seats)
    for seat in sitting:
        opponent(seat, seed=match.seed, scenario=match.scenario, known=match.character)
    return sitting
