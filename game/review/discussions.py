"""Questions to discuss after a game: those first that the game itself raises most."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from itertools import islice
from typing import Final

from game.match import Timeline
from game.review.chain import Review
from game.review.glyphs import Glyph
from game.review.ladder_story import LadderStory
from game.review.step import Step
from game.review.swing import MUCH
from game.rules import NOBODY, Phase, verdict
from game.value import frozen

QUESTIONS: Final = 3
"""So many questions are asked."""


class Topic(Enum):
    """What a question to discuss is about."""

    COLLAPSE = "collapse"
    """Both have lost all."""
    ALONE = "alone"
    """One side succeeded without the other."""
    LEFT = "left"
    """Both could have had more."""
    EXPLOITED = "exploited"
    """Trust was taken advantage of."""
    DARED = "dared"
    """Brinkmanship worked."""
    REFUSED_FIRST = "refused_first"
    """The first motion failed before any was carried."""
    CEILING = "ceiling"
    """The ceiling closed the next tier."""
    MISSED = "missed"
    """Something else was better for both."""
    SIGNAL = "signal"
    """A side gave something up."""
    CONTRADICTION = "contradiction"
    """A side contradicted its own record."""
    LUCK = "luck"
    """Chance mattered much."""
    BARGAIN = "bargain"
    """Both succeeded."""
    GAVE_FIRST = "gave_first"
    """Who let the first motion pass."""
    WANTED = "wanted"
    """What each side wanted, and what the other knew of it."""
    EARLIER = "earlier"
    """What would have made each side trust the other earlier."""
    ELSEWHERE = "elsewhere"
    """Where else it is like that."""


@frozen
class Discussion:
    """A question to discuss.

    Attributes:
        topic: what it is about.
        ply: how many decisions came before what it is about; -1 if it is about the whole game.
        side: the side that it is about, or nobody.
        subject: the id of the motion that it is about; may be empty.
        amount: how much it is about, in millipoints or as a tier.
    """

    topic: Topic
    ply: int = -1
    side: int = NOBODY
    subject: str = ""
    amount: int = 0


def discussions(
    line: Timeline, review: Review, story: LadderStory, left: Fraction | None
) -> tuple[Discussion, ...]:
    """Three questions that a line of play raises.

    Args:
        line: the line of play.
        review: its review.
        story: what became of its motions.
        left: how much more both could have had, in millipoints, if it is known.
    """
    return tuple(islice(_raised(line, review, story, left), QUESTIONS))


def _raised(
    line: Timeline,
    review: Review,
    story: LadderStory,
    left: Fraction | None,
) -> Iterator[Discussion]:
    """The questions that a game raises, those first that it raises most."""
    yield from _of_the_end(line)
    if left is not None and left >= MUCH and review.over:
        yield Discussion(Topic.LEFT, amount=int(left))
    for glyph, topic in _GLYPHS:
        if (step := _heaviest(review, glyph)) is not None:
            yield Discussion(topic, step.ply, step.side, amount=_weight(step))
    carried, failed = story.carried, story.failed
    if failed is not None and story.cart_first:
        yield Discussion(Topic.REFUSED_FIRST, failed.ply, failed.side, failed.motion)
    if story.chain.closed and not story.chain.whole:
        yield Discussion(Topic.CEILING, amount=story.chain.highest + 1)
    if (step := _heaviest(review, Glyph.COSTLY_SIGNAL)) is not None:
        yield Discussion(Topic.SIGNAL, step.ply, step.side, amount=_weight(step))
    for each in story.contradictions[:1]:
        yield Discussion(Topic.CONTRADICTION, each.ply, each.side)
    if _both_succeed(line):
        yield Discussion(Topic.BARGAIN)
    luckiest = max((0, 1), key=lambda side: abs(review.luck[side]))
    if abs(review.luck[luckiest]) >= MUCH:
        yield Discussion(Topic.LUCK, side=luckiest, amount=int(review.luck[luckiest]))
    if carried is not None:
        yield Discussion(Topic.GAVE_FIRST, carried.ply, carried.side, carried.motion)
    yield Discussion(Topic.WANTED)
    yield Discussion(Topic.EARLIER)
    yield Discussion(Topic.ELSEWHERE)


_GLYPHS: Final = (
    (Glyph.EXPLOITED_TRUST, Topic.EXPLOITED),
    (Glyph.BRINKMANSHIP, Topic.DARED),
    (Glyph.MISSED_JOINT_GAIN, Topic.MISSED),
)


def _of_the_end(line: Timeline) -> Iterator[Discussion]:
    if line.state.phase is not Phase.END:
        return
    end = verdict(line.book, line.state)
    if end.collapsed:
        yield Discussion(Topic.COLLAPSE, subject=end.collapsed[0])
    elif end.succeeds(0) != end.succeeds(1):
        yield Discussion(Topic.ALONE, side=0 if end.succeeds(0) else 1)


def _both_succeed(line: Timeline) -> bool:
    if line.state.phase is not Phase.END:
        return False
    end = verdict(line.book, line.state)
    return end.succeeds(0) and end.succeeds(1)


def _heaviest(review: Review, glyph: Glyph) -> Step | None:
    """The step with a glyph that weighs most."""
    found = [step for step in review.steps if step.mark is not None and step.mark.glyph is glyph]
    return max(found, key=_weight, default=None)


def _weight(step: Step) -> int:
    """By how much both sides together would have had more or less."""
    return 0 if step.mark is None else sum(map(abs, step.mark.gain))
