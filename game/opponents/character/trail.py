"""How a position came about, as far as lines and memory ask for it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field

from game.opponents.doctrine.deeds import Done, deeds
from game.opponents.doctrine.observation import Observation, observe
from game.rules import Decision, Kind, Rulebook, State
from game.value import frozen

Held = dict[tuple[int, tuple[int, ...]], tuple[int, ...]]
"""By a side and some of its lines which of these hold."""


@frozen
class Trail:
    """What was done so far, and where the turn began.

    Attributes:
        turn: the position in which the turn began; the position itself outside a debate.
        before: the deeds before the turn.
        done: the deeds so far.
        motion: the motion on the table, or -1.
        held: which lines hold in this turn, as far as somebody has asked.
    """

    turn: State
    before: tuple[Done, ...]
    done: tuple[Done, ...]
    motion: int
    held: Held = field(factory=dict, eq=False, repr=False)

    @classmethod
    def of(cls, book: Rulebook, state: State, past: Sequence[tuple[State, Decision]]) -> Trail:
        """The trail that leads to a position."""
        seen = observe(book, state, past)
        return cls(seen.state, seen.done, deeds(book, past), seen.motion)

    def after(self, state: State, decision: Decision, then: State, done: Sequence[Done]) -> Trail:
        """The trail one decision further.

        Args:
            state: the position.
            decision: what was decided in it.
            then: the position that came of it.
            done: the deeds that the decision was.
        """
        so_far = (*self.done, *done) if done else self.done
        if then.debate is None:
            return Trail(then, so_far, so_far, -1)
        if not done:
            return self  # an answer that nobody is remembered for
        if decision.kind is Kind.TABLE:
            return Trail(state, self.done, so_far, decision.subject)
        return Trail(self.turn, self.before, so_far, self.motion, self.held)

    def seen(self, side: int) -> Observation:
        """What a side goes by."""
        return Observation(self.turn, self.before, side, self.motion)
