"""The opponents of a match, each called when it is asked for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from typing import TYPE_CHECKING

from game.match import HUMAN
from game.scenario import ScenarioError
from game.scenario.character import Character

if TYPE_CHECKING:
    from game.opponents import Opponent


class OnCall(MutableMapping[int, "Opponent"]):
    """By side who plays a seat in which no person sits.

    Who sits there is known at once, so that the table can open; what an opponent needs is imported
    when it has something to do. Whoever is no character is called at once: there may be nobody of
    that name.

    Args:
        seats: by side the name of its seat.
        known: who is a character, by name.
        call: calls whoever bears a name; a seat that nobody takes by itself is a person's.

    Raises:
        SeatError: nobody has the name of a seat, or whoever has it cannot be used.
    """

    def __init__(
        self,
        seats: Sequence[str],
        known: Callable[[str], Character | None],
        call: Callable[[str], Opponent | None],
    ) -> None:
        self._call = call
        self._waiting: dict[int, str] = {}
        self._here: dict[int, Opponent] = {}
        for side, seat in enumerate(seats):
            if seat == HUMAN:
                continue
            if _known(seat, known):
                self._waiting[side] = seat
            elif (opponent := call(seat)) is not None:
                self._here[side] = opponent

    def __getitem__(self, side: int) -> Opponent:
        if side in self._waiting:
            opponent = self._call(self._waiting[side])
            assert opponent is not None  # no character is a person
            self[side] = opponent
        return self._here[side]

    def __setitem__(self, side: int, opponent: Opponent) -> None:
        self._waiting.pop(side, None)
        self._here[side] = opponent

    def __delitem__(self, side: int) -> None:
        if self._waiting.pop(side, None) is None:
            del self._here[side]

    def __contains__(self, side: object) -> bool:
        return side in self._waiting or side in self._here

    def __iter__(self) -> Iterator[int]:
        return iter(sorted({*self._waiting, *self._here}))

    def __len__(self) -> int:
        return len(self._waiting) + len(self._here)


def _known(seat: str, known: Callable[[str], Character | None]) -> bool:
    """Whether somebody is sure to sit there: a character that is named without settings."""
    if ":" in seat:
        return False
    try:
        return known(seat) is not None
    except ScenarioError:
        return False  # who is called in vain says why
