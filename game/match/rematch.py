"""Playing what has been played once more."""

from __future__ import annotations

from game.match.journal import Journal
from game.match.match import Match


def can_swap(match: Match) -> bool:
    """Whether it makes a difference to swap sides."""
    first, second = zip(match.seats, match.header.names, strict=True)
    return first != second


def rematch(match: Match, journal: Journal, seed: int, *, swapped: bool) -> Match:
    """A new match of what has been played, with other news, against the same one.

    Args:
        match: what has been played.
        journal: where the new match is kept.
        seed: what Chance draws from in it.
        swapped: whether the sides are swapped.

    Raises:
        MatchError: it cannot be kept there.
        ScenarioError: somebody who sits there cannot be read any more.
    """
    header, seats, names = match.header, match.seats, match.header.names
    if swapped:
        seats, names = (seats[1], seats[0]), (names[1], names[0])
    return Match.new(
        header.text,
        header.scenario,
        seats=seats,
        seed=seed,
        variant=header.variant,
        journal=journal,
        title=header.title,
        names=names,
    )
