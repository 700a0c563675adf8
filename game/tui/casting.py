"""Calling those who play by themselves. What they need is imported when they are called."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from game.tui.on_call import OnCall

if TYPE_CHECKING:
    from game.match import Match
    from game.opponents import Opponent, SeatError
    from game.opponents.search import Frugal


class Casting:
    """Calls opponents and coaches.

    Args:
        processes: whether they may think in processes of their own.
    """

    def __init__(self, *, processes: bool) -> None:
        self._processes = processes

    @cached_property
    def thinker(self) -> Frugal | None:
        """Who thinks for them, if not only this process."""
        from game.opponents.search import Frugal  # noqa: PLC0415 - as said at the top

        return Frugal() if self._processes else None

    def at_table(self, match: Match) -> OnCall | SeatError:
        """Who plays a match by itself, by side; or why one of them cannot."""
        try:
            return OnCall(match.seats, match.character, partial(self._call, match))
        except _no_seat() as error:
            return error

    def known(self, match: Match, seats: tuple[str, str]) -> dict[int, Opponent]:
        """Who plays in these seats by itself, by side; whoever is not known is not among them."""
        found = {}
        for side, seat in enumerate(seats):
            with suppress(_no_seat()):
                player = self._call(match, seat)
                if player is not None:
                    found[side] = player
        return found

    def coach(self, match: Match) -> Opponent | None:
        """Who thinks of hints."""
        from game.opponents import opponent  # noqa: PLC0415 - as said at the top
        from game.opponents.search import Priority  # noqa: PLC0415 - likewise
        from game.review.coach import LEVEL  # noqa: PLC0415 - likewise

        urgency = self.thinker.at(Priority.COACH) if self.thinker else None
        return opponent(LEVEL, seed=match.seed, thinker=urgency)

    def close(self) -> None:
        """End whoever thinks."""
        if "thinker" in self.__dict__ and self.thinker is not None:
            self.thinker.close()

    def _call(self, match: Match, seat: str) -> Opponent | None:
        from game.opponents import opponent  # noqa: PLC0415 - as said at the top

        return opponent(
            seat,
            seed=match.seed,
            scenario=match.scenario,
            thinker=self.thinker,
            known=match.character,
        )


def _no_seat() -> type[SeatError]:
    """What is raised if nobody has the name of a seat."""
    from game.opponents import SeatError  # noqa: PLC0415 - as said at the top

    return SeatError
