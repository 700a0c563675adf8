"""What there is to talk about after a game: what each side wanted, got and gave up, what the chain
of motions came to, and which questions the game itself raises. Values, without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from game.match import Timeline
from game.review.chain import Review
from game.review.discussions import Discussion, discussions
from game.review.ladder_story import LadderStory, ladder_story
from game.rules import Cause, Consequence, Rule, What, met, verdict
from game.value import frozen

PARTS: Final = 3
"""So many parts of a score are named, the largest ones."""


@frozen
class ScorePart:
    """What one thing has brought or cost a side, in points of its score."""

    cause: Cause
    amount: int


@frozen
class SideDebrief:
    """How a game went for a side. What it was worth is in millipoints.

    Attributes:
        side: which.
        score: its score when play ended, or now.
        final: the score with the objectives that are met.
        threshold: what it needed.
        objectives: per objective of its own its place in the scenario, and whether it is met.
        gained: what brought it most, the largest first.
        lost: what cost it most, the largest first.
        spent: how much capital it has paid for everything.
        let_pass: motions of the other side that were carried and gave that side more.
        start: what the first position was worth to it.
        end: the payoff, or what the last position is worth.
        luck: what Chance brought it.
        own: what its own decisions brought it.
        others: what the other side's decisions brought it.
        gap: what the review had not foreseen.
        taken_back: what the prices of taking something back changed.
    """

    side: int
    score: int
    final: int
    threshold: int
    objectives: tuple[tuple[int, bool], ...]
    gained: tuple[ScorePart, ...]
    lost: tuple[ScorePart, ...]
    spent: int
    let_pass: tuple[str, ...]
    start: int
    end: int
    luck: Fraction
    own: Fraction
    others: Fraction
    gap: Fraction
    taken_back: Fraction


@frozen
class Debrief:
    """What there is to talk about after a game.

    Attributes:
        sides: how it went for each.
        story: how far one motion led to the next, what came first, and who contradicted itself.
        left: how much more both could have had, each as much as the other, in millipoints; nothing
            if it is not known.
        questions: three questions to discuss.
    """

    sides: tuple[SideDebrief, SideDebrief]
    story: LadderStory
    left: Fraction | None
    questions: tuple[Discussion, ...]


def debrief(line: Timeline, review: Review, left: Fraction | None = None) -> Debrief:
    """What there is to talk about after a line of play.

    Args:
        line: the line of play, to its end or not.
        review: its review.
        left: how much more both could have had, in millipoints, if it is known.
    """
    first, second = (_side(line, review, side) for side in (0, 1))
    story = ladder_story(line)
    return Debrief((first, second), story, left, discussions(line, review, story, left))


# ---------------------------------------------------------------------- each side


def _side(line: Timeline, review: Review, side: int) -> SideDebrief:
    book, state = line.book, line.state
    name = book.track_ids[book.score[side]]
    purse = book.track_ids[book.capital[side]]
    parts: dict[tuple[Rule, str], ScorePart] = {}
    spent = 0
    for each in _tracks(line):
        if each.subject == purse and each.amount < 0:
            spent -= each.amount
        if each.subject == name:
            key = each.cause.rule, each.cause.subject
            before = parts[key].amount if key in parts else 0
            parts[key] = ScorePart(each.cause, before + each.amount)
    ranked = sorted(parts.values(), key=lambda part: -abs(part.amount))
    # After a collapse none of them counts.
    reached = verdict(book, state).objectives if review.over else met(book, state)
    objectives = [
        (place, done)
        for place, ((owner, _, _), done) in enumerate(zip(book.objectives, reached, strict=True))
        if owner == side
    ]
    score = state.tracks[book.score[side]]
    return SideDebrief(
        side=side,
        score=score,
        final=score + sum(book.objectives[place][2] * done for place, done in objectives),
        threshold=book.threshold[side],
        objectives=tuple(objectives),
        gained=tuple(part for part in ranked if part.amount > 0)[:PARTS],
        lost=tuple(part for part in ranked if part.amount < 0)[:PARTS],
        spent=spent,
        let_pass=tuple(_let_pass(line, side)),
        start=review.start[side],
        end=review.end[side],
        luck=review.luck[side],
        own=review.skill(side)[side],
        others=review.skill(1 - side)[side],
        gap=review.gap[side],
        taken_back=review.takebacks[side],
    )


def _tracks(line: Timeline) -> Iterator[Consequence]:
    return (each for changes in line.consequences for each in changes if each.what is What.TRACK)


def _let_pass(line: Timeline, side: int) -> Iterator[str]:
    """Motions of the other side that were carried and gave that one more."""
    book = line.book
    mine, yours = (book.track_ids[book.score[each]] for each in (side, 1 - side))
    for before, changes in zip(line.states, line.consequences, strict=False):
        debate = before.debate
        carried = [each.subject for each in changes if each.what is What.CARRIED]
        if not carried or debate is None or debate.speaker == side:
            continue
        given = [each for each in changes if each.what is What.TRACK]
        own = sum(each.amount for each in given if each.subject == mine)
        other = sum(each.amount for each in given if each.subject == yours)
        if other > own:
            yield carried[0]
