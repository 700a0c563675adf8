"""Asking a coach for a hint."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from game.match import Match
from game.review.asked import game_of
from game.rules import NOBODY
from game.text import clean
from game.tui.draw.teller import Teller
from game.tui.parts.players import Players
from game.tui.screens.front import Front
from game.tui.thinking import Thinking

if TYPE_CHECKING:
    from game.opponents import Answer, Game, Opponent


class Counsel:
    """Has a coach look on.

    Args:
        screen: the screen on which it is asked.
        match: the match.
        teller: who tells it.
        players: the opponents at the table.
        coach: calls who thinks of hints, if anybody does; not before one is asked for.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        players: Players,
        coach: Callable[[], Opponent | None],
    ) -> None:
        self._screen = screen
        self._match = match
        self._teller = teller
        self._players = players
        self._call = coach
        self._advisor = Thinking(screen, self._advised, self._not_advised)

    @cached_property
    def _coach(self) -> Opponent | None:
        return self._call()

    def stop(self) -> bool:
        """Listen no longer to the coach; tells whether it was asked."""
        busy = self._advisor.busy
        self._advisor.stop()
        return busy

    def hint(self) -> None:
        """Ask the coach for the best few decisions."""
        match, side = self._match, self._match.state.side
        if match.read_only or side == NOBODY or side in self._players.opponents:
            return
        if not self._advisor.busy and (coach := self._coach) is not None:
            words = self._teller.voice.say("hint.thinking")
            game = game_of(match.tree.variation)
            self._advisor.ask(coach, game, thorough=True, meanwhile=words)

    def _advised(self, game: Game, answer: Answer) -> None:
        from game.opponents import Analysis  # noqa: PLC0415 - as below
        from game.review.coach import advise  # noqa: PLC0415 - not before it is asked for
        from game.tui.draw.hint import draw_hints  # noqa: PLC0415 - not before it is asked for
        from game.tui.screens.story import PageScreen  # noqa: PLC0415 - a screen is imported when it opens

        if isinstance(answer.thought, Analysis) and game.state is self._match.state:
            voice = self._teller.voice
            page = PageScreen(
                voice.say("hint.title"), draw_hints(voice, game.state, advise(answer.thought))
            )
            self._screen.when_in_front(lambda: self._screen.app.push_screen(page))

    def _not_advised(self, _: Game, error: Exception) -> None:
        words = self._teller.voice.say("hint.none", why=clean(str(error)))
        self._screen.notify(words, severity="warning", markup=False)
