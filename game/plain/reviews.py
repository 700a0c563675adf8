"""The review of a match in lines: what was skill and luck, what would have been better."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from threading import Lock
from typing import Final

from game.match import Match
from game.opponents.search import humble_pool
from game.plain.stopping import Stopped
from game.plain.unclear import UnclearError
from game.review.chain import finest
from game.review.evaluations import BUDGETS, QUICK
from game.review.evaluator import AT_ONCE, ReviewProgress, Work
from game.review.making import kept_review, make_review
from game.review.review_store import ReviewStore
from game.review.reviewed_line import ReviewedLine
from game.telling.debrief import debriefing
from game.telling.decided import say_decided, say_with_better
from game.telling.review import about, most, say_changes, say_mattered, say_unit, steps, totals
from game.telling.voice import Voice

Reviewing = Callable[[Match, int, ReviewProgress], ReviewedLine]
"""Finds out what there is to say of the line of play that is in front, with so many playouts, and
shows how far it is.
"""

STEP: Final = 10
"""After so many decisions it is said how far a review is."""

PARTS: Final = 4
"""Likewise after so many parts of what is played on."""


class SoFar:
    """Says how far a review is, whenever some more of it is done.

    Args:
        voice: who says it.
        says: is told the words.
    """

    def __init__(self, voice: Voice, says: Callable[[str], None]) -> None:
        self._voice = voice
        self._says = says
        self._last: tuple[object, ...] = ()
        self._lock = Lock()

    def __call__(self, progress: ReviewProgress) -> None:
        """It has come further, in whatever thread."""
        plays = progress.work is Work.PLAYING
        count = PARTS if plays else progress.decisions
        at = progress.place(count)
        done = at if plays else at // STEP * STEP
        step = progress.work, progress.look, done
        with self._lock:
            if done and step != self._last:
                self._last = step
                key = f"plain.review.{progress.work.value}"
                look, looks = progress.look
                self._says(self._voice.say(key, look=look, looks=looks, at=done, count=count))


def reviewing(
    match: Match,
    budget: int,
    progress: ReviewProgress,
    *,
    cache: Path | None = None,
    workers: bool = False,
) -> ReviewedLine:
    """Find out what is not known, and keep it, also if that is broken off.

    Args:
        match: the match; its present line of play is reviewed.
        budget: playouts for each seed of each position, unless more is known.
        progress: shows how far it is.
        cache: the folder for what cannot be kept beside the save; nowhere else if none.
        workers: whether there may be other processes.
    """
    line = match.tree.variation
    store = ReviewStore(match, line.number, cache)
    _, findings = store.load()
    before = len(findings)
    known = finest(line.timeline, findings.evaluations)
    budget = max(budget, known.budget if known else 0)
    pool = humble_pool(AT_ONCE) if workers else None
    try:
        with nullcontext() if pool is None else closing(pool):
            return make_review(
                line.timeline,
                findings,
                budget,
                thinker=pool,
                progress=progress,
                at_once=1 if pool is None else AT_ONCE,
            )
    finally:
        if len(findings) > before:
            store.keep(findings)


def mattered(
    voice: Voice, match: Match, variation: int, cache: Path | None = None
) -> tuple[str, ...]:
    """What mattered most by the review of a line of play, a line each, if one is kept.

    Args:
        voice: who tells it.
        match: the match.
        variation: which line of play.
        cache: the folder for what cannot be kept beside the save; nowhere else if none.
    """
    line = match.tree.variations[variation].timeline
    reviewed = kept_review(line, ReviewStore(match, variation, cache))
    return () if reviewed is None else say_mattered(voice, reviewed)


class Reviews:
    """Answers whoever wants to know what was skill and what was luck.

    Args:
        voice: who tells it.
        match: the match.
        made: finds it out.
        waits: is told the words for whoever has to wait.
    """

    def __init__(
        self, voice: Voice, match: Match, made: Reviewing, waits: Callable[[str], None]
    ) -> None:
        self._voice = voice
        self._match = match
        self._made = made
        self._waits = waits
        self._known: tuple[tuple[int, int], ReviewedLine] | None = None
        """What was found out last, and of which line after how many decisions."""

    def review(self, rest: str) -> Iterator[str]:
        """What the game was worth to both sides, what mattered, and what was better."""
        voice, found = self._voice, self._found(rest)
        yield voice.say("plain.heading", title=voice.say("review.decided"))
        yield from (f"  {each}" for each in say_decided(voice, found))
        told = most(voice, found)
        if told:
            yield voice.say("plain.heading", title=voice.say("review.most"))
        yield from (f"  {say_with_better(voice, found, each)}" for each in told)
        marked = [each for each in steps(voice, found) if each.mark]
        yield voice.say("plain.review.marks" if marked else "review.no_steps")
        for each in marked:
            yield voice.say("review.at", when=each.when, what=each.what)
            yield f"  {say_changes(voice, each)}"
            yield f"  {each.mark}"
            if each.better:
                yield f"  {each.better}"
        yield voice.say("plain.heading", title=voice.say("review.total.heading"))
        for row in totals(voice, found):
            first, second = (
                voice.say("review.change", side=voice.side_short(side), change=amount)
                for side, amount in enumerate(row.amounts)
            )
            total = voice.say("plain.review.total", what=row.label, first=first, second=second)
            yield f"  {total}"
        yield say_unit(voice)
        yield from about(voice, found)

    def debrief(self, rest: str) -> Iterator[str]:
        """The page to talk about the game by."""
        voice = self._voice
        for section in debriefing(voice, self._found(rest)):
            yield voice.say("plain.heading", title=section.heading)
            for number, words in enumerate(section.lines, 1):
                numbered = voice.say("plain.choice", number=number, words=words)
                yield f"  {numbered if section.asks else words}"

    def _found(self, how: str) -> ReviewedLine:
        """The review, looked at as closely as it is asked for.

        Raises:
            UnclearError: nobody knows how closely that is, there is nothing to review, or somebody
                has pressed Ctrl+C.
        """
        voice = self._voice
        budget = BUDGETS.get(how.lower()) if how else QUICK
        if budget is None:
            raise UnclearError(voice.say("plain.review.how"))
        if not self._match.decisions:
            raise UnclearError(voice.say("plain.review.nothing"))
        place = self._match.tree.current, len(self._match.decisions)
        if self._known is not None and self._known[0] == place and budget <= QUICK:
            return self._known[1]
        self._waits(voice.say("plain.review.waits"))
        try:
            found = self._made(self._match, budget, ReviewProgress(SoFar(voice, self._waits)))
        except Stopped as stopped:
            if stopped.signal != signal.SIGINT:
                raise
            self._waits("")  # the terminal has written what was pressed
            raise UnclearError(voice.say("plain.review.stopped")) from None
        self._known = place, found
        return found
