"""Making a whole review of a line of play out of what is known, and finding out what is not."""

from __future__ import annotations

from collections.abc import Callable

from game.match import Timeline
from game.opponents.search import Thinker
from game.review.chain import Review, finest, review
from game.review.evaluations import NORMAL
from game.review.evaluator import ReviewProgress, Work, in_background
from game.review.kept import Findings, Way
from game.review.reachable import Reachable, effort_of, frozen_worth, reachable
from game.review.review_store import ReviewStore
from game.review.reviewed_line import ReviewedLine
from game.review.shelf import Shelved
from game.rules import digest
from game.value import frozen


def make_review(
    line: Timeline,
    findings: Findings,
    budget: int,
    *,
    thinker: Thinker | None = None,
    progress: ReviewProgress | None = None,
    told: Callable[[Review], None] = lambda _: None,
    at_once: int = 1,
    plane: int = 0,
) -> ReviewedLine:
    """Review a line of play, with what could be reached together from one of its positions.

    Args:
        line: the line of play.
        findings: what is known. Everything that is found out is added to it at once.
        budget: playouts for each seed of each position.
        thinker: who does the thinking; this process if nobody is named.
        progress: shows how far it is, and cancels it. First it counts playouts, then games that
            are played on.
        told: is told of each coarser review, and of the last one before it is played on.
        at_once: how much is looked at at the same time, by a thinker that several threads may ask.
        plane: after how many decisions the position is from which it is looked for what could be
            reached.

    Raises:
        CancelledSearchError: it was cancelled.
        OpponentError: whoever thinks could not go on.
    """
    progress = progress or ReviewProgress()
    found = review(
        line,
        budget,
        thinker=thinker,
        progress=progress,
        known=findings.evaluations,
        told=told,
        at_once=at_once,
    )
    told(found)
    reached = _reachable(line, plane, findings, budget, thinker, progress, at_once)
    return ReviewedLine.of(line, found, reached)


def kept_review(line: Timeline, store: ReviewStore) -> ReviewedLine | None:
    """The finest review that is kept; nothing if there is none. It is looked up, and never made.

    Args:
        line: the line of play.
        store: where its review is kept.
    """
    kept = look_up(line, store)
    return kept.reviewed if kept.found.fit.holds else None


def known_review(
    line: Timeline, findings: Findings, budget: int, plane: int = 0
) -> ReviewedLine | None:
    """What ``make_review`` makes if nothing has to be found out for it; else nothing."""
    known = finest(line, findings.evaluations)
    if known is None or known.budget != budget or known.provisional is (budget >= NORMAL):
        return None
    reached = known_reachable(line, plane, findings, budget)
    return None if reached is None else ReviewedLine.of(line, known, reached)


def look_up(line: Timeline, store: ReviewStore) -> Shelved:
    """What is kept of a line of play."""
    found, findings = store.load()
    known = finest(line, findings.evaluations)
    if known is None:
        return Shelved(found, None)
    reached = known_reachable(line, 0, findings, known.budget)
    return Shelved(found, ReviewedLine.of(line, known, reached))


def known_reachable(line: Timeline, ply: int, findings: Findings, budget: int) -> Reachable | None:
    """What could be reached together from a position, if that is known.

    Args:
        line: the line of play.
        ply: after how many decisions the position is.
        findings: what is known.
        budget: playouts for each seed of each position of the review that it belongs to.
    """
    book, state, effort = line.book, line.states[ply], effort_of(budget)
    way = findings.ways.get((digest(book, state), effort))
    if way is None:
        return None
    return Reachable(ply, effort, way.plays, way.searched, frozen_worth(book, state))


def _reachable(
    line: Timeline,
    ply: int,
    findings: Findings,
    budget: int,
    thinker: Thinker | None,
    progress: ReviewProgress,
    at_once: int,
) -> Reachable:
    if (known := known_reachable(line, ply, findings, budget)) is not None:
        return known
    book, state, effort = line.book, line.states[ply], effort_of(budget)
    progress.work, progress.done, progress.playouts = Work.PLAYING, 0, 0

    def told(done: int, every: int) -> None:
        if not progress.playouts:
            progress.begin_part(every)
        progress.done, progress.playouts = done, every
        progress.told(progress)

    with progress.search() as search:
        found = reachable(
            book,
            state,
            ply,
            effort,
            thinker=in_background(thinker),
            threads=at_once,
            progress=search,
            told=told,
        )
    name = digest(book, state)
    findings.ways[name, effort] = Way(name, effort, found.plays, found.searched)
    return found


# ---------------------------------------------------------------------- verifying


@frozen
class Proof:
    """What came of finding out anew what is known.

    Attributes:
        count: how many numbers were compared.
        differ: how many are others.
    """

    count: int
    differ: int


def compared(known: Findings, anew: Findings) -> Proof:
    """What is known of the same positions, budgets and efforts, compared."""
    count = differ = 0
    for budget, each in anew.evaluations:
        there = known.evaluations.get(budget, each.digest)
        count += there is not None
        differ += there is not None and there != each
    for key, way in anew.ways.items():
        before = known.ways.get(key)
        count += before is not None
        differ += before is not None and before != way
    return Proof(count, differ)
