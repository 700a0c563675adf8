"""The properties of a scenario on the command line."""

from __future__ import annotations

import click

from game.balance.campaign import seen
from game.balance.properties import Gate, gate_of, judge
from game.balance.report import BalanceReport, series_played
from game.balance.store import Store
from game.cli.bench import INTERRUPTED, Bench, Table, bench_options, html_option, played, write_page
from game.cli.options import json_option
from game.cli.output import values, write
from game.cli.overview import EPILOG
from game.export.balance.report_page import report_page
from game.export.balance.text import report_text


@click.command(epilog=EPILOG)
@click.argument("scenario")
@bench_options
@click.option("--seats", metavar="SEAT[,SEAT]", help="Who plays instead of the equals.")
@click.option("--only", multiple=True, metavar="ID", help="By an id or its first part.")
@click.option("--gate", metavar="FILE|own|cast", help="These must hold, else exit code 1.")
@html_option
@json_option
def properties(
    scenario: str,
    bench: Bench,
    seats: str | None,
    only: tuple[str, ...],
    gate: str | None,
    html: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Measure whether a scenario is fair and alive.

    SCENARIO is an id or a file. What ships with the game has properties of its own; any other is
    asked what can be asked of every scenario, or what --gate says: cast stands for what must hold
    of the characters.
    """
    table = Table.of(scenario)
    asked = _gate(table, gate, seats, only)
    contests = [
        contest
        for each in asked.series.values()
        for contest in each.contests(table.scenario, bench.count(each.games), bench.seed)
    ]
    with Store(table.origin, bench.store) as store:
        whole = played(table, contests, bench, store)
        report = _report(table, asked, bench, store)
    if as_json:
        values(report.plain())
    else:
        write(report_text(report))
    write_page(html, lambda: report_page(report))
    if not whole:
        return INTERRUPTED
    return int(gate is not None and report.count("fails") > 0)


def _gate(table: Table, named: str | None, seats: str | None, only: tuple[str, ...]) -> Gate:
    gate = gate_of(table.scenario, named, ours=table.ours)
    if seats is not None:
        first, _, second = seats.partition(",")
        gate = gate.seated((first, second or first))
    return gate.only(only)


def _report(table: Table, gate: Gate, bench: Bench, store: Store) -> BalanceReport:
    scenario, seed = table.scenario, bench.seed
    games = {
        name: seen(each, scenario, store, bench.count(each.games), seed)
        for name, each in gate.series.items()
    }
    found = tuple(
        series_played(
            each,
            scenario,
            games[name],
            sum(1 for _ in each.contests(scenario, bench.count(each.games), seed)),
        )
        for name, each in gate.series.items()
    )
    judged = tuple(judge(each, scenario, games) for each in gate.properties)
    return BalanceReport(scenario.title, store.origin, seed, found, judged, store.cut)
