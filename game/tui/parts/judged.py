"""What a review that is kept says: looked up in a thread, never made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from game.match import Match, Timeline
from game.match.review_files import any_reviewed, review_homes
from game.telling.voice import Voice
from game.tui.screens.front import Front

if TYPE_CHECKING:
    from game.review.reviewed_line import ReviewedLine
    from game.review.shelf import ReviewShelf
    from game.telling.review import StepTold

    Judged = Mapping[int, StepTold]
    """By the number of decisions up to it, a decision that has a mark."""

T = TypeVar("T")


class KeptReviews(Generic[T]):
    """Looks for the reviews of a match.

    Args:
        screen: the screen that shows something of them.
        match: the match.
        read: what of a review is wanted; it is read in the thread.
        found: is told of it and of the number of the line of play, if its review is kept.
    """

    def __init__(
        self,
        screen: Front[Any],
        match: Match,
        read: Callable[[Voice, ReviewedLine], T],
        found: Callable[[int, T], None],
    ) -> None:
        self._screen = screen
        self._match = match
        self._wanted = read
        self._found = found

    def look(self, variation: int, cache: Path | None, shelf: ReviewShelf) -> None:
        """Look for the review of a line of play: at hand, beside its save, in the cache folder."""
        if self._match.journal is not None:
            played = self._match.tree.variations[variation].timeline
            # As it is now: play may go on meanwhile.
            line = played.fork(len(played.decisions))
            work = partial(self._look, variation, line, cache, shelf)
            self._screen.app.run_worker(work, thread=True, group=f"kept {id(self)}")

    def _look(self, variation: int, line: Timeline, cache: Path | None, shelf: ReviewShelf) -> None:
        if not any_reviewed(review_homes(self._match, cache)):
            return
        # What reads a review is imported in the thread.
        from game.review.review_store import ReviewStore  # noqa: PLC0415 - most matches have none

        kept = shelf.look(line, ReviewStore(self._match, variation, cache))
        if kept.reviewed is not None and kept.found.fit.holds:
            told = self._wanted(Voice(line.book), kept.reviewed)
            self._screen.call_later(self._found, variation, told)
        # So is the screen that shows it, as it is likely to be opened.
        import game.tui.screens.review  # noqa: F401, PLC0415


def marks(voice: Voice, reviewed: ReviewedLine) -> Judged:
    """The decisions that have a mark."""
    from game.telling.review import step_told  # noqa: PLC0415 - in the thread

    return {
        step.ply + 1: step_told(voice, reviewed, step)
        for step in reviewed.review.steps
        if step.mark is not None
    }


def mattered(voice: Voice, reviewed: ReviewedLine) -> tuple[str, ...]:
    """What mattered most, a line each: what was decided or drawn, and what it was."""
    from game.telling.review import say_mattered  # noqa: PLC0415 - in the thread

    return say_mattered(voice, reviewed)
