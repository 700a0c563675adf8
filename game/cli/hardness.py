"""How hard opponents are, on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from game.balance.campaign import seen
from game.balance.hardness import (
    BEGINNERS,
    HardnessFound,
    hardness_found,
    hardness_series,
    table_text,
    with_found,
)
from game.balance.players import names
from game.balance.report import plain_figure
from game.balance.store import Store
from game.cli.bench import INTERRUPTED, Bench, Table, bench_options, played
from game.cli.options import json_option
from game.cli.output import values, write
from game.cli.overview import EPILOG
from game.cli.wanted import MAIN
from game.export.balance.tables import hardness_table
from game.export.write import write_data
from game.match.trouble import shown_path
from game.opponents.hardness import HardnessTable, table
from game.scenario.catalogue import read_file

_MATCHES = 40
_SEATS = "character:*|search:1|search:2|search:3|search:4"


@click.command(epilog=EPILOG)
@click.argument("scenario")
@bench_options
@click.option("--seats", metavar="SEAT,...", help="Whom to measure.")
@click.option("--write", "into", metavar="FILE", help="Put it into the table in this file.")
@json_option
def hardness(
    scenario: str,
    bench: Bench,
    seats: str | None,
    into: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Measure how hard each opponent is.

    The two weakest searches play all characters and searches up to the fourth, or whom --seats
    name, from both sides. The table that the game reads is scenarios/characters/measured.toml;
    what was measured on another scenario than shared-enemy holds in that one alone.
    """
    bench_table = Table.of(scenario)
    scene = bench_table.scenario
    known = _known(into)
    if into is not None and not bench_table.ours:
        raise click.UsageError("only what ships with the game stands in the table: name its id.")
    measured = names(scene, _SEATS if seats is None else "|".join(seats.split(",")))
    series, games = hardness_series(measured), bench.count(_MATCHES)
    contests = [each for one in series for each in one.contests(scene, games, bench.seed)]
    with Store(bench_table.origin, bench.store) as store:
        whole = played(bench_table, contests, bench, store)
        matches = [seen(one, scene, store, games, bench.seed) for one in series]
    step = len(BEGINNERS)
    found = [
        hardness_found(scene, seat, matches[place * step : (place + 1) * step])
        for place, seat in enumerate(measured)
    ]
    if as_json:
        values([_plain(each) for each in found])
    else:
        write(hardness_table(found))
    if into is not None and whole:
        fresh = with_found(known, scene.id, found, usual=scene.id == MAIN)
        text = table_text(fresh, scene.id, games, bench.seed)
        write_data(text.encode(), Path(into), force=True)
    return 0 if whole else INTERRUPTED


def _known(path: str | None) -> HardnessTable:
    """The table that a file holds; none if it is not there. Any other file is left alone."""
    if path is None or not Path(path).exists():
        return HardnessTable()
    known = table(read_file(Path(path), path))
    if not known.words:
        raise click.UsageError(
            f"{shown_path(Path(path))} is there already and no table of how hard opponents are; "
            "choose another name."
        )
    return known


def _plain(each: HardnessFound) -> dict[str, object]:
    return {
        "seat": each.seat,
        "hard": each.word.value if each.edge.count else None,
        "games": each.games,
        "edge": plain_figure(each.edge),
        "edges": {
            name: plain_figure(edge) for name, edge in zip(BEGINNERS, each.edges, strict=True)
        },
    }
