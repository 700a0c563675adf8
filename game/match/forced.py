"""Steps that happen by themselves: in a debate a side may have nothing to choose from."""

from __future__ import annotations

from game.match.match import Match
from game.rules import Decision, Rulebook, State, legal


def forced(book: Rulebook, state: State) -> Decision | None:
    """The one thing that can be done in the debate on the table; nothing if there is a choice."""
    if state.debate is None:
        return None
    options = legal(book, state)
    return options[0] if len(options) == 1 else None


def last_choice(match: Match, side: int) -> int | None:
    """How many decisions came before the last one that a side had a choice about; nothing if it
    has nothing to take back.
    """
    ply = match.tree.timeline.own(side)
    while ply is not None and forced(match.book, match.states[ply]) is not None:
        ply = next((at for at in range(ply - 1, -1, -1) if match.states[at].side == side), None)
    return ply


def take_back_choice(match: Match, side: int, price: int) -> None:
    """Take a side's last decision back that it had a choice about, with the forced ones since."""
    choice = last_choice(match, side)
    while match.tree.timeline.own(side) != choice:
        match.take_back(side)
    match.take_back(side, price)
