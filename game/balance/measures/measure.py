"""What a measure is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from game.balance.series import Seen
from game.interval import Figure, share
from game.scenario.model import Scenario
from game.value import frozen

Unit = Literal["share", "number", "bits", "points"]
"""What a figure counts: a part of 1, a number, bits, or hundredths of payoff."""


@frozen
class FigureOf:
    """A figure about one thing; ``name`` is its id, or empty if it is about all of them."""

    name: str
    figure: Figure


@frozen
class Sample:
    """What a measure is asked about.

    Attributes:
        scenario: what was played.
        games: the matches, in the order of their contests.
        of: ids that the measure is about: of endings, motions, tags or tracks.
        without: ids that it leaves out.
        number: a number that it goes by.
        other: the matches that it compares with, on the same seeds.
    """

    scenario: Scenario
    games: Sequence[Seen]
    of: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    number: int = 0
    other: Sequence[Seen] = ()

    @property
    def motions(self) -> frozenset[str]:
        """The motions that are named in ``of``, by their ids or by a tag."""
        return frozenset(
            each.id
            for each in self.scenario.motions
            if each.id in self.of or any(tag in self.of for tag in each.tags)
        )

    def kept(self, known: Iterable[str]) -> list[str]:
        """Ids without those that are to be left out."""
        return [each for each in known if each not in self.without]


Measure = Callable[[Sample], list[FigureOf]]


def of_all(figure: Callable[[Sample], Figure]) -> Measure:
    """A measure with one figure."""
    return lambda asked: [FigureOf("", figure(asked))]


def hits(asked: Sample, hit: Callable[[Seen], bool]) -> Figure:
    """In which share of the games something is so."""
    return share(sum(map(hit, asked.games)), len(asked.games))
