"""An opponent at work while the screen stays alive: asked in a thread, watched, and hurried."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.notifications import Notification, Notify
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from game.opponents import Answer, Game, Opponent
    from game.opponents.search import SearchSeat

MOMENT = 0.5
"""Seconds of thinking of which nothing is said."""
LONG = 60
"""Seconds after which it need not be said any more."""


class Thinking:
    """Asks opponents for decisions.

    Those that look ahead think in a thread, or in processes of their own for which the thread only
    waits (``game.opponents.search.Frugal``). All others answer at once.

    Args:
        screen: the screen that is told.
        answered: gets the answer, with the game that was shown.
        failed: gets told why there is none.
    """

    def __init__(
        self,
        screen: Screen[Any],
        answered: Callable[[Game, Answer], None],
        failed: Callable[[Game, Exception], None],
    ) -> None:
        self._screen = screen
        self._answered = answered
        self._failed = failed
        self._seat: SearchSeat | None = None
        self._asked = 0
        """How often somebody was asked or stopped: who was asked before is not listened to."""
        self._soon: Timer | None = None
        """It is soon said that somebody is thinking."""
        self._note: Notification | None = None
        """It is said."""

    @property
    def busy(self) -> bool:
        """Whether somebody is thinking."""
        return self._seat is not None

    @property
    def progress(self) -> int:
        """How much of the thinking is done, in per cent."""
        progress = self._seat.progress if self._seat else None
        return 100 * progress.done // progress.playouts if progress and progress.playouts else 0

    def ask(
        self, opponent: Opponent, game: Game, *, thorough: bool = False, meanwhile: str = ""
    ) -> None:
        """Ask an opponent; whoever was thinking before is not listened to any more.

        Args:
            opponent: who is asked.
            game: what it is shown.
            thorough: whether one that looks ahead does so where it has nothing to choose, too.
            meanwhile: what is said in passing if it takes longer than a moment, until it is done.
        """
        from game.opponents.search import SearchSeat  # noqa: PLC0415 - whoever is asked is there by now

        self.stop()
        if isinstance(opponent, SearchSeat):
            seat = self._seat = opponent.again()
            work = partial(self._think, self._asked, seat, game, thorough=thorough)
            # Whoever thought before ends by itself: it is told so, and may just be answering.
            self._screen.run_worker(work, thread=True)
            if meanwhile:
                self._soon = self._screen.set_timer(MOMENT, partial(self._say, meanwhile))
            return
        try:
            answer = opponent.choose(game)
        except Exception as error:
            self._failed(game, error)
        else:
            self._answered(game, answer)

    def hurry(self) -> None:
        """Let it answer with the best it has."""
        if self._seat:
            self._seat.progress.hurry()

    def stop(self) -> None:
        """Listen no longer to whoever thinks, and let it make room."""
        if self._seat:
            self._seat.progress.cancel()
        self._seat = None
        self._asked += 1
        self._say_no_more()

    def _say(self, words: str) -> None:
        """Say something until nobody thinks any more."""
        self._note = Notification(words, timeout=LONG)
        self._screen.app.post_message(Notify(self._note))

    def _say_no_more(self) -> None:
        soon, self._soon = self._soon, None
        note, self._note = self._note, None
        if soon is not None:
            soon.stop()
        if note is not None:
            app = self._screen.app  # it may just be getting the note: this comes after it
            app.call_later(app._unnotify, note)  # noqa: SLF001 - Textual ends one by the clock only

    def _think(self, asked: int, seat: SearchSeat, game: Game, *, thorough: bool) -> None:
        worker = get_current_worker()
        tell: Callable[[], None]
        try:
            answer = seat.advise(game) if thorough else seat.choose(game)
        except Exception as error:
            tell = partial(self._failed, game, error)
        else:
            tell = partial(self._answered, game, answer)
        if not worker.is_cancelled and self._screen.is_attached:
            self._screen.app.call_from_thread(self._done, asked, tell)

    def _done(self, asked: int, tell: Callable[[], None]) -> None:
        if asked == self._asked:
            self._seat = None
            self._say_no_more()
            # Whoever leaves meanwhile leaves a screen without its widgets.
            if self._screen.is_attached and self._screen.app.is_running:
                tell()
