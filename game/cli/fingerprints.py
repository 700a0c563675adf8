"""How a cast behaves, on the command line."""

from __future__ import annotations

import click

from game.balance.fingerprints import cast_prints
from game.balance.series import Series
from game.balance.store import Store
from game.cli.bench import (
    INTERRUPTED,
    Bench,
    Table,
    bench_options,
    html_option,
    played,
    svg_option,
    write_page,
)
from game.cli.options import json_option
from game.cli.output import values, write
from game.cli.overview import EPILOG
from game.export.balance.fingerprint_report import (
    fingerprint_page,
    fingerprint_svg,
    fingerprint_text,
    plain_prints,
)

_MATCHES = 40


@click.command(epilog=EPILOG)
@click.argument("scenario")
@bench_options
@click.option("--seats", metavar="SEAT,...", help="Who plays, instead of all characters.")
@html_option
@svg_option
@json_option
def fingerprints(
    scenario: str,
    bench: Bench,
    seats: str | None,
    html: str | None,
    svg: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Measure how each character behaves.

    Each plays each, and itself, from both sides. What is told of everybody is, of each question
    that a match asks, how often it answers in each way; and whether a classifier that has seen
    half of the matches knows whose ten games of the other half are.
    """
    table = Table.of(scenario)
    cast = "character:*" if seats is None else "|".join(seats.split(","))
    series = Series("cast", (cast, cast), swap=True)
    contests = list(series.contests(table.scenario, bench.count(_MATCHES), bench.seed))
    with Store(table.origin, bench.store) as store:
        whole = played(table, contests, bench, store)
        found = cast_prints([store.known[each] for each in contests if each in store.known])
    title = table.scenario.title
    if as_json:
        values(plain_prints(found))
    else:
        write(fingerprint_text(title, found))
    write_page(html, lambda: fingerprint_page(title, found))
    write_page(svg, lambda: fingerprint_svg(title, found))
    return 0 if whole else INTERRUPTED
