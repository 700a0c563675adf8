"""Playing what a measurement asks for: what is in the store is not played again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import Protocol

from attrs import evolve

from game.balance.contest import Contest
from game.balance.facts import Facts
from game.balance.series import Block, Seen, Series, blocks, cost
from game.balance.store import Store, contest
from game.scenario.model import Scenario
from game.value import frozen


@frozen
class GamesDone:
    """How far matches are.

    Attributes:
        games: how many there are.
        wanted: how many there are to be.
        cost: what those that are there cost, in a unit that is about the same for all players.
        total: what all of them cost.
    """

    games: int
    wanted: int
    cost: int
    total: int

    @classmethod
    def of(cls, wanted: Sequence[Contest], store: Store) -> GamesDone:
        """How many of some contests a store has."""
        there = [each for each in wanted if each in store.known]
        return cls(len(there), len(wanted), sum(map(cost, there)), sum(map(cost, wanted)))


Told = Callable[[GamesDone], None]
"""Is told how far matches are."""


class Plays(Protocol):
    """Whoever plays blocks: this process, several, or other machines."""

    def run(self, tasks: Sequence[Block]) -> Generator[tuple[int, tuple[Facts, ...]], None, None]:
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
    done = GamesDone.of(wanted, store)
    told(done)
    with closing(runner.run(blocks(missing))) as coming:
        for _, played in coming:
            store.add(played)
            fresh = sum(cost(contest(each)) for each in played)
            done = evolve(done, games=done.games + len(played), cost=done.cost + fresh)
            told(done)


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
