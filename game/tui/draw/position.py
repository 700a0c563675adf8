"""What is drawn: a position with the rules that it is read by."""

from __future__ import annotations

from attrs import frozen

from game.rules import Rulebook, State


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
