"""Playing what a measurement asks for: what is in the store is not played again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from game.balance.contest import Contest
from game.balance.facts import Facts
from game.balance.series import Block, Seen, Series, blocks
from game.balance.store import Store
from game.scenario.model import Scenario

Told = Callable[[int, int], None]
"""Is told how many matches are there and how many there are to be."""


class Plays(Protocol):
    """Whoever plays blocks: this process, several, or other machines."""

    def run(self, tasks: Sequence[Block]) -> Iterator[tuple[int, tuple[Facts, ...]]]:
        """Play blocks; each comes with its place among them, in any order."""
        ...


def play_all(
    contests: Iterable[Contest], store: Store, runner: Plays, told: Told = lambda *_: None
) -> None:
    """Play what the store does not have yet, and keep each block when it is done.

    Whatever ends this early, what was done is in the store.
    """
    wanted = list(dict.fromkeys(contests))
    missing = [each for each in wanted if each not in store.known]
    done = len(wanted) - len(missing)
    told(done, len(wanted))
    for _, played in runner.run(blocks(missing)):
        store.add(played)
        done += len(played)
        told(done, len(wanted))


def seen(play: Series, scenario: Scenario, store: Store, games: int, seed: int) -> tuple[Seen, ...]:
    """The matches of a play that there are, in the order of their contests."""
    found = []
    for one, other in play.pairs(scenario):
        part = Series(play.id, (one, other), play.variant, play.swap)
        for each in part.contests(scenario, games, seed):
            facts = store.known.get(each)
            if facts is not None:
                found.append(Seen(facts, 0 if each.seats[0] == one else 1))
    return tuple(found)
