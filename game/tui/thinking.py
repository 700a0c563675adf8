"""An opponent at work while the screen stays alive: asked in a thread, watched, and hurried."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from game.opponents import Answer, Game, Opponent
    from game.opponents.search import SearchSeat


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

    @property
    def busy(self) -> bool:
        """Whether somebody is thinking."""
        return self._seat is not None

    @property
    def progress(self) -> int:
        """How much of the thinking is done, in per cent."""
        progress = self._seat.progress if self._seat else None
        return 100 * progress.done // progress.playouts if progress and progress.playouts else 0

    def ask(self, opponent: Opponent, game: Game, *, thorough: bool = False) -> None:
        """Ask an opponent; whoever was thinking before is not listened to any more.

        Args:
            opponent: who is asked.
            game: what it is shown.
            thorough: whether one that looks ahead does so where it has nothing to choose, too.
        """
        from game.opponents.search import SearchSeat  # noqa: PLC0415 - whoever is asked is there by now

        self.stop()
        if isinstance(opponent, SearchSeat):
            seat = self._seat = opponent.again()
            work = partial(self._think, self._asked, seat, game, thorough=thorough)
            # Whoever thought before ends by itself: it is told so, and may just be answering.
            self._screen.run_worker(work, thread=True)
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
            # Whoever leaves meanwhile leaves a screen without its widgets.
            if self._screen.is_attached and self._screen.app.is_running:
                tell()
