"""What match somebody wants to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from game.cli.seating import Seats

MAIN: Final = "shared-enemy"
"""The id of the scenario that is meant where nothing else is said."""

MOST_SEED: Final = 2**64 - 1
"""The largest seed that can be asked for."""


class Wanted(NamedTuple):
    """What match is to begin.

    Attributes:
        scenario: what is played: an id, or a file.
        variant: another start that it offers.
        seats: who plays; a seat that is not named is a person's.
        seed: what Chance draws from; it is drawn, too, if it is left out.
        save: the name of the save; one is found if it is left out.
    """

    scenario: str = MAIN
    variant: str | None = None
    seats: Seats = ()
    seed: int | None = None
    save: str | None = None
