"""Steps that happen by themselves: in a debate a side may have nothing to choose from."""

from __future__ import annotations

from game.match import Match
from game.rules import Decision, Rulebook, State, legal


def forced(book: Rulebook, state: State) -> Decision | None:
    """The one thing that can be done in the debate on the table; nothing if there is a choice."""
    if state.debate is None:
        return None
    options = legal(book, state)
    return options[0] if len(options) == 1 else None


def forced_since(match: Match, side: int) -> int:
    """How many steps of a side were forced since it last had a choice."""
    count = 0
    for state in reversed(match.states[:-1]):
        if state.side == side:
            if forced(match.book, state) is None:
                break
            count += 1
    return count
