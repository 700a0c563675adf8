"""What can be counted on while one chooses: the lines of whoever sits opposite, and its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.timer import Timer

from game.match import Match
from game.review.asked import game_of
from game.rules import Decision, State
from game.telling.voice import Voice
from game.tui.screens.front import Front
from game.tui.thinking import Thinking

if TYPE_CHECKING:
    from game.opponents import Answer, Game, Opponent
    from game.review.forecast import Forecast
    from game.telling.menu import Item

REST: Final = 0.1
"""Seconds for which one stays with a motion before its answer is looked for: who moves through a
list wants the next line.
"""

Lines = tuple[tuple[str, tuple[str, ...]], ...]
"""Per character who it is, and what it never crosses."""


class Forecasts:
    """Forecasts answers to motions. What is certain is said at once; what is likely as soon as it
    is known, and never while anybody else thinks.

    Args:
        screen: the screen on which it is said.
        match: the match.
        voice: who tells it.
        opponents: by side, who plays a seat in which no person sits.
        found: is told that more can be said now.
        looks_ahead: whether it may be looked ahead.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        voice: Voice,
        opponents: Mapping[int, Opponent],
        *,
        found: Callable[[], None],
        looks_ahead: Callable[[], bool],
    ) -> None:
        self._screen = screen
        self._match = match
        self._voice = voice
        self._opponents = opponents
        self._found = found
        self._looks_ahead = looks_ahead
        self._known: dict[Decision, Forecast] = {}
        self._games: dict[Decision, Game] = {}
        self._about: Game | None = None
        self._asked: Decision | None = None
        self._hopeless: set[Decision] = set()
        """What nobody could look ahead for."""
        self._lines: tuple[int, State, Lines] | None = None
        """In which line of play and position they stand so."""
        self._thinking = Thinking(screen, self._answered, self._cannot)
        self._soon: Timer | None = None
        """Somebody will be asked then."""

    def answer(self, item: Item) -> str:
        """How a motion would be answered if it were tabled now; that it is being found out, so that
        nothing has to move for it; empty if nothing can be said.

        Of a motion whose argument has yet to be chosen it is said for all that it can be.
        """
        if not item.open:
            return ""
        from game.review.forecast import whichever  # noqa: PLC0415 - the table is there before
        from game.telling.forecast import say_forecast  # noqa: PLC0415 - likewise

        decisions = [each.decision for each in item.backings if each.open] or [item.decision]
        known = [found for each in decisions if each and (found := self._forecast(each))]
        if not known or len(known) < len(decisions):
            return ""
        ahead = [
            each
            for each in decisions
            if each and not self._known[each].ways and each not in self._hopeless
        ]
        if ahead and self._asked not in ahead:
            # Who has stayed for the first is still there.
            self._look(ahead[0], rest=len(ahead) == len(decisions))
        words = say_forecast(self._voice, whichever(known))
        if words or self._asked not in ahead:
            return words
        return self._voice.say("forecast.sought", side=self._voice.side_short(known[0].side))

    def lines(self) -> Lines:
        """Per character at the table who it is, and its lines as they stand."""
        tree, state = self._match.tree, self._match.state
        told = self._lines
        if told is None or told[0] != tree.current or told[1] is not state:
            from game.telling.forecast import partners  # noqa: PLC0415 - the table is there before

            voice = self._voice
            lines = tuple(
                (voice.say("forecast.sits", side=voice.side(side), title=sitter.title), lines)
                for side, sitter, lines in partners(voice, game_of(tree.variation))
            )
            told = self._lines = (tree.current, state, lines)
        return told[2]

    def stop(self) -> None:
        """Look no further."""
        self._asked = None
        self._thinking.stop()
        if self._soon is not None:
            self._soon.stop()

    def _forecast(self, decision: Decision) -> Forecast | None:
        from game.review.forecast import answering, sure  # noqa: PLC0415 - the table is there before

        match = self._match
        game = self._about
        if game is None or game.state is not match.state:
            game = self._about = game_of(match.tree.variation)
            self._known.clear()
            self._games.clear()
            self._hopeless.clear()
        opponent = self._opponents.get(1 - game.state.side)
        if opponent is not None and decision not in self._known:
            after = answering(game, decision)
            known = None if after is None else sure(after, opponent)
            if after is not None and known is not None:
                self._known[decision], self._games[decision] = known, after
        return self._known.get(decision)

    def _look(self, decision: Decision, *, rest: bool) -> None:
        """Look ahead for what is not certain, if that can be done; at once, or after a rest."""
        from game.review.forecast import forecaster  # noqa: PLC0415 - the table is there before

        after = self._games[decision]
        who = forecaster(self._opponents[after.state.side])
        if who is not None and self._looks_ahead():
            self.stop()
            self._asked = decision
            if rest:
                self._soon = self._screen.set_timer(REST, partial(self._ask, who, after))
            else:
                self._ask(who, after)

    def _ask(self, who: Opponent, after: Game) -> None:
        if self._looks_ahead():
            self._thinking.ask(who, after)

    def _answered(self, after: Game, answer: Answer) -> None:
        decision, self._asked = self._asked, None
        known = None if decision is None else self._known.get(decision)
        if decision is None or known is None or self._games.get(decision) is not after:
            return
        from game.opponents import Analysis  # noqa: PLC0415 - somebody has thought by now
        from game.review.forecast import likely  # noqa: PLC0415 - likewise

        if isinstance(answer.thought, Analysis):
            self._known[decision] = likely(known, answer.thought)
            self._found()

    def _cannot(self, _: Game, __: Exception) -> None:
        """Nothing is forecast then, and nobody is told: what is certain stands there."""
        decision, self._asked = self._asked, None
        if decision is not None:
            self._hopeless.add(decision)
            self._found()
