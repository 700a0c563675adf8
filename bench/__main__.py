"""``python -m bench`` measures; ``python -m bench plies`` only one of its parts.

The parts are ``plies``, ``searches``, ``starts``, ``feel``, ``saves``, ``lists``, ``steps``,
``balance``, ``reviews``, ``luck``, ``certainty`` and ``forecasts``.

Figures of one run on one machine: compare the ratios, not the figures of different machines.
"""

from __future__ import annotations

import platform
import sys
from statistics import median
from time import process_time

SECONDS, TURNS, SHORT_TURNS = 1.5, 5, 40
BLOCK, BLOCKS, PLAYOUTS = 0.25, 41, 400
DECISIONS = 30
ROUNDS, QUICK, EVERY = 60, 60, 4


def plies() -> None:
    """Random plies per second against a chess library."""
    from bench.plies import PEER, measure, ratios  # noqa: PLC0415 - needs the chess library

    rates = measure(BLOCK, BLOCKS)
    print("Random plies per second of processor time, median of", BLOCKS)
    for name, each in rates.items():
        low, middle, high = ratios(rates, name)
        print(
            f"  {name:16} {median(each):9,.0f}   "
            f"{middle:5.2f} x {PEER}, {low:.2f} to {high:.2f} in one turn"
        )


def starts() -> None:
    """Time to something to see against a bare Textual app."""
    from bench.starts import helped, painted  # noqa: PLC0415 - not on systems without terminals

    for measured, turns in ((helped, SHORT_TURNS), (painted, TURNS)):
        times = {name: median(each) for name, each in measured(turns).items()}
        peer = next(iter(times))
        print("Milliseconds until there is something to see, median of", turns)
        for name, each in times.items():
            print(f"  {name:16} {each * 1000:9.0f}   {each / times[peer]:5.2f} x {peer}")


def feel() -> None:
    """Start, keys, idleness, end and memory beside a bare Textual app."""
    from bench.feel import (  # noqa: PLC0415 - not on systems without terminals
        BARE_APP,
        BARE_LIST,
        ends,
        screens,
        starts,
    )

    started = starts(TURNS)
    bare = started[BARE_APP]
    print("Milliseconds of the processor until there is something to see, median of", TURNS)
    for name, each in started.items():
        print(
            f"  {name:24} {each.processor:9.0f}   {each.processor / bare.processor:5.2f} x "
            f"{BARE_APP}   waited {each.waited:5.0f}, {each.waited / bare.waited:.2f} x"
        )
    found = screens()
    peer, least = found[BARE_LIST], found[BARE_APP]
    print("A key: milliseconds of the processor, waited, bytes; nothing to do: percent, bytes; MB")
    for name, felt in found.items():
        print(
            f"  {name:24} {felt.key:6.1f}, {felt.key / peer.key:5.2f} x {BARE_LIST}   "
            f"{felt.waited:5.1f}   {felt.size:6,.0f}   {felt.idle:5.2f} %  {felt.idle_bytes:4}   "
            f"{felt.memory:5.1f} MB, {felt.memory / least.memory:.2f} x"
        )
    print("Milliseconds that one waits from the key to quit until all is gone")
    for name, waited in ends(TURNS).items():
        print(f"  {name:24} {waited:9.0f}")


def searches() -> None:
    """What a search looks at, how long it thinks, how much memory it needs."""
    from bench.searches import PEER, decisions, lines, measure  # noqa: PLC0415 - as above

    rates = {name: median(each) for name, each in measure(SECONDS, TURNS).items()}
    plain = rates["our plain UCT"]
    print("Playouts per second of processor time, median of", TURNS)
    for name, each in rates.items():
        print(f"  {name:24} {each:9,.0f}   {each / plain:5.2f} x our plain UCT")
    if not any(name.startswith("OpenSpiel") for name in rates):
        print(f"  OpenSpiel is not measured: pip install {PEER}")
    print(f"A search of {PLAYOUTS} playouts within lines, beside one that is free, of {BLOCKS}")
    for name, ratios in lines(PLAYOUTS, BLOCKS).items():
        low, top = min(ratios), max(ratios)
        print(f"  {name:24} {median(ratios):9.2f} x as quick   {low:.2f} to {top:.2f}")
    print(f"Seconds for a decision in worker processes, of {DECISIONS}")
    for level in (1, 5):
        times, most = decisions(level, DECISIONS)
        memory = f"{sum(most):5.0f} MB of memory" if most else ""
        middle, worst = median(times), max(times)
        print(f"  level {level}   median {middle:6.3f}   longest {worst:6.3f}   {memory}")


def saves() -> None:
    """A durable decision against SQLite, reading a game against a chess library, and bytes."""
    from bench.saves import COUNT, measure  # noqa: PLC0415 - as above

    decided, read, sizes = measure(TURNS)
    print("Milliseconds until a decision is on the disk, of", COUNT)
    for name, each in decided.items():
        p50, p99 = median(each), high(each)
        against = f"{p50 / median(decided['decide']):5.2f} x decide"
        print(f"  {name:16} p50 {p50 * 1000:6.2f}   p99 {p99 * 1000:6.2f}   {against}")
    print(
        f"Milliseconds of the processor to read and replay {COUNT:,} decisions or moves, median of",
        TURNS,
    )
    for name, each in read.items():
        peer = f"{median(each) / median(read['chess, PGN']):5.2f} x chess"
        print(f"  {name:16} {median(each) * 1000:9.1f}   {peer}")
    print("Bytes of that game in a file")
    for name, size in sizes.items():
        print(f"  {name:16} {size.whole:9,}   {size.each:6.1f} for each decision or move")


def lists() -> None:
    """What a folder of ten thousand saves costs whoever has one, against a folder of one."""
    from bench.lists import COUNT, DECISIONS, table  # noqa: PLC0415 - needs the app

    print(f"Milliseconds with {COUNT:,} saves of {DECISIONS} decisions, and with one")
    for name, (one, most_of_one, many, most) in table().items():
        print(
            f"  {name:24} p50 {many * 1000:8.2f}   longest {most * 1000:8.2f}   "
            f"with one {one * 1000:8.2f}, {most_of_one * 1000:8.2f}   {many / one:7.1f} x one"
        )


def steps() -> None:
    """Processor time of a jump in a replay, by the length of the line of play."""
    from bench.steps import LENGTHS, SIZES, measure  # noqa: PLC0415 - needs the app

    print("Milliseconds of the processor for a jump in a replay, painting included")
    for size in SIZES:
        for length in LENGTHS:
            times = measure(length, size)
            name = f"{size[0]} x {size[1]}"
            print(
                f"  {name:16} {length:9,} decisions   "
                f"p50 {median(times) * 1000:6.2f}   p99 {high(times) * 1000:6.2f}"
            )


def balance() -> None:
    """Games a second, two cores against one, a cluster's two workers against two cores."""
    from bench.balance import TASKS, measure, rates  # noqa: PLC0415 - an extra is needed here only

    print("Games a second of processor time, each against itself")
    for name, rate in rates().items():
        print(f"  {name:24} {rate:9.2f}")
    one, two, cluster = measure()
    print(f"Seconds for {TASKS} tasks of about 5 seconds")
    print(f"  one core                 {one:9.1f}")
    print(f"  two cores                {two.seconds:9.1f}   {one / two.seconds:5.2f} x as quick")
    times = cluster.seconds / two.seconds
    print(f"  two workers of Dask      {cluster.seconds:9.1f}   {times:5.2f} x two cores")
    if two.processor and cluster.processor:
        times = cluster.processor / two.processor
        print("Seconds of the processor for them, of all processes")
        print(f"  two cores                {two.processor:9.1f}")
        print(f"  two workers of Dask      {cluster.processor:9.1f}   {times:5.2f} x two cores")
    if most := [max(each.memory) for each in (two, cluster) if each.memory]:
        print(f"Megabytes of a process, at the most: {', '.join(f'{each:.0f}' for each in most)}")


def reviews() -> None:
    """What a review costs, by the search that it is made with."""
    from bench.reviews import CORES, measure, reopened  # noqa: PLC0415 - as above
    from bench.searches import measure as searching  # noqa: PLC0415 - as above
    from game.review.evaluations import NORMAL  # noqa: PLC0415 - as above

    search = median(searching(SECONDS, 1)["our search"])
    cost = measure()
    print(f"A review of the example with {NORMAL} playouts for each seed, on the processor")
    print(f"  first marks              {cost.first:9.2f} s")
    print(f"  positions                {cost.positions:9,}")
    print(f"  looked at again          {cost.marked:9,}")
    print(f"  playouts                 {cost.playouts:9,}")
    print(f"  playouts per second      {cost.rate:9,.0f}   {cost.rate / search:5.2f} x our search")
    print(f"  the whole                {cost.seconds:9.1f} s")
    print(f"  on {CORES} cores, if idle      {cost.seconds / CORES:9.1f} s")
    print(f"  once it is known         {cost.again * 1000:9.1f} ms")
    times = {name: median(each) for name, each in reopened(SHORT_TURNS).items()}
    peer = next(iter(times))
    print("Milliseconds of the processor to show a review that is kept, median of", SHORT_TURNS)
    for name, spent in times.items():
        print(f"  {name:24} {spent * 1000:9.0f}   {spent / times[peer]:5.2f} x {peer}")


def luck() -> None:
    """Whether luck cancels out, what skill comes to, and what it has to do with success."""
    from bench.certainty import STRONG, UNEQUAL, WEAK, foreseen  # noqa: PLC0415 - as above

    for pairing in (WEAK, STRONG, UNEQUAL):
        began = process_time()
        found = foreseen(pairing)
        print(
            f"Reviews of {pairing.games} games of {' and '.join(pairing.seats)} "
            f"with {pairing.budget} playouts, in hundredths of payoff"
        )
        for name, figure in (
            ("luck of a side", found.luck),
            ("the first one's own", found.own[0]),
            ("the second one's own", found.own[1]),
            ("not foreseen", found.gap),
            ("likewise in a decision", found.decision),
            ("payoff with own skill", found.skilled),
            ("lead with lead in skill", found.ahead),
            ("payoff with luck", found.lucky),
        ):
            print(f"  {name:24} {figure.value:7.2f}   {figure.low:.2f} to {figure.high:.2f}")
        print(f"  {'seconds of the processor':24} {process_time() - began:7.0f}", flush=True)


def certainty() -> None:
    """What more playouts change in reviews."""
    from bench.certainty import MORE, WEAK, changed, told  # noqa: PLC0415 - as above

    *_, found = changed(ROUNDS, QUICK)
    print(f"What {MORE * QUICK} playouts change in settled reviews of {WEAK.seats[0]} with {QUICK}")
    print(*told(found), sep="\n")


def forecasts() -> None:
    """How often what is said of an answer before a motion is tabled comes true."""
    from bench.forecasts import FIRST, figures, game, highest, pairs  # noqa: PLC0415 - as above
    from game.rules import Rulebook  # noqa: PLC0415 - as above
    from game.scenario import MAIN, load  # noqa: PLC0415 - as above

    book = Rulebook(load(MAIN))
    games = [game(book, names, FIRST + number) for number, names in enumerate(pairs())]
    games.append(highest(book, FIRST, EVERY))
    print(
        f"What is said before a motion is tabled in {len(games)} games, and how often it comes true"
    )
    for (whole, who, said), (count, figure) in figures(games).items():
        told = f"{said}, before the argument is chosen" if whole else said
        print(
            f"  {who or 'all':14} {told:52} {count:6}   {100 * figure.value:5.1f} %   "
            f"{100 * figure.low:.1f} to {100 * figure.high:.1f}"
        )


def high(times: list[float]) -> float:
    """What 99 of 100 do not exceed."""
    return sorted(times)[len(times) * 99 // 100]


PARTS = {
    "plies": plies,
    "searches": searches,
    "starts": starts,
    "feel": feel,
    "saves": saves,
    "lists": lists,
    "steps": steps,
    "balance": balance,
    "reviews": reviews,
    "luck": luck,
    "certainty": certainty,
    "forecasts": forecasts,
}

if __name__ == "__main__":
    print(f"Python {platform.python_version()} on {platform.machine()}", flush=True)
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
