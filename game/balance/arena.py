"""Many contests on all cores, in an order that does not depend on which of them is done first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from game.balance.contest import Contest, Outcome, compete
from game.balance.pool import on_cores
from game.opponents.search import Alone
from game.rules import Rulebook
from game.scenario.model import Scenario

_worker: Final[list[tuple[Rulebook, Alone]]] = []
"""In a worker process, the one rulebook that it plays by, and who does the thinking in it."""


def arena(
    scenario: Scenario,
    contests: Sequence[Contest],
    *,
    variant: str | None = None,
    cores: int | None = None,
) -> Iterator[Outcome]:
    """Play contests, and give their outcomes in the same order as they come.

    Args:
        scenario: what is played.
        contests: who plays whom.
        variant: the variant of the start, or nothing.
        cores: how many processes; all cores if it is not said, this process alone for 1.
    """
    cores = min(cores or os.cpu_count() or 1, max(1, len(contests)))
    if cores == 1:
        book, thinker = Rulebook(scenario, variant), Alone()
        for contest in contests:
            yield compete(book, contest, thinker)
        return
    jobs = [(contest,) for contest in contests]
    yield from on_cores(_one, jobs, cores, (_begin, (scenario, variant)))


def swapped(pair: tuple[str, str], seeds: Iterable[int]) -> tuple[Contest, ...]:
    """Contests of two opponents on some seeds, each played from both sides."""
    return tuple(Contest(seats, seed) for seed in seeds for seats in (pair, (pair[1], pair[0])))


def _begin(scenario: Scenario, variant: str | None) -> None:
    _worker.append((Rulebook(scenario, variant), Alone()))


def _one(contest: Contest) -> Outcome:
    book, thinker = _worker[0]
    return compete(book, contest, thinker)
