"""The commands that print lists."""

from __future__ import annotations

import click

from game.match import Entry, Library, MatchError
from game.match import verify as prove
from game.review.words import plain
from game.scenario import scenarios
from game.scenario.text import clean


def list_saves(library: Library) -> int:
    """Print the saves of a library, one a line, the last played first."""
    entries = library.list()
    if entries:
        _columns([_row(entry) for entry in entries])
    else:
        click.echo("There are no saves yet.")
    click.echo(f"Saves are in {clean(str(library.directory))}", err=True)
    return 0


def _row(entry: Entry) -> tuple[str, ...]:
    if entry.damage:
        return (entry.slug, "damaged", entry.damage)
    first, second = entry.scores
    going = f"round {entry.round} of {entry.rounds}, {plain(first)} to {plain(second)}"
    return (
        entry.slug,
        entry.outcome if entry.verdict else going,
        f"{entry.names[0] or entry.seats[0]} against {entry.names[1] or entry.seats[1]}",
        f"{entry.scenario}{f', {entry.variant}' if entry.variant else ''}",
        f"head {entry.head_code}",
        "example" if entry.shipped else "",
    )


def verify(library: Library, names: tuple[str, ...]) -> int:
    """Verify saves; 1 if anything differs."""
    failed = False
    for name in names:
        try:
            report = prove(library.find(name))
        except MatchError as error:
            click.echo(clean(str(error)), err=True)
            failed = True
            continue
        click.echo(clean(str(report)), err=not report.good)
        failed = failed or not report.good
    return int(failed)


def list_scenarios() -> int:
    """Print the scenarios that come with the game."""
    for each in scenarios():
        if each.error is not None:
            click.echo(clean(str(each.error)), err=True)
            continue
        click.echo(clean(f"{each.id}: {each.title}. {each.summary}"))
    return 0


def _columns(rows: list[tuple[str, ...]]) -> None:
    """Rows as columns, two spaces between; the last cell of a row is not padded."""
    width = [
        max(len(row[place]) for row in rows if len(row) > place + 1 or place == 0)
        if any(len(row) > place + 1 for row in rows)
        else 0
        for place in range(max(len(row) for row in rows))
    ]
    for row in rows:
        cells = [cell.ljust(width[place]) for place, cell in enumerate(row)]
        click.echo(clean("  ".join(cells)).rstrip())
