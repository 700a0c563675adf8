"""A line of play with everything that a review has found out about it."""

from __future__ import annotations

from fractions import Fraction

from game.match import Timeline
from game.review.bargaining import Left, Point, left
from game.review.chain import Review
from game.review.debrief import Debrief, debrief
from game.review.evaluations import TO_A_HUNDREDTH
from game.review.payoffs import payoff_range
from game.review.reachable import Reachable
from game.rules import NOBODY
from game.value import frozen


@frozen
class ReviewedLine:
    """A line of play with its review. Points are in millipoints.

    Attributes:
        line: the line of play.
        review: what came of what.
        reachable: what could be reached together from some position of it; nothing if that was
            not asked.
        debrief: what there is to talk about.
    """

    line: Timeline
    review: Review
    reachable: Reachable | None
    debrief: Debrief

    @classmethod
    def of(cls, line: Timeline, review: Review, reachable: Reachable | None) -> ReviewedLine:
        """A line of play with what was found out."""
        lost = None if reachable is None else _left(line, review, reachable)
        return cls(
            line, review, reachable, debrief(line, review, None if lost is None else lost.both)
        )

    @property
    def begun(self) -> Point:
        """What the position was worth from which the reachable was looked for; else the first."""
        return _begun(self.review, self.plane_ply)

    @property
    def plane_ply(self) -> int:
        """How many decisions had been taken there."""
        return 0 if self.reachable is None else self.reachable.ply

    @property
    def reached(self) -> Point:
        """What the game has come to."""
        return _reached(self.review)

    @property
    def without_luck(self) -> Point:
        """What it would have come to if Chance had brought nobody anything from there on."""
        return _without_luck(self.line, self.review, self.plane_ply)

    @property
    def left(self) -> Left | None:
        """What was left on the table: how much more could be had than that."""
        return None if self.reachable is None else _left(self.line, self.review, self.reachable)


def _begun(review: Review, ply: int) -> Point:
    step = next((step for step in review.steps if step.ply >= ply), None)
    first, second = review.end if step is None else step.worth
    return Fraction(first), Fraction(second)


def _reached(review: Review) -> Point:
    return Fraction(review.end[0]), Fraction(review.end[1])


def _without_luck(line: Timeline, review: Review, ply: int) -> Point:
    """Never less or more than any ending is worth: what luck has brought, and what became of it,
    are not found by the same looks, and luck may have brought what was thrown away later.
    """
    first, second = _reached(review)
    for step in review.steps:
        if step.side == NOBODY and step.ply >= ply:
            first, second = first - step.delta[0], second - step.delta[1]
    least, most = (TO_A_HUNDREDTH * each for each in payoff_range(line.book.scenario))
    bounds = Fraction(least), Fraction(most)
    one, two = (min(max(each, bounds[0]), bounds[1]) for each in (first, second))
    return one, two


def _left(line: Timeline, review: Review, reachable: Reachable) -> Left:
    points = (*reachable.points, reachable.frozen)
    return left(points, _without_luck(line, review, reachable.ply))
