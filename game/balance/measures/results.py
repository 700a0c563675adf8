"""How games end, and for whom."""

from __future__ import annotations

from game.balance.measures.measure import FigureOf, Sample, hits
from game.balance.series import Seen
from game.interval import Figure, mean, quotient, share
from game.rules import BARGAIN, THAW
from game.scenario.model import Scenario


def ends(asked: Sample) -> Figure:
    """In which share of the games the ending is one of these."""
    return hits(asked, lambda game: game.facts.verdict in asked.of)


def endings(asked: Sample) -> list[FigureOf]:
    """Each ending that the scenario tells of."""

    def share(name: str) -> Figure:
        return hits(asked, lambda game: game.facts.verdict == name)

    return [FigureOf(name, share(name)) for name in asked.kept(asked.scenario.epilogues)]


def fares(asked: Sample) -> Figure:
    """In which share of the games the first seat succeeds, or gets what a thaw pays."""
    return hits(asked, lambda game: _fares(asked.scenario, game))


def _fares(scenario: Scenario, game: Seen) -> bool:
    facts, side = game.facts, game.side
    if facts.collapsed:
        return False
    over = [facts.final[each] - scenario.sides[each].threshold for each in (0, 1)]
    near = scenario.payoff.thaw_within and over[side] >= -scenario.payoff.thaw_within
    return over[side] >= 0 or facts.verdict == THAW or (over[1 - side] >= 0 and bool(near))


def alone(asked: Sample) -> Figure:
    """In which share of the games the first seat alone succeeds."""
    sides = asked.scenario.sides
    return hits(asked, lambda game: game.facts.verdict == f"{sides[game.side].id}_alone")


def each_alone(asked: Sample) -> list[FigureOf]:
    """For each pair of seats, in which share of the games the first alone succeeds."""
    pairs: dict[str, list[Seen]] = {}
    for game in asked.games:
        seats, side = game.facts.seats, game.side
        pairs.setdefault(f"{seats[side]} / {seats[1 - side]}", []).append(game)
    return [FigureOf(name, alone(Sample(asked.scenario, games))) for name, games in pairs.items()]


def payoff_share(asked: Sample) -> Figure:
    """Which part of all payoff the first side gets."""
    return quotient(
        [float(game.facts.payoffs[0]) for game in asked.games],
        [float(sum(game.facts.payoffs)) for game in asked.games],
    )


def payoff(asked: Sample) -> list[FigureOf]:
    """What each side gets."""
    return [
        FigureOf(each.id, mean([float(game.facts.payoffs[side]) for game in asked.games]))
        for side, each in enumerate(asked.scenario.sides)
    ]


def final(asked: Sample) -> list[FigureOf]:
    """The final score of each side, where the game did not collapse."""
    kept = [game.facts for game in asked.games if not game.facts.collapsed]
    return [
        FigureOf(each.id, mean([float(facts.final[side]) for facts in kept]))
        for side, each in enumerate(asked.scenario.sides)
    ]


def laurels(asked: Sample) -> Figure:
    """Of bargains, how many go to the first side; one that is even counts half."""
    ended = [game.facts for game in asked.games if game.facts.verdict == BARGAIN]
    won = sum(
        1.0 if each.payoffs[0] > each.payoffs[1] else 0.5 * (each.payoffs[0] == each.payoffs[1])
        for each in ended
    )
    return share(won, len(ended))


def gain(asked: Sample) -> Figure:
    """What the first seat gets more than its side got in the other matches on the same seeds."""
    against = {(each.facts.seed, each.facts.variant): each.facts for each in asked.other}
    return mean(
        [
            float(game.facts.payoffs[game.side] - other.payoffs[game.side])
            for game in asked.games
            if (other := against.get((game.facts.seed, game.facts.variant)))
        ]
    )
