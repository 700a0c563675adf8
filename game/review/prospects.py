"""What mattered most in a game, and what would mostly have come of something else instead."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from game.interval import Figure, mean, share
from game.opponents.search import CancelledSearchError
from game.review.chain import Review
from game.review.evaluator import ReviewProgress
from game.review.links import PlayedLine
from game.review.step import Step
from game.rules import NOBODY, Decision, Rulebook, State, advance, chances, digest, verdict
from game.value import frozen

DECISIONS: Final = 3
DRAWS: Final = 1
"""So many decisions, and so many pieces of news, are said to have mattered most."""

FEWEST: Final = 100
"""Of fewer continuations no share is told."""


def mattered(review: Review, decisions: int = DECISIONS, draws: int = DRAWS) -> tuple[Step, ...]:
    """The decisions and the draws that moved most, beyond their spread, in the order of the game.

    Of those that moved as much the earlier ones. The one after which nothing helped any more is
    among them, however little it seems to have moved.
    """
    last = [step for step in review.steps if step.ply == review.no_return]
    most = [
        *_largest([step for step in review.steps if step.side != NOBODY], decisions, last),
        *_largest([step for step in review.steps if step.side == NOBODY], draws, last),
    ]
    return tuple(sorted(most, key=lambda step: step.ply))


def _largest(steps: Sequence[Step], most: int, always: Sequence[Step]) -> list[Step]:
    first = [step for step in steps if step in always]
    sure = [step for step in steps if not all(step.faint) and step not in always]
    return [*first, *sorted(sure, key=lambda step: -_size(step))][:most]


def _size(step: Step) -> int:
    """By how many millipoints a step moved the side that it moved more, if that is sure."""
    return max(
        0 if faint else round(abs(each)) for each, faint in zip(step.delta, step.faint, strict=True)
    )


@frozen
class Prospect:
    """What came of a position, played on to the end many times.

    Attributes:
        count: how many times.
        endings: by the name of the verdict its share; only those that came up, the likeliest
            first.
        payoffs: per side the mean payoff, in hundredths.
        policy: what both sides played by.
    """

    count: int
    endings: tuple[tuple[str, Figure], ...]
    payoffs: tuple[Figure, Figure]
    policy: str

    def ending(self, name: str) -> Figure:
        """The share of an ending."""
        return next((found for each, found in self.endings if each == name), share(0, self.count))


@frozen
class WhatIf:
    """What mostly comes of what was decided or drawn, and of something else in its place.

    Attributes:
        ply: how many decisions came before it.
        played: what comes of what was.
        instead: what comes of the other decision; after a draw, of whatever else might have come,
            by weight.
        decision: the other decision; nothing after a draw.
    """

    ply: int
    played: Prospect
    instead: Prospect
    decision: Decision | None


def what_if(
    line: PlayedLine,
    step: Step,
    *,
    decision: Decision | None = None,
    count: int = FEWEST,
    progress: ReviewProgress | None = None,
) -> WhatIf:
    """Play on from a step as it was, and as it was not. Costs a second or two.

    Both are played on with the same numbers for Chance and for both sides. The same step and
    count have the same shares.

    Args:
        line: the line of play.
        step: one of its steps.
        decision: what to put in its place; if nothing is given, what the mark of the step names,
            or what was best, or if that was played the next best.
        count: how many times each, at least 100.
        progress: shows how far it is, and cancels it.

    Raises:
        CancelledSearchError: it was cancelled.
        ValueError: so few continuations say nothing, or there was nothing else.
    """
    if count < FEWEST:
        raise ValueError(f"{count} continuations are too few to tell shares: at least {FEWEST}")
    book, state = line.book, line.states[step.ply]
    progress = progress or ReviewProgress()
    progress.done, progress.playouts = 0, 2 * count
    seed = f"continued/{digest(book, state)}"
    other = None if step.side == NOBODY else decision or _instead(step)
    after = advance(book, state, step.decision)
    return WhatIf(
        step.ply,
        prospect(book, lambda _: after, seed, count, progress),
        prospect(book, _other(book, state, step, other), seed, count, progress),
        other,
    )


def _instead(step: Step) -> Decision:
    """What else there was to decide."""
    if step.mark is not None and step.mark.instead is not None:
        return step.mark.instead.decision
    if step.best is not None and step.best != step.decision:
        return step.best
    others = [each for each in step.considered if each.decision != step.decision]
    if not others:
        raise ValueError(f"nothing but {step.decision.text!r} was considered")
    return max(others, key=lambda each: each.evaluated.picked[step.side]).decision


def _other(
    book: Rulebook, state: State, step: Step, other: Decision | None
) -> Callable[[float], State]:
    """By a number from 0 to less than 1 the position after what did not happen."""
    if other is not None:
        after = advance(book, state, other)
        return lambda _: after
    from game.opponents.search.rollout import draw  # noqa: PLC0415 - not to read what is kept

    deck = tuple(each for each in chances(book, state) if each[0] != step.decision)
    return lambda number: advance(book, state, draw(deck, number))


def prospect(
    book: Rulebook,
    begin: Callable[[float], State],
    seed: str,
    count: int = FEWEST,
    progress: ReviewProgress | None = None,
) -> Prospect:
    """Play on to the end many times, quickly.

    Args:
        book: the rules.
        begin: the position, by a number from 0 to less than 1 if it is not always the same one.
        seed: what Chance and both sides draw from.
        count: how many times.
        progress: shows how far it is, and cancels it.

    Raises:
        CancelledSearchError: it was cancelled.
    """
    from game.opponents.search import Evaluation, Rollout  # noqa: PLC0415 - not to read what is kept
    from game.opponents.search.quick import QUICK, QuickPolicy  # noqa: PLC0415 - as above

    policy, evaluation = QuickPolicy(book), Evaluation(book)
    endings: Counter[str] = Counter()
    payoffs: list[tuple[int, int]] = []
    for number in range(count):
        if progress is not None and progress.cancelled:
            raise CancelledSearchError("the review was cancelled")
        name = f"{seed}/{number}"
        first = random.Random(name).random()  # noqa: S311 - a game, no secret
        end = verdict(book, Rollout(book, policy, evaluation, seed=name).last(begin(first)))
        endings[end.name] += 1
        payoffs.append(end.payoffs)
        if progress is not None:
            progress.did(1)
    ranked = sorted(endings.items(), key=lambda each: (-each[1], each[0]))
    return Prospect(
        count,
        tuple((name, share(hits, count)) for name, hits in ranked),
        (mean([one for one, _ in payoffs]), mean([two for _, two in payoffs])),
        QUICK,
    )
