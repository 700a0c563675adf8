"""How strong opponents are, on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import click

from game.balance.duel import Duel, duel, judge
from game.balance.fit import NEW, OLD, compare
from game.balance.fit import fit as fit_weights
from game.balance.plain import against_plain
from game.balance.players import names
from game.balance.report import plain_figure
from game.balance.store import Store
from game.cli.bench import INTERRUPTED, Bench, Table, bench_options, html_option, told, write_page
from game.cli.options import WholeNumber, json_option, scenario_option
from game.cli.output import values, write
from game.cli.overview import EPILOG
from game.export.balance.result_pages import duel_page
from game.export.balance.tables import duel_matrix, duel_table
from game.opponents.search import LEVELS
from game.telling.messages import english

_MATCHES = 400


@click.command(epilog=EPILOG)
@scenario_option
@bench_options
@click.option("--levels", default=f"1-{len(LEVELS)}", metavar="A-B", help="From and to.")
@click.option("--edge", type=WholeNumber(1, 100), default=5, help="What counts as better.")
@html_option
@json_option
def ladder(
    scenario: str,
    bench: Bench,
    levels: str,
    edge: int,
    html: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Play each level against the one below it.

    Each pair plays every seed from both sides, until it is known whether the upper one is better;
    --games is the most that are played.
    """
    low, high = _levels(levels)
    pairs = [(f"search:{step}", f"search:{step - 1}") for step in range(low + 1, high + 1)]
    duels, code = _duels(Table.of(scenario), pairs, bench, edge)
    if as_json:
        values([_plain(each) for each in duels])
    else:
        write(duel_table(duels))
    write_page(html, lambda: duel_page(_title(scenario), duels))
    return code


def _levels(given: str) -> tuple[int, int]:
    first, dash, last = given.partition("-")
    if dash and first.isdecimal() and last.isdecimal():
        low, high = int(first[:3]), int(last[:3])
        if 1 <= low < high <= len(LEVELS):
            return low, high
    raise click.UsageError(f"--levels are two of 1 to {len(LEVELS)}, such as 2-4.")


@click.command(epilog=EPILOG)
@scenario_option
@bench_options
@click.option("--seats", metavar="SEAT,...", help="Who plays, instead of all doctrines.")
@click.option("--against", metavar="SEAT", help="Somebody who meets all of them.")
@click.option("--edge", type=WholeNumber(1, 100), default=5, help="What counts as better.")
@html_option
@json_option
def robin(
    scenario: str,
    bench: Bench,
    seats: str | None,
    against: str | None,
    edge: int,
    html: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Let opponents play each against each.

    They are all doctrines of the scenario if no --seats are named; with --against, somebody meets
    all of them.
    """
    table = Table.of(scenario)
    patterns = seats.split(",") if seats else ["doctrine:*"]
    players = [name for each in patterns for name in names(table.scenario, each)]
    if against is not None:
        (first,) = names(table.scenario, against)
        pairs = [(first, each) for each in players if each != first]
    else:
        pairs = list(combinations(players, 2))
    if not pairs:
        raise click.UsageError("there are no two who could play: name some with --seats A,B.")
    duels, code = _duels(table, pairs, bench, edge)
    if as_json:
        values([_plain(each) for each in duels])
    else:
        write(duel_table(duels))
        if against is None:
            write("")
            write(duel_matrix(players, duels))
    write_page(html, lambda: duel_page(_title(scenario), duels))
    return code


def _title(scenario: str) -> str:
    return english().say("balance.duel.page", scenario=scenario)


@click.command(epilog=EPILOG)
@scenario_option
@bench_options
@click.option("--playouts", type=WholeNumber(2, 10**6), default=200, help="For each decision.")
def plain(scenario: str, bench: Bench, playouts: int) -> int:
    """Play the search against plain UCT.

    That has random playouts, no widening and no evaluation.
    """
    table = Table.of(scenario)
    seeds = range(bench.seed, bench.seed + (bench.count(40) + 1) // 2)
    played = against_plain(table.scenario, playouts, seeds, bench.jobs)
    write(duel_table([judge(("search", "UCT"), played)]))
    return 0


@click.command(epilog=EPILOG)
@scenario_option
@bench_options
@click.option("--level", type=WholeNumber(1, len(LEVELS)), default=3, help="Who plays.")
@click.option("--noise", type=WholeNumber(0, 100), default=5, help="Of 100, at random.")
def fit(scenario: str, bench: Bench, level: int, noise: int) -> int:
    """Find weights for the evaluation.

    They are found in games that a level plays against itself. What they gain is told by as many
    matches against the weights of now, on the seeds that follow.
    """
    table = Table.of(scenario)
    count = bench.count(40)
    seeds = range(bench.seed, bench.seed + count)
    found = fit_weights(table.scenario, level, seeds, noise / 100, bench.jobs)
    for name, value in found.items():
        write(f"{name}: {value:.3f}")
    fresh = range(seeds.stop, seeds.stop + (count + 1) // 2)
    played = compare(table.scenario, level, found, fresh, bench.jobs)
    write(duel_table([judge((NEW, OLD), played)]))
    return 0


def _duels(
    table: Table, pairs: Sequence[tuple[str, str]], bench: Bench, edge: int
) -> tuple[list[Duel], int]:
    """The duels that were played to their end, and the exit code: whether all of them were."""
    for pair in pairs:
        for name in pair:
            names(table.scenario, name)
    duels: list[Duel] = []
    with Store(table.origin, bench.store) as store, told() as tell:
        runner = table.runner(bench)
        most = bench.count(_MATCHES)
        try:
            for pair in pairs:
                found = duel(pair, most, bench.seed, edge, store, runner, tell)
                duels.append(found)
        except KeyboardInterrupt:
            return duels, INTERRUPTED
    return duels, 0


def _plain(each: Duel) -> dict[str, object]:
    found: dict[str, object] = {
        "seats": list(each.names),
        "payoff": plain_figure(each.own),
        "against": plain_figure(each.other),
        "edge": plain_figure(each.edge),
        "leads": plain_figure(each.lead),
    }
    if each.test is not None:
        found |= {"answer": each.test.answer, "saved": 2 * each.test.saved}
    return found
