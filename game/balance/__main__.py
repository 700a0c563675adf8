"""``python -m game.balance``: measure opponents, and the balance of a scenario."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from game.balance.arena import arena, swapped
from game.balance.contest import Contest, Outcome
from game.balance.duel import judge
from game.balance.fit import fit
from game.balance.mix import mix
from game.balance.page import duels, figures, points, table
from game.balance.plain import against_plain
from game.opponents import SeatError, opponent
from game.opponents.search import LEVELS
from game.scenario import Scenario, ScenarioError, load


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """What all commands have in common."""
    for option in (
        click.option("--scenario", default="shared-enemy", help="An id or a file."),
        click.option("--matches", type=click.IntRange(min=2), default=40, help="For each pair."),
        click.option("--seed", default=0, help="The first seed."),
        click.option("--cores", type=click.IntRange(min=1), help="Processes; all cores if unsaid."),
    ):
        command = option(command)
    return command


@click.group(context_settings={"max_content_width": 100})
def main() -> None:
    """Many matches at once. Each pair plays every seed from both sides."""


@main.command()
@_options
@click.option("--levels", default=f"1-{len(LEVELS)}", help="From and to, as in 2-4.")
def ladder(levels: str, **common: Any) -> None:  # noqa: ANN401 - the options above
    """Each level of the search against the one below it."""
    scenario = _load(common["scenario"])
    low, _, high = levels.partition("-")
    steps = range(int(low) + 1, int(high or low) + 1)
    for step in steps:
        names = (f"search:{step}", f"search:{step - 1}")
        outcomes = _play(scenario, [names], common)
        click.echo(duels([judge(names, outcomes)]))


@main.command()
@_options
@click.option("--against", multiple=True, help="A seat that meets all doctrines; several times.")
def robin(against: tuple[str, ...], **common: Any) -> None:  # noqa: ANN401 - the options above
    """All doctrines against each other, or one opponent against all of them."""
    scenario = _load(common["scenario"])
    doctrines = [each.id for each in scenario.doctrines]
    if against:
        for name in against:
            _known(name, scenario)
            pairs = [(name, doctrine) for doctrine in doctrines]
            outcomes = _play(scenario, pairs, common)
            size = len(outcomes) // len(pairs)
            click.echo(
                duels(
                    [
                        judge(pair, outcomes[place * size : (place + 1) * size])
                        for place, pair in enumerate(pairs)
                    ]
                )
            )
        return
    pairs = [(one, other) for one in doctrines for other in doctrines if one <= other]
    outcomes = _play(scenario, pairs, common)
    size = len(outcomes) // len(pairs)
    got = {}
    for place, (one, other) in enumerate(pairs):
        duel = judge((one, other), outcomes[place * size : (place + 1) * size])
        got[one, other], got[other, one] = duel.own, duel.other
    rows = [["payoff of | against", *doctrines]]
    rows += [[one, *(points(got[one, other]) for other in doctrines)] for one in doctrines]
    click.echo(table(rows))
    click.echo()
    click.echo(figures(mix(scenario, outcomes)))


@main.command(name="mix")
@_options
@click.option("--seats", multiple=True, help="A seat that plays itself; several times.")
def mixture(seats: tuple[str, ...], **common: Any) -> None:  # noqa: ANN401 - the options above
    """How fair and how varied games are between equals."""
    scenario = _load(common["scenario"])
    for name in seats or tuple(f"search:{level.number}" for level in LEVELS[-3:]):
        _known(name, scenario)
        contests = [
            Contest((name, name), common["seed"] + number) for number in range(common["matches"])
        ]
        outcomes = _run(scenario, contests, common)
        click.echo(f"{name} against itself")
        click.echo(figures(mix(scenario, outcomes)))
        click.echo()


@main.command()
@_options
@click.option("--playouts", type=click.IntRange(min=2), default=200, help="For each decision.")
def plain(playouts: int, **common: Any) -> None:  # noqa: ANN401 - the options above
    """The search against plain UCT: random playouts, no widening, no evaluation."""
    scenario = _load(common["scenario"])
    outcomes = against_plain(
        scenario,
        playouts,
        range(common["seed"], common["seed"] + common["matches"] // 2),
        common["cores"],
    )
    click.echo(duels([judge(("search", "plain UCT"), outcomes)]))


@main.command(name="fit")
@_options
@click.option("--level", default=3, help="The level that plays.")
@click.option("--noise", default=0.05, help="The share of decisions taken at random.")
def fitting(level: int, noise: float, **common: Any) -> None:  # noqa: ANN401 - the options above
    """Find weights for the evaluation from games that a level plays against itself."""
    scenario = _load(common["scenario"])
    seeds = range(common["seed"], common["seed"] + common["matches"])
    for name, value in fit(scenario, level, seeds, noise, common["cores"]).items():
        click.echo(f"{name}: {value:.3f}")


def _play(
    scenario: Scenario, pairs: Sequence[tuple[str, str]], common: dict[str, Any]
) -> list[Outcome]:
    seeds = range(common["seed"], common["seed"] + common["matches"] // 2)
    return _run(scenario, [each for pair in pairs for each in swapped(pair, seeds)], common)


def _run(scenario: Scenario, contests: Sequence[Contest], common: dict[str, Any]) -> list[Outcome]:
    """Play contests, and say on a terminal how far they are."""
    began = time.monotonic()
    outcomes: list[Outcome] = []
    for outcome in arena(scenario, contests, cores=common["cores"]):
        outcomes.append(outcome)
        if sys.stderr.isatty():
            passed = time.monotonic() - began
            click.echo(f"\r{len(outcomes)} of {len(contests)}, {passed:.0f} s ", nl=False, err=True)
    if sys.stderr.isatty():
        click.echo("\r" + " " * 40 + "\r", nl=False, err=True)
    return outcomes


def _load(name: str) -> Scenario:
    try:
        return load(Path(name) if name.endswith(".toml") else name)
    except ScenarioError as error:
        raise click.ClickException(str(error)) from None


def _known(name: str, scenario: Scenario) -> None:
    try:
        found = opponent(name, seed=0, scenario=scenario)
    except SeatError as error:
        raise click.ClickException(str(error)) from None
    if found is None:
        raise click.ClickException("a person cannot play in an arena")


if __name__ == "__main__":
    main()
