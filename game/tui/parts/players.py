"""The opponents at a table: each is asked when it is its turn, and what it answers is decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.match import Match
from game.review.asked import game_of
from game.telling.voice import Voice
from game.text import clean
from game.tui.screens.front import Front
from game.tui.thinking import Thinking

if TYPE_CHECKING:
    from game.opponents import Answer, Game, Opponent, Thought


class Players:
    """Asks opponents.

    Args:
        screen: the screen that stays alive meanwhile.
        match: the match that they play.
        voice: who tells it.
        opponents: by side, who plays a seat in which no person sits.
        failed: lets somebody else take the seat of one that cannot go on.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        voice: Voice,
        opponents: Mapping[int, Opponent],
        *,
        failed: Callable[[], None],
    ) -> None:
        self.opponents = opponents
        self.last: tuple[Game, Thought] | None = None
        """The last decision of one of them, and what stood behind it."""
        self._screen = screen
        self._match = match
        self._voice = voice
        self._failed = failed
        self._thinking = Thinking(screen, self._answered, self._cannot)

    @property
    def thinking(self) -> bool:
        """Whether one of them thinks."""
        return self._thinking.busy

    def said(self, who: str, *, calm: bool) -> str:
        """Who thinks, and how far it is; that is left out where nothing may change by itself."""
        if calm:
            return self._voice.say("table.thinking", who=who)
        return self._voice.say("table.thinks", who=who, percent=self._thinking.progress)

    def play_next(self) -> None:
        """Let the one whose turn it is decide, if it is one's turn and nobody thinks."""
        match, opponent = self._match, self.opponents.get(self._match.state.side)
        if opponent is None or match.verdict is not None or self.thinking:
            return
        if self._screen.is_active:
            self._thinking.ask(opponent, game_of(match.tree.variation))

    def hurry(self) -> None:
        """Let whoever thinks decide now."""
        self._thinking.hurry()

    def stop(self) -> None:
        """Listen no longer to whoever thinks."""
        self._thinking.stop()

    def _answered(self, game: Game, answer: Answer) -> None:
        if self._asked_for(game):
            if answer.thought is not None:
                self.last = (game, answer.thought)
            from game.review.intents import intent_of  # noqa: PLC0415 - somebody has thought by now

            self._match.decide(answer.decision, intent=intent_of(answer))

    def _cannot(self, game: Game, error: Exception) -> None:
        if self._asked_for(game):
            side = self._voice.named_first(game.state.side)
            words = self._voice.say("table.cannot_decide", side=side, why=clean(str(error)))
            self._screen.notify(words, severity="error", markup=False, timeout=20)
            self._failed()

    def _asked_for(self, game: Game) -> bool:
        """Whether the position that one of them was shown is still the one to decide in."""
        return game.state is self._match.state and not self._match.read_only
