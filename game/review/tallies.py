"""How a person has fared against each opponent: counted from the saves, and kept nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final

from attrs import evolve

from game.match import HUMAN, Entry, Library, Match, MatchError
from game.rules import BARGAIN, THAW, RulesError
from game.scenario import ScenarioError
from game.value import frozen

_ALONE: Final = "_alone"
"""What the id of a verdict ends with if one side succeeds: before it stands which."""

_SHARED: Final = (BARGAIN, THAW)
"""The verdicts that are good for both, at least by half."""

AT_ONCE: Final = 200
"""So many saves are looked at while somebody waits."""


@frozen
class Tally:
    """Games that are over, of a person against one opponent.

    Attributes:
        won: the person succeeded alone.
        shared: both succeeded, or nearly.
        lost: the opponent succeeded alone, or nobody did.
    """

    won: int = 0
    shared: int = 0
    lost: int = 0


Sides = Callable[[Entry], tuple[str, str] | None]
"""The ids of the sides of a save’s scenario; nothing if they cannot be told."""


def tallies(entries: Iterable[Entry], sides: Sides) -> dict[str, Tally]:
    """By the name of an opponent how people fared against it.

    Args:
        entries: saves; those that are not over, damaged, examples, or between two people or two
            opponents do not count.
        sides: tells the sides of a scenario, once for each.
    """
    found: dict[str, Tally] = {}
    known: dict[str, tuple[str, str] | None] = {}
    for entry in entries:
        verdict = entry.verdict
        people = [side for side in (0, 1) if entry.seats[side] == HUMAN]
        if verdict is None or entry.shipped or entry.damage is not None or len(people) != 1:
            continue
        own, other = people[0], entry.seats[1 - people[0]]
        tally = found.get(other, Tally())
        if verdict.endswith(_ALONE):
            if entry.scenario not in known:
                known[entry.scenario] = sides(entry)
            ids = known[entry.scenario]
            if ids is None:
                continue
            won = verdict == f"{ids[own]}{_ALONE}"
            tally = evolve(tally, won=tally.won + won, lost=tally.lost + (not won))
        elif verdict in _SHARED:
            tally = evolve(tally, shared=tally.shared + 1)
        else:
            tally = evolve(tally, lost=tally.lost + 1)
        found[other] = tally
    return found


def library_tallies(library: Library, most: int | None = None) -> dict[str, Tally]:
    """The same for all saves of a library.

    Args:
        library: the saves.
        most: how many may be looked at that were not before; if there are more, nothing is told.
    """
    entries = library.glance()
    known = library.remembered()
    unseen = [each for each in known if not each.looked_at and not each.large]
    if most is not None and len(unseen) > most:
        return {}
    for entry in unseen:
        library.look(entry)
    return tallies(library.remembered() if entries else (), _sides)


def has_finished(library: Library) -> bool:
    """Whether a person has finished a game in a library, as far as its last saves tell."""
    library.glance()
    for known in library.remembered()[:AT_ONCE]:
        entry = known if known.looked_at or known.large else library.look(known)
        if entry.verdict is not None and not entry.shipped and HUMAN in entry.seats:
            return True
    return False


def _sides(entry: Entry) -> tuple[str, str] | None:
    with suppress(MatchError, ScenarioError, RulesError, OSError):
        first, second = Match.open(entry.path, read_only=True).scenario.sides
        return first.id, second.id
    return None
