"""Versions of a scenario, and stores, on the command line."""

from __future__ import annotations

from pathlib import Path

import attrs
import click

from game.balance.campaign import GamesDone, play_all, seen
from game.balance.contest import Contest
from game.balance.measures import MEASURES, Sample
from game.balance.properties import Gate, Property, gate_of
from game.balance.rejudge import REACH, Proposal, at, smallest
from game.balance.report import plain_figure
from game.balance.sequential import Sequential, differs
from game.balance.series import Seen, Series
from game.balance.store import Store, read
from game.balance.versions import Version, changes, value_of
from game.cli.bench import (
    INTERRUPTED,
    Bench,
    Table,
    bench_options,
    html_option,
    played,
    told,
    write_page,
)
from game.cli.options import WholeNumber, json_option
from game.cli.output import values, write
from game.cli.overview import EPILOG
from game.export.balance.result_pages import change_page, proposal_page
from game.export.balance.tables import change_table, proposal_text, test_words
from game.export.balance.words import with_unit
from game.telling.messages import english
from game.text import line, shown

_STEP = 8
"""So many seeds are played of each version before the test is looked at."""


def _first_play(table: Table, gate: str | None, seats: str | None) -> tuple[Series, Gate]:
    """The first play of a gate, or its seats replaced, and the properties of it."""
    found = gate_of(table.scenario, gate, ours=table.ours)
    play = next(iter(found.series.values()))
    first, _, second = (seats or ",".join(play.seats)).partition(",")
    found = found.seated((first, second or first))
    return next(iter(found.series.values())), found


@click.command(epilog=EPILOG)
@click.argument("first")
@click.argument("second")
@bench_options
@click.option("--seats", metavar="SEAT[,SEAT]", help="Who plays instead of the equals.")
@click.option("--gate", metavar="FILE|own|cast", help="Which properties are compared.")
@click.option("--on", metavar="ID[/THING]", help="The property that the test is about.")
@click.option("--edge", type=WholeNumber(1, 10**6), default=10, help="A difference that matters.")
@html_option
@json_option
def compare(
    first: str,
    second: str,
    bench: Bench,
    seats: str | None,
    gate: str | None,
    on: str | None,
    edge: int,
    html: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Compare two versions of a scenario.

    They are played on the same seeds until a sequential test knows whether the property --on
    differs by --edge
    (hundredths for a share), and --games of each at the most. With --store, the matches of the
    second version are kept in a file of their own beside it.
    """
    tables = (Table.of(first), Table.of(second))
    play, asked = _first_play(tables[0], gate, seats)
    tested, thing = _tested(asked, on, tables)
    scale = edge / 100 if tested.unit == "share" else float(edge)
    full = {"share": 1.0, "points": 100.0}.get(tested.unit, scale * 10)
    most = bench.count(play.games)
    paths = (bench.store, bench.store and bench.store.with_suffix(f".second{bench.store.suffix}"))
    with (
        Store(tables[0].origin, paths[0]) as one,
        Store(tables[1].origin, paths[1]) as other,
        told() as tell,
    ):
        stores = (one, other)
        contests = list(play.contests(tables[0].scenario, most, bench.seed))
        test = Sequential("undecided", 0, len(contests))
        count, whole = 0, True
        try:
            while count < len(contests) and test.answer == "undecided":
                some = contests[count : count + _STEP]
                for table, store in zip(tables, stores, strict=True):
                    play_all(some, store, table.runner(bench))
                    tell(GamesDone.of(contests, one))
                count += len(some)
                apart = _apart(tested, thing, tables, stores, contests[:count])
                test = differs(apart, scale, full, len(contests))
        except KeyboardInterrupt:
            whole = False
        sides = [
            Version(table.scenario, _seen(play, store, contests[:count]))
            for table, store in zip(tables, stores, strict=True)
        ]
    found = list(changes(sides[0], sides[1], asked.properties))
    if as_json:
        values(
            {
                "test": {"on": on or tested.id, **attrs.asdict(test), "saved": 2 * test.saved},
                "games": count,
                "changes": [
                    {
                        "id": each.asked.id,
                        "of": each.name,
                        "first": round(each.before, 6),
                        "second": round(each.after, 6),
                        "difference": plain_figure(each.difference),
                    }
                    for each in found
                ],
            }
        )
    title = english().say("balance.compare.title", first=first, second=second, games=count)
    about = f"{line(tested.about)}: {thing}" if thing else line(tested.about)
    told_test = test_words(test, about, with_unit(str(edge), tested.unit))
    if not as_json:
        write("\n".join([title, told_test, "", change_table(found)]))
    write_page(html, lambda: change_page(title, told_test, found))
    return 0 if whole else INTERRUPTED


def _tested(gate: Gate, on: str | None, tables: tuple[Table, Table]) -> tuple[Property, str]:
    """The property that the test is about, and on which of the things that it is about."""
    if on is None:
        return gate.properties[0], ""
    name, _, thing = on.partition("/")
    tested = gate.only([name]).properties[0]
    for table in tables:
        known = [item.name for item in MEASURES[tested.measure][0](Sample(table.scenario, ()))]
        if thing and thing not in known:
            raise click.UsageError(
                f"{name} says nothing of {shown(thing)}. It is about: {', '.join(known)}."
            )
    return tested, thing


def _seen(play: Series, store: Store, contests: list[Contest]) -> tuple[Seen, ...]:
    return tuple(
        Seen(store.known[each], 0 if each.seats[0] == play.seats[0] else 1)
        for each in contests
        if each in store.known
    )


def _apart(
    tested: Property,
    thing: str,
    tables: tuple[Table, Table],
    stores: tuple[Store, Store],
    done: list[Contest],
) -> list[float]:
    """The differences of a property, seed by seed, where both versions have a case of it."""
    found = []
    for each in done:
        before, after = (
            value_of(tested, thing, table.scenario, Seen(store.known[each], 0))
            for table, store in zip(tables, stores, strict=True)
        )
        if before is not None and after is not None:
            found.append(after - before)
    return found


@click.command(epilog=EPILOG)
@click.argument("scenario")
@bench_options
@click.option("--seats", metavar="SEAT[,SEAT]", help="Who plays instead of the equals.")
@click.option("--gate", metavar="FILE|own|cast", help="The properties that must hold.")
@click.option("--thresholds", metavar="A,B", help="Judge by these, instead of proposing some.")
@html_option
@json_option
def rejudge(
    scenario: str,
    bench: Bench,
    seats: str | None,
    gate: str | None,
    thresholds: str | None,
    html: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Judge the same games by other thresholds.

    What is proposed is the smallest change with which both sides get their part.
    """
    table = Table.of(scenario)
    play, asked = _first_play(table, gate, seats)
    given = _two(thresholds)
    games = bench.count(play.games)
    contests = list(play.contests(table.scenario, games, bench.seed))
    with Store(table.origin, bench.store) as store:
        whole = played(table, contests, bench, store)
        found = seen(play, table.scenario, store, games, bench.seed)
    tell, scene, laws = english().say, table.scenario, asked.properties
    one, other = (side.threshold for side in scene.sides)
    now = at(scene, found, (one, other), laws)
    better = at(scene, found, given, laws) if given else smallest(scene, found, laws)
    shown_ones = [(tell("balance.rejudge.now", first=one, second=other), now)]
    if better is not None and better.thresholds != now.thresholds:
        first, second = better.thresholds
        title = tell("balance.rejudge.proposed", first=first, second=second)
        shown_ones.append((title, better))
    words = _advice(asked, now, better) if given is None else ""
    if as_json:
        values(
            {
                "now": _plain(now),
                "proposed": None if better is None else _plain(better),
                "games": len(found),
            }
        )
    else:
        for heading, each in shown_ones:
            write(proposal_text(scene, heading, each) + "\n")
        write(words)
    page_title = tell("balance.rejudge.page", title=line(scene.title))
    write_page(html, lambda: proposal_page(page_title, scene, shown_ones, words))
    return 0 if whole else INTERRUPTED


def _advice(asked: Gate, now: Proposal, better: Proposal | None) -> str:
    """What follows from a proposal."""
    tell = english().say
    if not any(each.measure == "payoff_share" for each in asked.properties):
        return tell("balance.rejudge.no_aim")
    if better is None:
        return tell("balance.rejudge.cannot", reach=REACH)
    if better.thresholds == now.thresholds:
        return tell("balance.rejudge.even")
    return tell("balance.rejudge.mended")


def _plain(found: Proposal) -> dict[str, object]:
    return {
        "thresholds": list(found.thresholds),
        "share": plain_figure(found.share),
        "endings": {item.name: plain_figure(item.figure) for item in found.endings},
    }


def _two(given: str | None) -> tuple[int, int] | None:
    if given is None:
        return None
    first, comma, second = given.partition(",")
    short = max(len(first), len(second)) < 7
    if comma and short and first.isdecimal() and second.isdecimal():
        return int(first), int(second)
    raise click.UsageError("--thresholds are two numbers, such as 27,28.")


@click.command(epilog=EPILOG)
@click.argument("scenario")
@click.argument("into", type=click.Path(dir_okay=False))
@click.argument("stores", nargs=-1, required=True, type=click.Path(dir_okay=False))
def merge(scenario: str, into: str, stores: tuple[str, ...]) -> int:
    """Put the matches of several stores into one.

    All of them must be of SCENARIO as it is now, and of this version of the program.
    """
    table = Table.of(scenario)
    origin = table.origin
    # Nothing is made before all of them could be read.
    found = [read(Path(name), origin) for name in stores]
    with Store(origin, Path(into)) as store:
        for each in found:
            store.add(each.values())
        write(english().say("balance.merge.done", games=len(store.known), name=line(into)))
    return 0
