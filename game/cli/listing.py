"""The saves in a list: chosen, sorted, for people or for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import click

from game.cli.group import LazyGroup
from game.cli.options import json_option, library, saves_option
from game.cli.output import columns, say, values
from game.cli.overview import Commands
from game.match import HUMAN, Entry, Library
from game.match.places import is_example
from game.telling.messages import english
from game.telling.saves import stands

Key = Callable[[Entry], Any]

ORDERS: Final[Mapping[str, Key]] = {
    "played": lambda entry: (-entry.modified, entry.slug),
    "begun": lambda entry: (entry.created, entry.slug),
    "name": lambda entry: entry.slug,
    "scenario": lambda entry: (entry.scenario, entry.variant or "", entry.slug),
    "length": lambda entry: (entry.decisions, entry.slug),
}
"""By name what saves can be sorted by."""

KINDS: Final[Mapping[str, Callable[[Entry], bool]]] = {
    "going": lambda entry: entry.looked_at and not entry.over and entry.damage is None,
    "over": lambda entry: entry.verdict is not None,
    "damaged": lambda entry: entry.damage is not None,
    "unseen": lambda entry: not entry.looked_at,
    "example": lambda entry: is_example(entry.path),
}
"""By name what kinds of saves there are."""


COMMANDS: Final[Commands] = {
    "copy": ("game.cli.saves:copy", "Copy a save."),
    "delete": ("game.cli.saves:delete", "Move saves to the trash folder."),
    "rename": ("game.cli.saves:rename", "Give a save another name."),
    "rescue": ("game.cli.saves:rescue", "Keep what is good in a damaged save."),
    "restore": ("game.cli.saves:restore", "Take a save out of the trash folder."),
}


@click.group(cls=LazyGroup, table=COMMANDS, invoke_without_command=True)
@click.option(
    "--sort", type=click.Choice(tuple(ORDERS)), help="By what; else the last played first."
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
    sort: str | None,
    filters: tuple[str, ...],
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """List the saves, or tidy them."""
    if context.invoked_subcommand is not None:
        return 0
    found = library(context)
    listed = found.list(large=False)
    entries = [entry for entry in listed if all(_fits(entry, each) for each in filters)]
    if sort is not None:
        entries.sort(key=ORDERS[sort])
    if as_json:
        values([record(entry) for entry in entries])
        return _looked_into(found)
    if found.trouble and not entries:
        return _looked_into(found)
    if entries:
        columns([_row(entry) for entry in entries])
    else:
        say(english().say("saves.none_fits" if filters else "saves.none"))
    say(english().say("saves.folder", folder=str(found.directory)), err=True)
    return _looked_into(found)


def _looked_into(library: Library) -> int:
    """Say so if the folder of saves is closed to us, so that nobody takes it for empty."""
    if library.trouble:
        raise click.ClickException(library.trouble)
    return 0


def _fits(entry: Entry, wanted: str) -> bool:
    """Whether a save is of a kind, or has these words somewhere."""
    if wanted in KINDS:
        return KINDS[wanted](entry)
    words = (entry.slug, entry.title, entry.scenario, entry.outcome, *entry.seats, *entry.names)
    return any(wanted.casefold() in each.casefold() for each in words)


def _row(entry: Entry) -> tuple[str, ...]:
    words = english().say
    if entry.damage:
        how = words("saves.damaged" if entry.scenario else "saves.unreadable")
        return (entry.slug, how, entry.damage)
    first, second = (_player(entry, side) for side in (0, 1))
    players = words("saves.seats", first=first, second=second) if any(entry.seats) else ""
    game = entry.scenario
    if entry.variant:
        game = words("saves.variant", scenario=game, variant=entry.variant)
    if not entry.looked_at:
        size = words("saves.large", megabytes=entry.size // 1_000_000)
        return (entry.slug, size, players, game)
    one, other = entry.scores if entry.final is None else entry.final
    return (
        entry.slug,
        words("saves.scores", stands=stands(english(), entry), first=one, second=other),
        players,
        game,
        words("saves.head", code=entry.head_code),
        words("saves.example") if is_example(entry.path) else "",
    )


def _player(entry: Entry, side: int) -> str:
    """Who plays a side: a person by name, or the seat."""
    seat = entry.seats[side]
    return entry.names[side] or seat if seat == HUMAN else seat


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
        "example": is_example(entry.path),
    }


def moment(seconds: float) -> str | None:
    """A moment in UTC; nothing for one that no calendar has, as a file's time may be."""
    try:
        when = dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (OSError, OverflowError, ValueError):
        return None
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
