"""What is made of motions on the table, and of arguments."""

from __future__ import annotations

from game.balance.measures.measure import Sample
from game.balance.measures.uses import forks
from game.interval import Figure, quotient, ratio
from game.rules import Kind


def argued(asked: Sample) -> Figure:
    """Of tabled motions how many are argued about."""
    return ratio(
        [sum(each.reply == Kind.REBUT.value for each in game.facts.tabled) for game in asked.games],
        [len(game.facts.tabled) for game in asked.games],
    )


def home(asked: Sample) -> Figure:
    """Of turns how many are spent at home."""
    return ratio(
        [game.facts.count(Kind.CONSULT) for game in asked.games],
        [game.facts.turns for game in asked.games],
    )


def refused(asked: Sample) -> Figure:
    """Of tabled motions how many are declined, walked out of or withdrawn."""
    return ratio(
        [game.facts.count(Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW) for game in asked.games],
        [len(game.facts.tabled) for game in asked.games],
    )


def answered(asked: Sample) -> Figure:
    """Of tablings, how many the other side had a legal answer to.

    ``of`` names motions; with a ``number`` only tablings count at which the track that opens the
    ladder stood so high.
    """
    named = asked.motions if asked.of else None
    tablings = [
        [
            each
            for each in game.facts.tabled
            if (named is None or each.motion in named) and each.gate >= asked.number
        ]
        for game in asked.games
    ]
    return ratio([sum(t.answerable for t in game) for game in tablings], list(map(len, tablings)))


def answered_forks(asked: Sample) -> Figure:
    """The same of tablings of branches of a fork."""
    return answered(Sample(asked.scenario, asked.games, tuple(forks(asked.scenario))))


def mood(asked: Sample) -> Figure:
    """Of choices between arguments, how many the mood moves, less how many chance does."""
    return quotient(
        [float(game.facts.shifts[1] - game.facts.shifts[2]) for game in asked.games],
        [float(game.facts.shifts[0]) for game in asked.games],
    )
