"""What characters come to with each other, how they take slights, and how different they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot

from game.balance.fingerprints import played, verdicts
from game.balance.measures.measure import FigureOf, Sample
from game.balance.measures.results import ends
from game.balance.series import Seen
from game.interval import Figure, mean, ratio


def each_ends(asked: Sample) -> list[FigureOf]:
    """For each two seats, in which share of the games the ending is one of these."""
    return [
        FigureOf(name, ends(Sample(asked.scenario, games, asked.of)))
        for name, games in _by_pair(asked.games).items()
    ]


def ahead(asked: Sample) -> list[FigureOf]:
    """For each two seats, how much more the first gets than the second; both games on one seed
    are one observation.
    """
    return [FigureOf(name, mean(_edges(games))) for name, games in _by_pair(asked.games).items()]


def _by_pair(games: Sequence[Seen]) -> Mapping[str, list[Seen]]:
    pairs: dict[str, list[Seen]] = {}
    for game in games:
        seats, side = game.facts.seats, game.side
        pairs.setdefault(f"{seats[side]} / {seats[1 - side]}", []).append(game)
    return pairs


def _edges(games: Sequence[Seen]) -> list[float]:
    by_seed: dict[int, list[int]] = {}
    for game in games:
        edge = game.facts.payoffs[game.side] - game.facts.payoffs[1 - game.side]
        by_seed.setdefault(game.facts.seed, []).append(edge)
    return [sum(edges) / len(edges) for edges in by_seed.values()]


def signed(asked: Sample) -> Figure:
    """Of the motions that were brought to the first seat, how many it let pass.

    With a ``number``, of those that somebody brought who had refused or pressed it so often; with
    none, of those that somebody brought who had never done so, since signing one of its own.
    """
    found = [
        [
            each.signed
            for each in game.facts.tabled
            if each.side != game.side
            and (each.slights >= asked.number if asked.number else not each.slights)
        ]
        for game in asked.games
    ]
    return ratio(list(map(sum, found)), list(map(len, found)))


def signed_more(asked: Sample) -> Figure:
    """How much more of such motions the first seat lets pass than that of the other matches."""
    one = signed(asked)
    other = signed(Sample(asked.scenario, asked.other, number=asked.number))
    if not one.count or not other.count:
        return Figure(0.0, -1.0, 1.0, 0)
    value = one.value - other.value
    low = hypot(one.value - one.low, other.high - other.value)
    high = hypot(one.high - one.value, other.value - other.low)
    return Figure(value, value - low, value + high, min(one.count, other.count))


def told_apart(asked: Sample) -> list[FigureOf]:
    """For each two seats, of ten games of one of them, how often a classifier knows whose."""
    found = verdicts(played([game.facts for game in asked.games]))
    return [FigureOf(" / ".join(pair), found.apart(pair)) for pair in found.pairs]


def named(asked: Sample) -> Figure:
    """Of ten games of a seat, how often a classifier knows among all seats whose they are."""
    return verdicts(played([game.facts for game in asked.games])).whole
