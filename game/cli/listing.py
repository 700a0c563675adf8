"""The saves in a list: chosen, sorted, for people or for programs."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from typing import Final

import click

from game.cli.group import LazyGroup
from game.cli.options import json_option, library, saves_option
from game.cli.output import columns, drawn, progress, table, values, write
from game.cli.overview import Commands
from game.match import Entry, Library
from game.review.saves import ORDERS, in_order
from game.telling.messages import english
from game.telling.saves import SaveRow, found, row

MANY: Final = 20
"""So many saves may take long enough to show how far it has come."""

_COLUMNS: Final = ("save", "stands", "players", "scenario", "code", "note")

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
    kept = library(context)
    listed = in_order(_looked_at(kept), sort)
    entries = [entry for entry in listed if all(found(english(), entry, each) for each in filters)]
    if as_json:
        values([record(entry) for entry in entries])
        return _open(kept)
    if kept.trouble and not entries:
        return _open(kept)
    if entries:
        _print([row(english(), entry) for entry in entries])
    else:
        write(english().say("saves.none_fits" if filters else "saves.none"))
    write(english().say("saves.folder", folder=str(kept.directory)), err=True)
    return _open(kept)


def _looked_at(library: Library) -> list[Entry]:
    """The saves, looked at; of those that take seconds only the beginning."""
    glance = library.glance()
    with progress(english().say("cli.progress.looking"), wanted=len(glance) >= MANY) as bar:
        return [
            library.head(entry) if entry.large else library.look(entry)
            for entry in bar.over(glance)
        ]


def _open(library: Library) -> int:
    """Say so if the folder of saves is closed to us, so that nobody takes it for empty."""
    if library.trouble:
        raise click.ClickException(library.trouble)
    return 0


def _print(rows: Sequence[SaveRow]) -> None:
    """Print a list: on a terminal as a table with what is wrong below it, else in columns."""
    if not drawn(sys.stdout):
        columns([_line(each) for each in rows])
        return
    table(
        [english().say(f"cli.column.{each}") for each in _COLUMNS],
        [
            (each.name, each.result, each.players, each.scenario, each.code, each.note)
            for each in rows
        ],
    )
    for each in rows:
        if each.damage:
            write(each.damage)


def _line(told: SaveRow) -> tuple[str, ...]:
    """The columns of a save in lines of text: of a damaged one only what is wrong with it."""
    if told.damage:
        return (told.name, told.result, told.damage)
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
