"""Finding the weights of the evaluation from whole games.

What is left of a final score when the sure points are taken away is explained by the features of
the positions on the way, with a small pull towards nothing (A. E. Hoerl and R. W. Kennard, "Ridge
regression", 1970). The odds of collapse are not fitted: play that fears collapse avoids it, so
that games say too little about it.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define

from game.balance.contest import Contest, play_out
from game.balance.facts import Facts
from game.balance.pool import on_cores
from game.opponents import Answer, Game, Opponent
from game.opponents.search import LEVELS, SearchSeat
from game.opponents.search.features import FEATURES, Features, FeatureWeights
from game.opponents.search.think import Alone
from game.rules import COLLAPSE, Phase, Rulebook, legal
from game.scenario.model import Scenario

PULL: Final = 0.003
"""How strongly weights are pulled towards nothing, for each observation."""

NEW: Final = "new"
OLD: Final = "old"
"""What the two are called that ``compare`` plays."""

Row = tuple[list[float], float, float]
"""The features, what they have to explain, and which part of the game was still to come."""


@define
class Wavering:
    """Plays like another, but takes some decisions at random; keeps the positions it was asked."""

    player: Opponent
    noise: float
    dice: random.Random
    seen: list[Game]

    def choose(self, game: Game) -> Answer:
        if game.state.phase is Phase.TURN:
            self.seen.append(game)
        if self.dice.random() < self.noise:
            options = legal(game.book, game.state)
            return Answer(options[int(self.dice.random() * len(options))])
        return self.player.choose(game)


def fit(
    scenario: Scenario,
    level: int,
    seeds: Sequence[int],
    noise: float,
    cores: int = 1,
) -> Mapping[str, float]:
    """Weights by name, those of the features of the final score and the spread."""
    jobs = [(scenario, level, seed, noise) for seed in seeds]
    games = [observe(*job) for job in jobs] if cores == 1 else list(on_cores(observe, jobs, cores))
    rows = [row for game in games for row in game]
    weights = ridge([row[0] for row in rows], [row[1] for row in rows], PULL * len(rows))
    missed = [
        abs(aim - sum(weight * feature for weight, feature in zip(weights, features, strict=True)))
        for features, aim, _ in rows
    ]
    # For a normal error the mean distance is 0.8 of the standard deviation.
    spread = ridge([[1.0, early] for *_, early in rows], [each * 1.25 for each in missed], 0.0)
    return {
        **dict(zip(FEATURES, weights, strict=True)),
        "spread": spread[0],
        "spread_early": spread[1],
    }


def compare(
    scenario: Scenario,
    level: int,
    weights: Mapping[str, float],
    seeds: Sequence[int],
    cores: int = 1,
) -> list[Facts]:
    """Matches of a level with other weights against the same level as it is, from both sides each.

    Args:
        scenario: what is played.
        level: who plays.
        weights: as ``fit`` finds them; all others stay as they are.
        seeds: each for two matches, first with the new weights on the first side.
        cores: how many processes play.
    """
    jobs = [(scenario, level, weights, seed, side) for seed in seeds for side in (0, 1)]
    return [_match(*job) for job in jobs] if cores == 1 else list(on_cores(_match, jobs, cores))


def _match(
    scenario: Scenario, level: int, weights: Mapping[str, float], seed: int, side: int
) -> Facts:
    """One match; ``side`` is the side of the new weights."""
    new = SearchSeat(LEVELS[level - 1], seed, thinker=Alone(FeatureWeights(**weights)))
    old = SearchSeat(LEVELS[level - 1], seed)
    names = (NEW, OLD) if side == 0 else (OLD, NEW)
    players = (new, old) if side == 0 else (old, new)
    return play_out(Rulebook(scenario), players, Contest(names, seed))


def observe(scenario: Scenario, level: int, seed: int, noise: float) -> list[Row]:
    """Play a game, and give a row for each position and side of it."""
    book = Rulebook(scenario)
    features = Features(book)
    dice = random.Random(f"fit/{seed}")  # noqa: S311 - a game, no secret
    seen: list[Game] = []
    player = Wavering(SearchSeat(LEVELS[level - 1], seed), noise, dice, seen)
    name = f"search:{level}"
    facts = play_out(book, (player, player), Contest((name, name), seed))
    if facts.verdict == COLLAPSE:
        return []
    rows: list[Row] = []
    for game in seen:
        sure = features.sure(game.state)
        for side in (0, 1):
            read = features.read(game.state, side)
            rows.append(
                ([read[name] for name in FEATURES], facts.final[side] - sure[side], read["turns"])
            )
    return rows


def ridge(rows: Sequence[Sequence[float]], aims: Sequence[float], pull: float) -> list[float]:
    """The weights that explain the aims best, by the normal equations.

    >>> [round(weight, 3) for weight in ridge([[1, 0], [1, 1], [1, 2]], [1, 3, 5], 0)]
    [1.0, 2.0]
    """
    size = len(rows[0])
    left = [[0.0] * size for _ in range(size)]
    right = [0.0] * size
    for row, aim in zip(rows, aims, strict=True):
        for i, one in enumerate(row):
            right[i] += one * aim
            line = left[i]
            for j, other in enumerate(row):
                line[j] += one * other
    for i in range(size):
        left[i][i] += pull
    return _solve(left, right)


def _solve(left: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with pivots."""
    size = len(right)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(left[row][column]))
        left[column], left[pivot] = left[pivot], left[column]
        right[column], right[pivot] = right[pivot], right[column]
        for row in range(column + 1, size):
            factor = left[row][column] / left[column][column]
            for place in range(column, size):
                left[row][place] -= factor * left[column][place]
            right[row] -= factor * right[column]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(left[row][place] * found[place] for place in range(row + 1, size))
        found[row] = (right[row] - known) / left[row][row]
    return found
