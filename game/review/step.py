"""The links of a review's chain: a decision or a draw, and a price that was paid."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from attrs import field

from game.review.evaluations import Millipoints
from game.review.glyphs import Glyph, Mark
from game.review.swing import Considered
from game.rules import Decision
from game.value import frozen

Share = tuple[Fraction, Fraction]
"""Per side a sum of millipoints, exactly."""


class StepKind(Enum):
    """What moved the worth of a position."""

    LUCK = "luck"
    SKILL = "skill"


@frozen
class Step:
    """One decision with a choice, or one draw, of a game.

    Attributes:
        ply: how many decisions came before it.
        side: who decided; nobody if Chance drew.
        kind: whether it is luck or skill.
        decision: what was decided or drawn.
        worth: per side what the position is worth in which it was, in millipoints.
        after: likewise the position after it.
        delta: per side what it brought beside what was to be expected.
        gap: per side how much more was to be expected than the position was worth: what the
            review itself had not foreseen.
        spread: per side how far the delta is in doubt.
        considered: what it was compared with: every outcome of a draw; the most promising
            decisions and the one that was taken.
        best: what was best for the side, the decision itself if it is as good; nothing of a draw.
        mark: what is to be said of it, if anything.
        better: the line that would have been better, which can be played at once.
        promised: the glyph that its first decision has at the same budget.
    """

    ply: int
    side: int
    kind: StepKind
    decision: Decision
    worth: Millipoints
    after: Millipoints
    delta: Share
    gap: Share
    spread: Millipoints
    considered: tuple[Considered, ...] = field(repr=False)
    best: Decision | None = None
    mark: Mark | None = None
    better: tuple[Decision, ...] = ()
    promised: Glyph | None = None

    @property
    def faint(self) -> tuple[bool, bool]:
        """Per side whether the delta is within its doubt."""
        return abs(self.delta[0]) <= self.spread[0], abs(self.delta[1]) <= self.spread[1]


@frozen
class TakenBack:
    """A price that was paid for taking something back.

    Attributes:
        ply: how many decisions came before the position in which it was paid.
        side: who paid.
        price: the points of score.
        delta: per side what that changed, in millipoints.
    """

    ply: int
    side: int
    price: int
    delta: Millipoints
