"""What the position is worth while one plays, if everybody who plays wants to be told."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.widgets import Static

from game.match import Match
from game.review.consent import Consent
from game.rules import State, digest
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, say

if TYPE_CHECKING:
    from game.opponents.search import Progress, WorkerPool
    from game.review.evaluations import Evaluated, Evaluations


class WorthLine(Static):
    """Says what a position is worth to both sides while a person decides in it.

    That is found out by a worker of its own that leaves the processor to all others, and only
    while no opponent has anything to decide: none ever waits for it. What is said in the end is
    what a review says of the position.

    Args:
        match: the match.
        voice: who tells it.
        opponents: the sides in which no person sits; asked anew each time.
    """

    LOOKS: tuple[int, ...] = ()
    """How closely it is looked, in playouts, one look after the other; as a review, if empty."""

    def __init__(self, match: Match, voice: Voice, opponents: Collection[int]) -> None:
        super().__init__(id="worth", markup=False)
        self._match = match
        self._voice = voice
        self._opponents = opponents
        self.consent = Consent()
        self._pool: WorkerPool | None = None
        self._progress: Progress | None = None

    @cached_property
    def _known(self) -> Evaluations:
        """What was found out."""
        from game.review.evaluations import Evaluations  # noqa: PLC0415 - not before it is asked for

        return Evaluations()

    @property
    def _people(self) -> set[int]:
        return {0, 1} - set(self._opponents)

    @property
    def on(self) -> bool:
        """Whether everybody who plays here wants to be told."""
        return self.consent.given(self._people)

    def switch(self) -> str:
        """Whoever decides wants to be told, or wants it no longer.

        Between two people it is said if both of them want it; one is enough to end it.

        Returns:
            What has come of that, in a sentence.
        """
        from game.telling.worth import say_told  # noqa: PLC0415 - not before it is asked for

        side, how = self.consent.switch(self._match.state.side, self._people)
        self.look()
        return say_told(self._voice, side, how)

    def look(self) -> None:
        """Look at the position in which the match is now, if a person decides in it."""
        self.stop()
        self.display = self.on
        if not self.on:
            self._close()
            return
        state = self._match.state
        if self._match.over or state.side not in self._people:
            self._say(self._voice.say("worth.waits"), DIM)
            return
        from game.opponents.search import Progress, humble_pool  # noqa: PLC0415 - not before it is asked for

        self._say(self._voice.say("worth.looking"), DIM)
        self._progress = Progress()
        self._pool = self._pool or humble_pool(1)
        work = partial(self._work, state, self._progress, self._pool)
        self.run_worker(work, thread=True, exclusive=True, group="worth")

    def stop(self) -> None:
        """Look no longer."""
        if self._progress is not None:
            self._progress.cancel()
        self._progress = None

    def on_unmount(self) -> None:
        self.stop()
        self._close()

    def _close(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _say(self, words: str, style: str = "") -> None:
        self.update(say((words, style)))

    # ------------------------------------------------------------------ in the thread

    def _work(self, state: State, progress: Progress, pool: WorkerPool) -> None:
        from game.opponents import OpponentError  # noqa: PLC0415 - not before it is asked for
        from game.opponents.search import CancelledSearchError  # noqa: PLC0415 - likewise
        from game.review.evaluations import NORMAL, evaluate, open_position, stages  # noqa: PLC0415 - likewise

        book, looks = self._match.book, self.LOOKS or stages(NORMAL)
        opened = open_position(book, state)
        name = digest(book, opened)
        with suppress(CancelledSearchError):
            try:
                for budget in looks:
                    found = self._known.get(budget, name)
                    if found is None:
                        found = evaluate(book, opened, budget, pool, progress)
                        self._known.add(budget, found)
                    self.call_later(self._told, progress, found, first=budget != looks[-1])
            except OpponentError as error:
                if isinstance(error, CancelledSearchError):
                    raise
                self.call_later(self._cannot, progress, str(error))

    # ------------------------------------------------------------------ in the app

    def _told(self, progress: Progress, found: Evaluated, *, first: bool) -> None:
        from game.telling.worth import say_worth  # noqa: PLC0415 - not before it is asked for

        if progress is self._progress:
            words = say_worth(self._voice, found, first=first)
            self._say(words, DIM if first else "")

    def _cannot(self, progress: Progress, why: str) -> None:
        if progress is self._progress:
            self._say(self._voice.say("worth.failed", why=why), DIM)
