"""The saves in a list: chosen, sorted, for people or for programs."""

from __future__ import annotations

import datetime as dt
from typing import Final

import click

from game.cli.group import LazyGroup
from game.cli.options import json_option, library, saves_option
from game.cli.output import columns, say, values
from game.cli.overview import Commands
from game.match import Entry, Library
from game.review.saves import ORDERS, fits, in_order
from game.telling.messages import english
from game.telling.saves import row

COMMANDS: Final[Commands] = {
    "copy": ("game.cli.saves:copy", "Copy a save."),
    "delete": ("game.cli.saves:delete", "Move saves to the trash folder."),
    "rename": ("game.cli.saves:rename", "Give a save another name."),
    "rescue": ("game.cli.saves:rescue", "Keep what is good in a damaged save."),
    "restore": ("game.cli.saves:restore", "Take a save out of the trash folder."),
}


@click.group(cls=LazyGroup, table=COMMANDS, invoke_without_command=True)
@click.option(
    "--sort",
    type=click.Choice(tuple(ORDERS)),
    default="played",
    help="By what; else the last played first.",
)
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
    sort: str,
    filters: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """List the saves, or tidy them."""
    if context.invoked_subcommand is not None:
        return 0
    found = library(context)
    listed = in_order(found.list(large=False), sort)
    entries = [entry for entry in listed if all(fits(entry, each) for each in filters)]
    if as_json:
        values([record(entry) for entry in entries])
        return _looked_into(found)
    if found.trouble and not entries:
        return _looked_into(found)
    if entries:
        columns([_cells(entry) for entry in entries])
    else:
        say(english().say("saves.none_fits" if filters else "saves.none"))
    say(english().say("saves.folder", folder=str(found.directory)), err=True)
    return _looked_into(found)


def _looked_into(library: Library) -> int:
    """Say so if the folder of saves is closed to us, so that nobody takes it for empty."""
    if library.trouble:
        raise click.ClickException(library.trouble)
    return 0


def _cells(entry: Entry) -> tuple[str, ...]:
    """What stands in the line of a save."""
    told = row(english(), entry)
    if entry.damage:
        return (told.name, told.result, told.note)
    code = english().say("saves.head", code=told.code) if told.code else ""
    cells = (told.name, told.result, told.players, told.scenario, code, told.note)
    return tuple(cell for cell in cells if cell)


def record(entry: Entry) -> dict[str, object]:
    """A save as a program reads it. Moments are in UTC."""
    whole = entry.looked_at
    return {
        "name": entry.slug,
        "file": str(entry.path),
        "size": entry.size,
        "looked_at": whole,
        "title": entry.title,
        "scenario": entry.scenario,
        "variant": entry.variant,
        "seats": list(entry.seats),
        "names": list(entry.names),
        "seed": entry.seed,
        "created": entry.created or None,
        "played": moment(entry.modified),
        "round": entry.round if whole else None,
        "rounds": entry.rounds if whole else None,
        "scores": list(entry.scores) if whole else None,
        "final": None if entry.final is None else list(entry.final),
        "decisions": entry.decisions if whole else None,
        "verdict": entry.verdict,
        "outcome": entry.outcome if whole else None,
        "over": entry.over if whole else None,
        "lines": entry.lines if whole else None,
        "head_code": entry.head_code if whole else None,
        "closed": entry.closed if whole else None,
        "damage": entry.damage,
        "example": entry.shipped,
    }


def moment(seconds: float) -> str | None:
    """A moment in UTC; nothing for one that no calendar has, as a file's time may be."""
    try:
        when = dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (OSError, OverflowError, ValueError):
        return None
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
