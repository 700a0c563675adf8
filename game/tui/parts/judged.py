"""What a review that is kept says of each decision: looked up in a thread, never made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from game.match import Match, Timeline
from game.review.chain import finest
from game.review.review_store import ReviewStore
from game.review.reviewed_line import ReviewedLine
from game.telling.review import StepTold, step_told
from game.telling.voice import Voice
from game.tui.screens.front import Front

Judged = Mapping[int, StepTold]
"""By the number of decisions up to it, a decision that has a mark."""


class KeptMarks:
    """Looks for the reviews of a match.

    Args:
        screen: the screen that shows the marks.
        match: the match.
        found: is told of the marks of a line of play, if its review is kept.
    """

    def __init__(
        self, screen: Front[Any], match: Match, found: Callable[[int, Judged], None]
    ) -> None:
        self._screen = screen
        self._match = match
        self._found = found

    def look(self, variation: int, cache: Path | None) -> None:
        """Look for the review of a line of play: beside its save, else in the cache folder."""
        if self._match.journal is not None:
            played = self._match.tree.variations[variation].timeline
            # As it is now: play may go on meanwhile.
            line = played.fork(len(played.decisions))
            store = ReviewStore(self._match, variation, cache)
            work = partial(self._look, variation, line, store)
            self._screen.app.run_worker(work, thread=True, group=f"marks {id(self)}")

    def _look(self, variation: int, line: Timeline, store: ReviewStore) -> None:
        found, findings = store.load()
        known = finest(line, findings.evaluations) if found.fit.holds else None
        if known is None:
            return
        reviewed, voice = ReviewedLine.of(line, known, None), Voice(line.book)
        marks = {
            step.ply + 1: step_told(voice, reviewed, step)
            for step in known.steps
            if step.mark is not None
        }
        self._screen.call_later(self._found, variation, marks)
