"""What is drawn: a position with the rules that it is read by."""

from __future__ import annotations

from attrs import frozen

from game.rules import NOBODY, Rulebook, State


@frozen
class Position:
    """Everything that the board shows. Widgets draw it and keep nothing else.

    ``seats`` says who sits where, in words; empty where that goes without saying.
    ``viewer`` is the side that is shown above the other.
    """

    book: Rulebook
    state: State
    seats: tuple[str, str]
    viewer: int = 0

    @property
    def speaker(self) -> int:
        """The side whose turn it is, whoever has to answer just now."""
        state = self.state
        if state.debate is not None:
            return state.debate.speaker
        return state.side if state.side != NOBODY else (state.round + 1) % 2
