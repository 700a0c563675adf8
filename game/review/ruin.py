"""Where a game that collapsed was lost: the last position from which there was a way out.

That is a fact of the rules, and hangs on no estimate. How a motion is argued makes no difference to
it, so that whatever can still be agreed, refused or done is gone through, and not what is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from game.review.swing import ARGUING
from game.rules import Decision, Kind, Phase, Rulebook, State, advance, legal, verdict

MOST: Final = 4000
"""Nothing is said of a game of which more positions would have to be gone through."""


class WaysOut:
    """Tells from which positions a collapse can be averted, if both do what they can for it and the
    news allows it.

    Args:
        book: the rules.
        most: how many positions are gone through.
    """

    def __init__(self, book: Rulebook, most: int = MOST) -> None:
        self._book = book
        self._left = most
        self._known: dict[State, bool | None] = {}

    def has(self, state: State) -> bool | None:
        """Whether there is a way out; nothing if that would take too long to find out."""
        found = self._known.get(state)
        if found is None and state not in self._known:
            found = self._known[state] = self._found(state)
        return found

    def left(
        self, state: State, played: Decision, others: Iterable[Decision]
    ) -> frozenset[Decision]:
        """The decisions that left a way out of a position, if the one that was played left none."""
        if self.has(advance(self._book, state, played)) is not False:
            return frozenset()
        return frozenset(each for each in others if self.has(advance(self._book, state, each)))

    def _found(self, state: State) -> bool | None:
        if state.phase is Phase.END:
            return not verdict(self._book, state).collapsed
        if self._left <= 0:
            return None
        self._left -= 1
        open_question = False
        for after in sorted(self._after(state), key=self._heat):
            found = self.has(after)
            if found:
                return True
            open_question = open_question or found is None
        return None if open_question else False

    def _after(self, state: State) -> Iterator[State]:
        """Where it can go from a position; a motion that is tabled, with any argument."""
        tabled = set()
        for each in legal(self._book, state):
            if each.kind is Kind.TABLE and each.subject in tabled:
                continue
            if each.kind is Kind.TABLE:
                tabled.add(each.subject)
            if each.kind not in ARGUING:
                yield advance(self._book, state, each)

    def _heat(self, state: State) -> int:
        """How near the number that is nearest to its collapse has come to it."""
        return max(state.tracks[track] - at for track, at in self._book.collapses)


def no_return(
    book: Rulebook, states: Sequence[State], decisions: Sequence[Decision], ways: WaysOut
) -> int | None:
    """Of a game that collapsed, how many decisions came before the one after which there was no way
    out any more; nothing if there never was one, or if it cannot be told.

    Args:
        book: the rules.
        states: every position, the start first.
        decisions: every decision.
        ways: from where there is a way out.
    """
    if states[-1].phase is not Phase.END or not verdict(book, states[-1]).collapsed:
        return None
    for ply in reversed(range(len(decisions))):
        found = ways.has(states[ply])
        if found is None:
            return None
        if found:
            return ply
    return None
