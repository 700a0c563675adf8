"""Seats by name: who sits there when a match says ``random``, ``realist`` or ``search:3``.

Characters go by their ids, and so do doctrines of a scenario; where a character has the same id,
the doctrine is ``doctrine:realist``. A search goes by its level and, if it is to play in the
spirit of somebody, that one: ``search:3/realist``. Names stand in journals, so a name never
changes its meaning: a match that began with a doctrine goes on with it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from game.opponents.search.level import LEVELS, Level
from game.scenario.cast import find, for_scenario
from game.scenario.character import Character
from game.scenario.doctrine import Doctrine, Wants
from game.scenario.model import Scenario
from game.scenario.reading.faults import ScenarioError
from game.text import shown
from game.text.names import nearest

if TYPE_CHECKING:
    from game.opponents.search.task import Thinker
    from game.opponents.seat import Opponent

HUMAN: Final = "human"
"""The seat of a person, who is asked."""

RANDOM: Final = "random"
SEARCH: Final = "search"
DOCTRINE: Final = "doctrine"

Known = Callable[[str], Character | None]
"""Who is a character, by name."""


class SeatError(ValueError):
    """There is no such seat; the message says which ones there are."""


def seats(scenario: Scenario | None = None) -> tuple[str, ...]:
    """The names of all seats: a person's, chance's, the characters', the doctrines' of a scenario
    that have no character of their name, the searches'.

    Weak searches come before strong ones.
    """
    characters = tuple(each.id for each in for_scenario(scenario))
    doctrines = () if scenario is None else scenario.doctrines
    others = (each.id for each in doctrines if each.id not in characters)
    levels = (f"{SEARCH}:{each.number}" for each in LEVELS)
    return (HUMAN, RANDOM, *characters, *others, *levels)


def opponent(
    name: str,
    *,
    seed: int,
    scenario: Scenario | None = None,
    thinker: Thinker | None = None,
    known: Known | None = None,
) -> Opponent | None:
    """Who sits in a seat; nothing for a person.

    Args:
        name: the name of the seat, such as ``random``.
        seed: what an opponent draws from where it leaves something to chance. The same name
            and seed answer the same game in the same way.
        scenario: whose characters and doctrines can be named.
        thinker: who does the thinking of a search; this process if nobody is named.
        known: who is a character, by name; else the scenario's own and those that ship are.

    Raises:
        SeatError: there is no such seat.

    >>> opponent("random", seed=7), opponent("search:2", seed=7)
    (RandomSeat(seed=7), SearchSeat(2, seed=7))
    """
    # Who is named need not be there before they sit down.
    from game.opponents.doctrine import DoctrineSeat  # noqa: PLC0415 - as said

    known = known or partial(find, scenario)
    base, _, setting = name.partition(":")
    if base == SEARCH:
        from game.opponents.search.search_seat import SearchSeat  # noqa: PLC0415 - as said

        level, wants = _setting(setting, scenario, known)
        return SearchSeat(level, seed, wants, thinker)
    if base == DOCTRINE:
        named = _doctrine(setting, scenario)
        if named is None:
            raise _nobody(name, setting, scenario)
        return DoctrineSeat(named)
    character = _character(base, known)
    doctrine = None if character else _doctrine(base, scenario)
    if character is None and doctrine is None and base not in (HUMAN, RANDOM):
        raise _nobody(name, base, scenario)
    if setting:
        raise SeatError(f'the seat "{base}" has no settings, so {shown(setting)} means nothing')
    if character is not None:
        from game.opponents.character_seat import CharacterSeat  # noqa: PLC0415 - as said

        return CharacterSeat(character, seed, thinker)
    if doctrine is not None:
        return DoctrineSeat(doctrine)
    if base == HUMAN:
        return None
    from game.opponents.random_seat import RandomSeat  # noqa: PLC0415 - as said

    return RandomSeat(seed)


def _setting(setting: str, scenario: Scenario | None, known: Known) -> tuple[Level, Wants]:
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
    meant = _doctrine(spirit, scenario) or _character(spirit, known)
    if meant is None:
        raise _nobody(spirit, spirit, scenario)
    return level, meant.wants


def _character(name: str, known: Known) -> Character | None:
    try:
        return known(name)
    except ScenarioError as error:
        raise SeatError(f"the character {shown(name)} cannot be used: {error}") from error


def _doctrine(name: str, scenario: Scenario | None) -> Doctrine | None:
    doctrines = () if scenario is None else scenario.doctrines
    return next((each for each in doctrines if each.id == name), None)


def _nobody(name: str, base: str, scenario: Scenario | None) -> SeatError:
    known = seats(scenario)
    meant = nearest(base, known)
    hint = f' Did you mean "{meant}"?' if meant else ""
    return SeatError(f"there is no seat {shown(name)}.{hint} Seats: {', '.join(known)}.")
