"""Seats by name: who sits there when a match says ``random``.

A name may carry a setting after a colon. Names and settings stand in journals, so a name never
changes its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.opponents.random_seat import RandomSeat
from game.opponents.seat import Opponent
from game.scenario.nearest import nearest
from game.scenario.text import shown

HUMAN: Final = "human"
"""The seat of a person, who is asked."""


class SeatError(ValueError):
    """There is no such seat; the message says which ones there are."""


def _random(name: str, setting: str, seed: int) -> Opponent:
    _unset(name, setting)
    return RandomSeat(seed)


_SEATS: Final[Mapping[str, Callable[[str, str, int], Opponent]]] = {"random": _random}


def seats() -> tuple[str, ...]:
    """The names of all seats, the person's first."""
    return (HUMAN, *_SEATS)


def opponent(name: str, *, seed: int) -> Opponent | None:
    """Who sits in a seat; nothing for a person.

    Args:
        name: the name of the seat, such as ``random``.
        seed: what an opponent draws from where it leaves something to chance. The same name
            and seed answer the same game in the same way.

    Raises:
        SeatError: there is no such seat.

    >>> opponent("random", seed=7)
    RandomSeat(seed=7)
    """
    base, _, setting = name.partition(":")
    if base == HUMAN:
        _unset(base, setting)
        return None
    if base in _SEATS:
        return _SEATS[base](base, setting, seed)
    meant = nearest(base, seats())
    hint = f' Did you mean "{meant}"?' if meant else ""
    raise SeatError(f"there is no seat {shown(name)}.{hint} Seats: {', '.join(seats())}.")


def _unset(base: str, setting: str) -> None:
    if setting:
        raise SeatError(f'the seat "{base}" has no settings, so {shown(setting)} means nothing')
