"""What a review that is kept says of each decision: looked up in a thread, never made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.match import Match, Timeline
from game.telling.voice import Voice
from game.tui.screens.front import Front

if TYPE_CHECKING:
    from game.review.review_store import ReviewStore
    from game.telling.review import StepTold

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
            from game.review.review_store import ReviewStore  # noqa: PLC0415 - not before it is asked

            played = self._match.tree.variations[variation].timeline
            # As it is now: play may go on meanwhile.
            line = played.fork(len(played.decisions))
            store = ReviewStore(self._match, variation, cache)
            work = partial(self._look, variation, line, store)
            self._screen.app.run_worker(work, thread=True, group=f"marks {id(self)}")

    def _look(self, variation: int, line: Timeline, store: ReviewStore) -> None:
        # What reads a review is imported here, in the thread.
        from game.review.chain import finest  # noqa: PLC0415
        from game.review.reviewed_line import ReviewedLine  # noqa: PLC0415
        from game.telling.review import step_told  # noqa: PLC0415

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
