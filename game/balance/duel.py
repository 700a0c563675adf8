"""Who of two players is the stronger, from matches that each played from both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from game.balance.campaign import GamesDone, Plays, Told, play_all
from game.balance.contest import Contest
from game.balance.facts import Facts
from game.balance.sequential import Sequential, above
from game.balance.series import pairing
from game.balance.store import Store
from game.interval import Figure, mean, share
from game.value import frozen

FULL: Final = 100.0
"""The largest payoff, in hundredths."""

STEP: Final = 16
"""So many matches are played before the test is looked at."""


@frozen
class Duel:
    """How one player does against another.

    Attributes:
        names: the two, in the order in which they are compared.
        own: payoff of the first, in hundredths.
        other: payoff of the second.
        edge: the first's payoff less the second's, seed by seed.
        lead: in which share of the matches the first got more; a tie counts half.
        test: whether the first is stronger; in pairs of matches. Nothing if it was not asked.
    """

    names: tuple[str, str]
    own: Figure
    other: Figure
    edge: Figure
    lead: Figure
    test: Sequential | None = None

    @property
    def beats(self) -> bool:
        """Whether the first is surely ahead, by payoff and by the share of leads."""
        return self.edge.low > 0 and self.lead.low > 0.5


def judge(names: tuple[str, str], played: Sequence[Facts], test: Sequential | None = None) -> Duel:
    """Compare two players.

    Args:
        names: the seats of the two.
        played: pairs of matches on the same seed with the sides swapped, the first of the two
            on the first side first. Both matches of a pair count as one observation of payoffs.
        test: what a sequential test says.
    """
    own, other = [], []
    leads = 0.0
    for first, second in zip(played[::2], played[1::2], strict=True):
        own.append((first.payoffs[0] + second.payoffs[1]) / 2)
        other.append((first.payoffs[1] + second.payoffs[0]) / 2)
        for got, against in (first.payoffs, second.payoffs[::-1]):
            leads += 1.0 if got > against else 0.5 if got == against else 0.0
    edges = _edges(played)
    return Duel(names, mean(own), mean(other), mean(edges), share(leads, len(played)), test)


def _edges(played: Sequence[Facts]) -> list[float]:
    return [
        (one.payoffs[0] + two.payoffs[1] - one.payoffs[1] - two.payoffs[0]) / 2
        for one, two in zip(played[::2], played[1::2], strict=False)
    ]


def duel(
    names: tuple[str, str],
    most: int,
    seed: int,
    edge: float,
    store: Store,
    runner: Plays,
    told: Told = lambda *_: None,
) -> Duel:
    """Let two play until a sequential test knows whether the first is stronger.

    Args:
        names: the seats of the two.
        most: so many matches at the most.
        seed: the first seed.
        edge: by how many hundredths of payoff the first is to be better.
        store: where matches are kept.
        runner: who plays them.
        told: is told how far it is.
    """
    contests = list(pairing(names, most, seed, swap=True))

    def test(played: Sequence[Facts]) -> Sequential:
        return above(_edges(played), edge, FULL, len(contests) // 2)

    found, played = until(contests, test, store, runner, told)
    return judge(names, played[: found.used * 2], found)


def until(
    contests: Sequence[Contest],
    test: Callable[[Sequence[Facts]], Sequential],
    store: Store,
    runner: Plays,
    told: Told = lambda *_: None,
) -> tuple[Sequential, list[Facts]]:
    """Play contests in their order until a test has its answer, or there are no more."""
    played: list[Facts] = []
    found = test(played)
    while len(played) < len(contests) and found.answer == "undecided":
        some = contests[len(played) : len(played) + STEP]
        play_all(some, store, runner, lambda _: told(GamesDone.of(contests, store)))
        played += [store.known[each] for each in some]
        found = test(played)
    return found, played
