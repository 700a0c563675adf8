"""The lines of play of a save: listing them, comparing two, and what they are called."""

from __future__ import annotations

import click

from game.cli.lines import line_of, pen, seen
from game.cli.options import WholeNumber, json_option, library, saves_option
from game.cli.output import say, values, write
from game.cli.overview import EPILOG
from game.match import Library, Match, Variation
from game.plain.lines_of_play import comparison
from game.plain.lines_of_play import variations as told
from game.review.compare import compare as contrast
from game.rules import Phase, verdict
from game.telling.messages import aloud
from game.telling.voice import Voice

_NUMBER = WholeNumber()


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option(
    "--compare",
    nargs=2,
    type=_NUMBER,
    metavar="A B",
    help="Two of them beside each other: tracks round by round, and verdicts.",
)
@click.option("--promote", type=_NUMBER, metavar="N", help="Make this one the main line.")
@click.option(
    "--rename",
    nargs=2,
    type=(_NUMBER, str),
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
    if sum(each is not None for each in (compare, promote, rename)) > 1:
        raise click.UsageError("only one of --compare, --promote and --rename.", context)
    saves = library(context)
    if promote is not None:
        return _promote(saves, file, promote)
    if rename is not None:
        return _name(saves, file, *rename)
    match = seen(saves, file)
    if compare is not None:
        return _compare(match, *compare, as_json=as_json)
    return _list(match, as_json=as_json)


def _list(match: Match, *, as_json: bool) -> int:
    """Print the variations of a save."""
    if as_json:
        values([_record(match, each) for each in match.tree.variations])
    else:
        for line in told(Voice(match.book, aloud()), match):
            write(line)
    return _whole(match)


def _compare(match: Match, one: int, other: int, *, as_json: bool) -> int:
    """Print two variations of a save beside each other."""
    pair = (line_of(match, one), line_of(match, other))
    if as_json:
        values(_contrast(match, *pair))
    else:
        for line in comparison(Voice(match.book, aloud()), match, one, other):
            write(line)
    return _whole(match)


def _promote(library: Library, name: str, variation: int) -> int:
    """Make a variation the main line."""
    with pen(library, name) as match:
        match.promote(line_of(match, variation).number)
    say("cli.line.promoted", number=variation)
    return 0


def _name(library: Library, name: str, variation: int, words: str) -> int:
    """Give a variation a name."""
    with pen(library, name) as match:
        match.name(line_of(match, variation).number, words)
    say("cli.line.named", number=variation, name=words)
    return 0


def _whole(match: Match) -> int:
    """Say so if more than what was shown may have been there."""
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _record(match: Match, line: Variation) -> dict[str, object]:
    """A variation as a program reads it."""
    book, state = match.book, line.timeline.state
    end = verdict(book, state) if state.phase is Phase.END else None
    return {
        "number": line.number,
        "name": line.name,
        "parent": line.parent if line.parent >= 0 else None,
        "ply": line.ply,
        "main": line.number == match.tree.main,
        "played": line.number == match.tree.current,
        "seats": list(line.seats),
        "taken_back_by": line.by or None,
        "price": line.price,
        "decisions": [decision.text for decision in line.timeline.decisions],
        "round": state.round,
        "scores": [state.tracks[index] for index in book.score],
        "verdict": end.name if end else None,
        "final": list(end.final) if end else None,
    }


def _contrast(match: Match, one: Variation, other: Variation) -> dict[str, object]:
    """The comparison of two variations as a program reads it."""
    book = match.book
    first, second = ((each.timeline.decisions, each.timeline.states) for each in (one, other))
    found = contrast(book, first, second)
    return {
        "variations": [one.number, other.number],
        "shared": found.shared,
        "rounds": [
            {
                "round": row.round,
                "tracks": {
                    track: list(pair)
                    for track, pair in zip(book.track_ids, row.tracks, strict=True)
                },
            }
            for row in found.rows
        ],
        "verdicts": [each.name if each else None for each in found.verdicts],
    }
