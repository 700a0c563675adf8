"""Evaluates positions for a review, several at once if there are workers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from enum import Enum
from threading import Lock
from typing import Final

from game.opponents.search import CancelledSearchError, Priority, Progress, Thinker
from game.review.evaluations import Evaluated, Evaluations, evaluate, open_position
from game.rules import Rulebook, State, digest

AT_ONCE: Final = 2
"""So many positions are evaluated at once where several workers share the trees: while the last
trees of one are grown, the next one has begun.
"""


class Work(Enum):
    """What is done for a review."""

    LOOKING = "looking"
    """Positions are looked at."""
    AGAIN = "again"
    """Those that marks hang on are looked at again."""
    PLAYING = "playing"
    """The game is played on for both, to find what could be reached."""


class ReviewProgress:
    """Lets somebody else see how far a review is, and cancel it. Safe to use from any thread.

    Args:
        told: is told, in whatever thread, whenever it has come further.

    Attributes:
        work: what is being done.
        done: how many playouts were played, or need not be.
        playouts: how many there will be, at the most.
        decisions: how many decisions are looked at.
        look: which look at them it is, from 1, and how many there are.
    """

    def __init__(self, told: Callable[[ReviewProgress], None] = lambda _: None) -> None:
        self.told = told
        self.work = Work.LOOKING
        self.done = 0
        self.playouts = 0
        self.decisions = 0
        self.look = (0, 0)
        self._part = (0, 0)
        """How many playouts were done when the present part of the work began, and when it ends."""
        self._cancelled = False
        self._lock = Lock()
        self._searches: set[Progress] = set()

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants a review any more."""
        return self._cancelled

    def cancel(self) -> None:
        """Let the review end at once, also one that has yet to begin. What was found out by then
        is kept.
        """
        with self._lock:
            self._cancelled = True
            for search in self._searches:
                search.cancel()

    def begin_part(self, playouts: int) -> None:
        """Another part of the work begins, of so many playouts."""
        with self._lock:
            self._part = self.done, self.done + playouts

    def place(self, count: int) -> int:
        """At which of so many things of the present part it is, from 1."""
        begun, end = self._part
        share = count * (self.done - begun) // max(1, end - begun)
        return min(count, 1 + max(0, share))

    def did(self, playouts: int) -> None:
        """So many playouts more are done."""
        with self._lock:
            self.done = min(self.done + playouts, self.playouts)
        self.told(self)

    @contextmanager
    def search(self) -> Iterator[Progress]:
        """The progress of one search, cancelled with the review."""
        search = Progress()
        with self._lock:
            if self._cancelled:
                raise CancelledSearchError("the review was cancelled")
            self._searches.add(search)
        try:
            yield search
        finally:
            with self._lock:
                self._searches.discard(search)


def in_background(thinker: Thinker | None) -> Thinker | None:
    """The same thinker, for when nothing more urgent is to be thought about."""
    return None if thinker is None else thinker.at(Priority.BACKGROUND)


class Evaluator:
    """Evaluates positions, each only once, and remembers them.

    Args:
        book: the rules.
        thinker: who does the thinking; this process if nobody is named.
        known: what was found out before; it is added to.
        progress: shows how far it is, and cancels.
        at_once: how many positions at once; more than one only with a thinker that is asked from
            several threads.
    """

    def __init__(
        self,
        book: Rulebook,
        thinker: Thinker | None,
        known: Evaluations,
        progress: ReviewProgress,
        at_once: int = 1,
    ) -> None:
        self.book = book
        self.known = known
        self._thinker = in_background(thinker)
        self._progress = progress
        self._at_once = at_once
        self._open: dict[State, State] = {}
        self._names: dict[State, str] = {}

    def find(self, state: State, budget: int) -> Evaluated | None:
        """What is known of a position."""
        return self.known.get(budget, self._name(self._opened(state)))

    def need(self, state: State, budget: int) -> Evaluated:
        """What is known of a position that was evaluated."""
        found = self.find(state, budget)
        assert found is not None  # it was evaluated before
        return found

    def lacks(self, states: Iterable[State], budget: int) -> list[State]:
        """The open positions that are yet to be evaluated, each once, in their order."""
        opened = dict.fromkeys(map(self._opened, states))
        return [each for each in opened if self.known.get(budget, self._name(each)) is None]

    def evaluate(self, states: Iterable[State], budget: int) -> None:
        """Evaluate positions. In which order they are done makes no difference.

        Raises:
            CancelledSearchError: it was cancelled.
            OpponentError: whoever thinks could not go on.
        """
        lacking = self.lacks(states, budget)
        if self._at_once == 1:
            for state in lacking:
                self._evaluate(state, budget)
            return
        with ThreadPoolExecutor(self._at_once) as threads:
            begun = [threads.submit(self._evaluate, state, budget) for state in lacking]
            try:
                wait(begun, return_when=FIRST_EXCEPTION)
                for each in begun:
                    if each.done():
                        each.result()
            except BaseException:
                self._progress.cancel()
                raise

    def _evaluate(self, state: State, budget: int) -> None:
        with self._progress.search() as search:
            self.known.add(budget, evaluate(self.book, state, budget, self._who(), search))
        self._progress.did(budget)

    def _who(self) -> Thinker:
        """Who does the thinking."""
        if self._thinker is None:
            from game.opponents.search import Alone  # noqa: PLC0415 - not to read what is kept

            self._thinker = Alone()
        return self._thinker

    def _opened(self, state: State) -> State:
        opened = self._open.get(state)
        if opened is None:
            opened = self._open[state] = open_position(self.book, state)
        return opened

    def _name(self, opened: State) -> str:
        name = self._names.get(opened)
        if name is None:
            name = self._names[opened] = digest(self.book, opened)
        return name
