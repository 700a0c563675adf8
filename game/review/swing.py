"""By how much two things that could be decided or drawn differ in worth, and how far that is in
doubt. What is in doubt never counts: a difference is taken for as small as it may turn out to be.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import field

from game.review.evaluations import DOUBT, Evaluated, Millipoints, difference, doubt_together
from game.rules import Decision, Kind, Rulebook
from game.value import frozen

NOTABLE: Final = 20
"""What counts at all, in millipoints."""

MUCH: Final = 50
"""What counts for much."""

ARGUING: Final = (Kind.REBUT, Kind.REJOIN)
"""Arguments against the other side."""


@frozen
class Considered:
    """A decision, or an outcome of a draw, with what it leads to.

    Attributes:
        decision: the decision.
        evaluated: what the position after it is worth.
        weight: of an outcome, how likely it is beside the others.
        for_itself: of a decision, whether its side means to give the other one nothing by it.
    """

    decision: Decision
    evaluated: Evaluated
    weight: int = 0
    for_itself: bool = False


@frozen
class Swing:
    """By how much two things differ in worth, in millipoints.

    Attributes:
        delta: per side.
        spread: per side how far that is in doubt.
        doubt: how far it is on both sides together.
        for_itself: whether who brought it about meant to give the other side nothing.
    """

    delta: tuple[Fraction, Fraction]
    spread: Millipoints
    doubt: int = field()

    for_itself: bool = False

    @doubt.default
    def _most(self) -> int:
        return sum(self.spread)

    def rises(self, side: int, least: int = NOTABLE) -> bool:
        """Whether it is more for a side, by so much beyond doubt."""
        return self.delta[side] - self.spread[side] >= least

    def falls(self, side: int, least: int = NOTABLE) -> bool:
        """Whether it is less for a side, likewise."""
        return -self.delta[side] - self.spread[side] >= least

    def harms(self, side: int) -> bool:
        """Whether it seems to be less for a side, beyond doubt or not."""
        return -self.delta[side] >= NOTABLE

    @property
    def gains(self) -> bool:
        """Whether it is more for both together, beyond doubt."""
        return sum(self.delta) - self.doubt >= NOTABLE

    @property
    def wastes(self) -> bool:
        """Whether it is less for both together, likewise."""
        return -sum(self.delta) - self.doubt >= NOTABLE


def swing(one: Considered, other: Considered, doubt: int = DOUBT) -> Swing:
    """By how much one decision is worth more than another, and how far that is in doubt."""
    (first, second), spread = difference(one.evaluated, other.evaluated, doubt)
    together = doubt_together(one.evaluated, other.evaluated, doubt)
    return Swing((Fraction(first), Fraction(second)), spread, together, one.for_itself)


def for_itself(book: Rulebook, side: int, decision: Decision) -> bool:
    """Whether a side means to give the other one nothing by a decision, whatever comes of it: it
    argues, or tables what pays itself more. That may be a mistake, but is no signal, no trust, and
    does not give way.
    """
    if decision.kind is not Kind.TABLE:
        return decision.kind in ARGUING
    pays = dict(book.motion_value[decision.subject])
    own, other = (pays.get(book.score[each], 0) for each in (side, 1 - side))
    return own > other
