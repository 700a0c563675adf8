"""Reviewing a line of play while the screen stays alive: in a thread, by workers of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from game.match import Match, Timeline
from game.opponents.search import CancelledSearchError, humble_pool
from game.review.chain import Review, finest
from game.review.evaluator import AT_ONCE, ReviewProgress, Work
from game.review.kept import Findings, Fit
from game.review.making import known_reachable, make_review
from game.review.prospects import what_if
from game.review.review_store import Found, ReviewStore
from game.review.reviewed_line import ReviewedLine
from game.review.shelf import ReviewShelf, Shelved
from game.review.step import Step
from game.telling.messages import english
from game.telling.review import say_found, say_stored
from game.telling.voice import Voice
from game.telling.what_if import say_what_if
from game.tui.screens.front import Front


class Reviewing:
    """Finds out what there is to say of a line of play, and keeps it.

    What is known is there at once; what is not is found out coarsely first. The threads here only
    wait for the workers, as far as there may be any.

    Args:
        screen: the screen that shows it.
        match: the match.
        variation: the number of the line of play.
        cache: the folder for what cannot be kept beside the save; nowhere else if none.
        shelf: where the review that was read last is at hand.
        workers: whether there may be other processes.
        changed: is told whenever there is more to see.
    """

    def __init__(
        self,
        screen: Front[Any],
        match: Match,
        variation: int,
        *,
        cache: Path | None,
        shelf: ReviewShelf,
        workers: bool,
        changed: Callable[[], None],
    ) -> None:
        self.found: ReviewedLine | None = None
        """What is known by now."""
        self.notes: tuple[str, ...] = ()
        """What is to be known of the file that it is kept in, and why it ended early."""
        self.answers: dict[int, tuple[str, ...]] = {}
        """By ply what would mostly have come of something else, as far as that was asked."""
        self._asking: dict[int, ReviewProgress] = {}
        self._screen = screen
        self._match = match
        self._variation = variation
        self._cache = cache
        self._shelf = shelf
        self._workers = workers
        self._changed = changed
        self._progress: ReviewProgress | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being found out."""
        return self._progress is not None

    @property
    def said(self) -> str:
        """How far it is; empty if it has ended."""
        progress, say = self._progress, english().say
        if progress is None:
            return ""
        if not progress.playouts:
            return say("review.in_app.reading")
        plays = progress.work is Work.PLAYING
        count = progress.playouts if plays else progress.decisions
        look, looks = progress.look
        return say(
            f"review.in_app.{progress.work.value}",
            look=look,
            looks=looks,
            at=progress.place(count),
            count=count,
        )

    def begin(self, budget: int) -> None:
        """Find out what is to be found out with so many playouts; more, if more is known."""
        self.stop()
        store = ReviewStore(self._match, self._variation, self._cache)
        kept = self._shelf.at_hand(store)
        if kept is not None and kept.reviewed is not None and kept.whole(budget):
            self.found, self.notes = kept.reviewed, _noted(say_found(english(), kept.found))
            return
        self._progress, self.notes = ReviewProgress(), ()
        played = self._match.tree.variations[self._variation].timeline
        # As it is now: play may go on meanwhile.
        line = played.fork(len(played.decisions))
        work = partial(self._work, self._progress, budget, line, store)
        # The app's: it goes on to keep what it has found when the screen is left.
        self._screen.app.run_worker(work, thread=True, group=f"reviewing {id(self)}")

    def stop(self) -> None:
        """Find out nothing more. What was found out is kept."""
        if self._progress is not None:
            self._progress.cancel()
        self._progress = None

    def ask(self, ply: int) -> None:
        """Find out what would mostly have come of something else in the place of a decision."""
        found = self.found
        step = (
            next((each for each in found.review.steps if each.ply == ply), None) if found else None
        )
        if found is None or step is None or ply in self.answers or ply in self._asking:
            return
        progress = self._asking[ply] = ReviewProgress()
        self.answers[ply] = (english().say("review.in_app.asking"),)
        work = partial(self._ask, found, step, progress)
        self._screen.app.run_worker(work, thread=True, group=f"asking {id(self)}")
        self._changed()

    def close(self) -> None:
        """Find out nothing more, and answer nothing."""
        self.stop()
        for each in self._asking.values():
            each.cancel()

    # ------------------------------------------------------------------ in the thread

    def _work(
        self, progress: ReviewProgress, budget: int, line: Timeline, store: ReviewStore
    ) -> None:
        tell = partial(self._screen.call_later, self._told, progress)
        try:
            marker = store.marker()
            found, findings = store.load()
            tell(note=say_found(english(), found))
            known = finest(line, findings.evaluations)
            if known is not None:
                budget = max(budget, known.budget)
                reached = known_reachable(line, 0, findings, budget)
                whole = known.budget == budget and not known.provisional and reached is not None
                reviewed = ReviewedLine.of(line, known, reached)
                tell(reviewed, ended=whole)
                if whole:
                    self._shelf.put(marker, Shelved(found, reviewed))
                    return
            kept = len(findings)

            def told(review: Review) -> None:
                nonlocal kept
                if len(findings) > kept:
                    store.keep(findings)  # so that whatever ends the app leaves what was found
                    kept = len(findings)
                if known is None or review.budget > known.budget:
                    tell(ReviewedLine.of(line, review, None))

            self._make(line, store, findings, progress, budget, told, tell)
        except CancelledSearchError:
            pass
        except Exception as error:  # whatever it is, it is said, and the app goes on
            tell(note=english().say("review.in_app.failed", why=str(error)), ended=True)

    def _make(
        self,
        line: Timeline,
        store: ReviewStore,
        findings: Findings,
        progress: ReviewProgress,
        budget: int,
        told: Callable[[Review], None],
        tell: Callable[..., object],
    ) -> None:
        """Make it, and keep what is found out, also if that is broken off."""
        before, note = len(findings), ""
        pool = humble_pool(AT_ONCE) if self._workers else None
        try:
            with nullcontext() if pool is None else closing(pool):
                made = make_review(
                    line,
                    findings,
                    budget,
                    thinker=pool,
                    progress=progress,
                    told=told,
                    at_once=1 if pool is None else AT_ONCE,
                )
        finally:
            if len(findings) > before:
                note = say_stored(english(), store.keep(findings))
                tell(note=note)
        if not note:
            self._shelf.put(store.marker(), Shelved(Found(Fit.GOOD), made))
        tell(made, ended=True)

    def _ask(self, found: ReviewedLine, step: Step, progress: ReviewProgress) -> None:
        voice = Voice(found.line.book)
        try:
            said = say_what_if(voice, found, step, what_if(found.line, step, progress=progress))[1:]
        except CancelledSearchError:
            return
        except Exception as error:  # whatever it is, it is said, and the app goes on
            said = (english().say("review.in_app.no_answer", why=str(error)),)
        self._screen.call_later(self._answered, step.ply, said)

    # ------------------------------------------------------------------ in the app

    def _answered(self, ply: int, said: tuple[str, ...]) -> None:
        self.answers[ply] = said
        self._changed()

    def _told(
        self,
        progress: ReviewProgress,
        found: ReviewedLine | None = None,
        *,
        note: str = "",
        ended: bool = False,
    ) -> None:
        if progress is not self._progress:
            return
        self.found = found or self.found
        self.notes = (*self.notes, *_noted(note))
        if ended:
            self._progress = None
        if found is not None or note or ended:
            self._changed()


def _noted(words: str) -> tuple[str, ...]:
    """What is to be noted, if anything is."""
    return (words,) if words else ()
