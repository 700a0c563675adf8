"""How games go: what is carried first, how different they are, when they are decided."""

from __future__ import annotations

from game.balance.measures.measure import Sample, hits
from game.balance.series import Seen
from game.balance.variety import distance, entropy, entropy_within
from game.interval import Figure, mean, share
from game.scenario.model import Scenario


def first_carried(asked: Sample) -> Figure:
    """Of games in which any motion is carried, in how many the first is one of these."""
    first = [game.facts.carried[0] for game in asked.games if game.facts.carried]
    return share(sum(each in asked.motions for each in first), len(first))


def carried_any(asked: Sample) -> Figure:
    """In which share of the games one of these motions is carried."""
    return hits(asked, lambda game: not asked.motions.isdisjoint(game.facts.carried))


def place(asked: Sample) -> Figure:
    """The mean place of these motions among those that are carried, from 1."""
    return mean(
        [
            float(number)
            for game in asked.games
            for number, motion in enumerate(game.facts.carried, 1)
            if motion in asked.motions
        ]
    )


def carried(asked: Sample) -> Figure:
    """How many motions are carried in a game."""
    return mean([float(len(game.facts.carried)) for game in asked.games])


def first_bits(asked: Sample) -> Figure:
    """The entropy of the first ``number`` carried motions."""
    return entropy([game.facts.carried[: asked.number] for game in asked.games])


def first_bits_within(asked: Sample) -> Figure:
    """The same if it is known in which situation a game began."""
    return entropy_within(
        [(game.facts.situation, game.facts.carried[: asked.number]) for game in asked.games]
    )


def apart(asked: Sample) -> Figure:
    """The mean distance between the sets of carried motions of two games."""
    return distance([frozenset(game.facts.carried) for game in asked.games])


def half_time(asked: Sample) -> Figure:
    """Whoever is ahead at half-time, how often that side gets the higher payoff."""
    half = asked.scenario.rounds // 2
    pairs = [
        (lead(asked.scenario, game, half), better(game))
        for game in asked.games
        if len(game.facts.scores) >= half > 0
    ]
    told = [one == other for one, other in pairs if one and other]
    return share(sum(told), len(told))


def decided(asked: Sample) -> Figure:
    """After which part of a game who gets the higher payoff leads, and does so to the end."""
    parts = []
    for game in asked.games:
        winner, last = better(game), len(game.facts.scores)
        if not winner or not last:
            continue
        since = last
        while since > 0 and lead(asked.scenario, game, since) == winner:
            since -= 1
        parts.append(min(since + 1, last) / asked.scenario.rounds)
    return mean(parts)


def lead(scenario: Scenario, game: Seen, round_: int) -> int:
    """Who is ahead at the end of a round, by score less threshold: 1, -1 or 0."""
    one, other = game.facts.scores[round_ - 1]
    first, second = scenario.sides
    ahead = (one - first.threshold) - (other - second.threshold)
    return (ahead > 0) - (ahead < 0)


def better(game: Seen) -> int:
    """Which side got more: 1 for the first, -1 for the second, 0 for none."""
    one, other = game.facts.payoffs
    return (one > other) - (one < other)


def length(asked: Sample) -> Figure:
    """How many decisions a game has in which a side can choose."""
    return mean([float(game.facts.choices) for game in asked.games])


def rounds(asked: Sample) -> Figure:
    """In which round games end."""
    return mean([float(game.facts.rounds) for game in asked.games])
