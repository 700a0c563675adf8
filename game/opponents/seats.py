"""Seats by name: who sits there when a match says ``random``, ``realist`` or ``search:3``.

Doctrines go by the ids that the scenario gives them, a search by its level and, if it is to play
in the spirit of a doctrine, that doctrine: ``search:3/realist``. Names stand in journals, so a
name never changes its meaning.
"""

from __future__ import annotations

from typing import Final

from game.opponents.doctrine import DoctrineSeat
from game.opponents.random_seat import RandomSeat
from game.opponents.search import LEVELS, Level, SearchSeat, Thinker
from game.opponents.seat import Opponent
from game.scenario.doctrine import Doctrine, Wants
from game.scenario.model import Scenario
from game.text import shown
from game.text.names import nearest

HUMAN: Final = "human"
"""The seat of a person, who is asked."""

RANDOM: Final = "random"
SEARCH: Final = "search"


class SeatError(ValueError):
    """There is no such seat; the message says which ones there are."""


def seats(scenario: Scenario | None = None) -> tuple[str, ...]:
    """The names of all seats: a person's, chance's, the doctrines' of a scenario, the searches'.

    Weak searches come before strong ones.
    """
    doctrines = () if scenario is None else scenario.doctrines
    levels = (f"{SEARCH}:{each.number}" for each in LEVELS)
    return (HUMAN, RANDOM, *(each.id for each in doctrines), *levels)


def opponent(
    name: str,
    *,
    seed: int,
    scenario: Scenario | None = None,
    thinker: Thinker | None = None,
) -> Opponent | None:
    """Who sits in a seat; nothing for a person.

    Args:
        name: the name of the seat, such as ``random``.
        seed: what an opponent draws from where it leaves something to chance. The same name
            and seed answer the same game in the same way.
        scenario: whose doctrines can be named.
        thinker: who does the thinking of a search; this process if nobody is named.

    Raises:
        SeatError: there is no such seat.

    >>> opponent("random", seed=7), opponent("search:2", seed=7)
    (RandomSeat(seed=7), SearchSeat(2, seed=7))
    """
    base, _, setting = name.partition(":")
    if base == SEARCH:
        level, wants = _setting(setting, scenario)
        return SearchSeat(level, seed, wants, thinker)
    doctrine = _doctrine(base, scenario)
    if doctrine is None and base not in (HUMAN, RANDOM):
        raise _nobody(name, base, scenario)
    if setting:
        raise SeatError(f'the seat "{base}" has no settings, so {shown(setting)} means nothing')
    if doctrine is not None:
        return DoctrineSeat(doctrine)
    return None if base == HUMAN else RandomSeat(seed)


def _setting(setting: str, scenario: Scenario | None) -> tuple[Level, Wants]:
    """The level of a search, and what it aims at."""
    number, slash, spirit = setting.partition("/")
    level = next((each for each in LEVELS if str(each.number) == number), None)
    if level is None:
        given = f"{shown(number)} is none of them" if number else "the name has none"
        raise SeatError(
            f'a search has a level from 1 to {len(LEVELS)}, as in "{SEARCH}:3"; {given}.'
        )
    if not slash:
        return level, Wants()
    doctrine = _doctrine(spirit, scenario)
    if doctrine is None:
        raise _nobody(spirit, spirit, scenario)
    return level, doctrine.wants


def _doctrine(name: str, scenario: Scenario | None) -> Doctrine | None:
    doctrines = () if scenario is None else scenario.doctrines
    return next((each for each in doctrines if each.id == name), None)


def _nobody(name: str, base: str, scenario: Scenario | None) -> SeatError:
    known = seats(scenario)
    meant = nearest(base, known)
    hint = f' Did you mean "{meant}"?' if meant else ""
    return SeatError(f"there is no seat {shown(name)}.{hint} Seats: {', '.join(known)}.")
