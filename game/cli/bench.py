"""What the commands of the balance bench have in common: options, playing, progress, writing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import update_wrapper
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from game.balance.campaign import GamesDone, Plays, Told, play_all
from game.balance.cluster import ClusterRunner, checked
from game.balance.contest import Contest
from game.balance.local_cluster import local_cluster
from game.balance.runner import Runner
from game.balance.store import Origin, Store
from game.cli.options import WholeNumber
from game.cli.output import drawn
from game.export.write import write_data
from game.match.trouble import shown_path
from game.scenario import Scenario, load, read_text
from game.telling.messages import english
from game.value import frozen

INTERRUPTED: Final = 130

PAGES: Final = (".html", ".htm")
"""How the name of a page ends."""

PICTURES: Final = (".svg",)
"""How the name of a picture ends."""

_STORE: Final = "Keep matches in this file; what is there is not played again."

_WORKERS: Final = "Dask workers on this machine, instead of jobs."
_SCHEDULER: Final = "A Dask scheduler you trust, such as tcp://host:8786."

_SEED: Final = WholeNumber(most=2**40)
"""The first seed; those of players who look twice lie beyond."""


@frozen
class Bench:
    """What was asked for on the command line.

    Attributes:
        games: how many matches for each pair; nothing if it was not said.
        jobs: how many processes.
        seed: the first seed.
        store: where matches are kept, if anywhere.
        scheduler: the address of who gives matches to other machines; empty if nobody does.
    """

    games: int | None
    jobs: int
    seed: int
    store: Path | None
    scheduler: str = ""

    def count(self, usual: int) -> int:
        """How many matches for each pair."""
        return self.games or usual


@frozen
class Table:
    """A scenario, and who plays it.

    Attributes:
        scenario: the scenario.
        text: as it is written.
        name: what it is called in messages.
        ours: it is one that ships with the game.
    """

    scenario: Scenario
    text: str
    name: str
    ours: bool

    @classmethod
    def of(cls, given: str) -> Table:
        """The scenario with an id, or in a file."""
        scenario = load(given)
        return cls(scenario, *read_text(given), ours=scenario.id == given)

    @property
    def origin(self) -> Origin:
        """What matches of it are bound to."""
        return Origin.of(self.scenario.id, self.text)

    def runner(self, bench: Bench) -> Plays:
        """Whoever plays its matches."""
        if bench.scheduler:
            return ClusterRunner(self.text, self.name, bench.scheduler)
        return Runner(self.text, self.name, bench.jobs)


# Decorators of click are typed as taking and giving anything callable.


def bench_options(command: Any) -> Any:  # noqa: ANN401 - as said above
    """The options that all commands have."""

    def wrapped(
        games: int | None,
        jobs: int | None,
        seed: int,
        store: str | None,
        scheduler: str | None,
        workers: int | None,
        **rest: Any,  # noqa: ANN401 - the command's own
    ) -> Any:  # noqa: ANN401 - what the command gives
        kept = Path(store) if store else None
        with _cluster(scheduler, workers) as address:
            return command(bench=Bench(games, _jobs(jobs), seed, kept, address), **rest)

    update_wrapper(wrapped, command)
    for option in (
        click.option("--games", type=WholeNumber(1, 10**6), metavar="N", help="For each pair."),
        click.option("--jobs", type=WholeNumber(1, 1024), metavar="J", help="Processes."),
        click.option("--seed", type=_SEED, default=0, metavar="S", help="The first seed."),
        click.option("--workers", type=WholeNumber(1, 1024), metavar="N", help=_WORKERS),
        click.option("--scheduler", metavar="ADDRESS", help=_SCHEDULER),
        click.option("--store", type=click.Path(dir_okay=False), metavar="FILE", help=_STORE),
    ):
        wrapped = option(wrapped)
    return wrapped


def html_option(command: Any) -> Any:  # noqa: ANN401 - as above
    """Where a page is to be written."""
    return _file_option("--html", PAGES, "page")(command)


def svg_option(command: Any) -> Any:  # noqa: ANN401 - as above
    """Where a picture is to be written."""
    return _file_option("--svg", PICTURES, "picture")(command)


def _file_option(name: str, ends: Sequence[str], what: str) -> Any:  # noqa: ANN401 - as above
    """One is written over by the next one; any other file is not, and that is said at once."""

    def there(context: click.Context, _: click.Parameter, path: str | None) -> str | None:
        if path is not None and Path(path).suffix.casefold() not in ends and os.path.lexists(path):
            raise click.BadParameter(
                f"{shown_path(Path(path))} is there already and is no {what}; choose another "
                f"name, that ends in {' or '.join(ends)}.",
                context,
            )
        return path

    return click.option(
        name,
        type=click.Path(dir_okay=False),
        metavar="FILE",
        callback=there,
        help=f"Write a {what}, too.",
    )


def write_page(path: str | None, page: Callable[[], str]) -> None:
    """Write a page, if one is wanted; whatever was found has been told before."""
    if path is not None:
        write_data(page().encode(), Path(path), force=True)


@contextmanager
def _cluster(scheduler: str | None, workers: int | None) -> Iterator[str]:
    """The address of a scheduler, if one is to be asked."""
    if scheduler is None and workers is None:
        yield ""
        return
    if scheduler is not None and workers is not None:
        raise click.UsageError("--workers start a cluster of their own: leave --scheduler out.")
    if find_spec("distributed") is None:
        raise click.UsageError("that needs Dask: pip install 'shared-enemy[cluster]'.")
    if scheduler is not None:
        yield checked(scheduler)
        return
    with local_cluster(_jobs(workers)) as address:
        yield address


def _jobs(given: int | None) -> int:
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    if given is not None and given > cores:
        raise click.UsageError(
            f"this machine has {cores} cores, and more jobs than that make nothing quicker. "
            f"Use --jobs {cores}, or --scheduler for more machines."
        )
    return given or cores


@contextmanager
def told() -> Iterator[Told]:
    """Shows how far matches are and how long it will take; nothing if that is no terminal."""
    if not drawn(sys.stderr):
        yield lambda *_: None
        return
    with Progress(
        TextColumn(english().say("balance.playing")),
        BarColumn(),
        TextColumn("{task.fields[games]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        task = progress.add_task("", total=None, games="")

        def tell(done: GamesDone) -> None:
            games = english().say("balance.games", games=done.games, wanted=done.wanted)
            progress.update(task, completed=done.cost, total=done.total, games=games)

        yield tell


def played(table: Table, contests: Sequence[Contest], bench: Bench, store: Store) -> bool:
    """Play contests; false if that was interrupted. What was done is in the store."""
    with told() as tell:
        try:
            play_all(contests, store, table.runner(bench), tell)
        except KeyboardInterrupt:
            return False
    return True
