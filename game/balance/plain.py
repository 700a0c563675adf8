"""The search measured against the plainest of its kind.

Plain UCT knows the rules and nothing else: all decisions of a node count as equal until tried,
and a new node is worth what random play to the end of the game happens to bring.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.balance.contest import Contest, play_out
from game.balance.facts import Facts
from game.balance.pool import on_cores
from game.opponents import Answer, Game
from game.opponents.search import Evaluation, Rollout, SearchSeat, SearchTree, Style
from game.opponents.search.analysis import branches, merge
from game.opponents.search.level import Level
from game.opponents.search.rollout import anything
from game.rules import Rulebook, legal
from game.scenario.model import Scenario
from game.value import frozen

PLAIN: Final = Style(explore=30.0, trust=0.0, first=0, outcomes=0.0)
"""Every decision and every draw at once, and nothing believed that was not tried."""


@frozen
class PlainSeat:
    """Plays by plain UCT."""

    playouts: int
    seed: int

    def choose(self, game: Game) -> Answer:
        book, state = game.book, game.state
        options = legal(book, state)
        if len(options) == 1:
            return Answer(options[0])
        seed = f"{self.seed}/{state.side}/{len(game.history)}"
        # Of a game that is over the evaluation is the verdict; no other is asked here.
        tree = SearchTree(
            book,
            state,
            judge=None,
            evaluate=Rollout(book, anything, Evaluation(book), seed=seed),
            seed=seed,
            style=PLAIN,
        )
        tree.grow(self.playouts)
        analysis = merge(book, state, [branches(tree)])
        return Answer(analysis.best.decision, thought=analysis)


def against_plain(
    scenario: Scenario, playouts: int, seeds: Sequence[int], cores: int = 1
) -> list[Facts]:
    """Matches of the search against plain UCT with the same playouts, from both sides each."""
    jobs = [(scenario, playouts, seed, side) for seed in seeds for side in (0, 1)]
    if cores == 1:
        return [_match(*job) for job in jobs]
    return list(on_cores(_match, jobs, cores))


def _match(scenario: Scenario, playouts: int, seed: int, side: int) -> Facts:
    """One match; ``side`` is the side of the search."""
    book = Rulebook(scenario)
    ours = SearchSeat(Level(0, playouts, 1), seed)
    theirs = PlainSeat(playouts, seed)
    names = ("search", "plain") if side == 0 else ("plain", "search")
    return play_out(book, (ours, theirs) if side == 0 else (theirs, ours), Contest(names, seed))
