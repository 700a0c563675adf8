"""A line of play with everything that a review has found out about it."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from game.match import Timeline
from game.review.bargaining import Left, Point, left
from game.review.chain import Review
from game.review.debrief import Debrief, debrief
from game.review.reachable import Reachable


@frozen
class ReviewedLine:
    """A line of play with its review. Points are in millipoints.

    Attributes:
        line: the line of play.
        review: what came of what.
        reachable: what could be reached together from its start; nothing if that was not asked.
        debrief: what there is to talk about.
    """

    line: Timeline
    review: Review
    reachable: Reachable | None
    debrief: Debrief

    @classmethod
    def of(cls, line: Timeline, review: Review, reachable: Reachable | None) -> ReviewedLine:
        """A line of play with what was found out."""
        lost = None if reachable is None else _left(review, reachable)
        return cls(
            line, review, reachable, debrief(line, review, None if lost is None else lost.both)
        )

    @property
    def reached(self) -> Point:
        """What the game has come to."""
        first, second = self.review.end
        return Fraction(first), Fraction(second)

    @property
    def without_luck(self) -> Point:
        """What it would have come to if Chance had brought nobody anything."""
        return _without_luck(self.review)

    @property
    def left(self) -> Left | None:
        """What was left on the table: how much more could be had than that."""
        return None if self.reachable is None else _left(self.review, self.reachable)


def _without_luck(review: Review) -> Point:
    return review.end[0] - review.luck[0], review.end[1] - review.luck[1]


def _left(review: Review, reachable: Reachable) -> Left:
    return left((*reachable.points, reachable.frozen), _without_luck(review))
