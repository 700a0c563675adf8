"""The game that a person has finished last, if it was won."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from game.match import HUMAN, Entry, Library, Match, MatchError
from game.rules import BARGAIN, RulesError
from game.scenario import ScenarioError
from game.value import frozen

LATEST: Final = 20
"""So many saves, the newest, are looked at for it."""


@frozen
class Won:
    """A game in which a person reached the goal against an opponent.

    Attributes:
        scenario: the id of its scenario.
        variant: the id of its start, or nothing.
        seats: per side who sat there.
    """

    scenario: str
    variant: str | None
    seats: tuple[str, str]


def last_won(library: Library) -> Won | None:
    """The game against an opponent that was finished last, if the person in it succeeded, alone or
    by a bargain; lessons do not count.
    """
    library.glance()
    for known in library.remembered()[:LATEST]:
        if known.shipped or known.large:
            continue
        entry = known if known.looked_at else library.look(known)
        alone = entry.seats.count(HUMAN) == 1 and not entry.lesson
        if alone and entry.verdict is not None and entry.damage is None:
            return _won(entry)
    return None


def _won(entry: Entry) -> Won | None:
    with suppress(MatchError, ScenarioError, RulesError, OSError):
        scenario = Match.open(entry.path, read_only=True).scenario
        own = scenario.sides[entry.seats.index(HUMAN)].id
        if entry.verdict in (BARGAIN, f"{own}_alone"):
            return Won(scenario.id, entry.variant, entry.seats)
    return None
