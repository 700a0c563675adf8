"""Asking: the opponent for its reasons, and a coach for a hint."""

from __future__ import annotations

from textual.content import Content

from game.opponents import Analysis, Answer, Game, Opponent, Thought
from game.opponents.search import SearchSeat
from game.review.asked import game_of
from game.review.coach import advise
from game.review.explain import Recalled, answers, recall
from game.rules import NOBODY
from game.telling.decisions import say_decision
from game.text import clean
from game.tui.draw.hint import draw_hints
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.screens.story import PageScreen
from game.tui.screens.taking_back import TakingBack
from game.tui.thinking import Thinking


class Asking(TakingBack):
    """A table at which opponents explain themselves, and a coach looks on."""

    coach: Opponent | None
    """Who thinks of hints, if anybody does."""
    recalled: tuple[Game, Thought] | None = None
    """The last decision of an opponent, and what stood behind it."""
    _thinking: Thinking
    """Whoever decides next."""
    _advisor: Thinking | None = None
    _recaller: Thinking | None = None
    _asked: Recalled | None = None
    """What is thought again."""

    def action_ask(self) -> None:
        """Ask the opponent about its last decision."""
        found = recall(self.match.tree.variation, self.opponents)
        if found is None:
            self.notify("No opponent has decided anything yet.", markup=False)
            return
        game, opponent = found.game, found.opponent
        if self.recalled is not None and self.recalled[0].state is game.state:
            self._explain(*self.recalled)
            return
        if isinstance(opponent, SearchSeat):
            if self._thinking.busy:
                self._explain(game, None)
                return
            # The same game is answered in the same way, so what it thought can be thought again.
            opponent = SearchSeat(opponent.level, opponent.seed, opponent.wants, opponent.thinker)
            self.notify("It thinks back.", markup=False, timeout=2)
        if self._recaller is None:
            self._recaller = Thinking(self, self._recall, lambda game, _: self._explain(game, None))
        if not self._recaller.busy:
            self._asked = found
            self._recaller.ask(opponent, game)

    def _recall(self, game: Game, answer: Answer) -> None:
        """Explain a decision by what was thought again, if that is what was said at the table."""
        thought = answer.thought
        if not self._stands(game):
            return
        if thought is not None and self._asked is not None and self._asked.repeats(answer):
            self.recalled = (game, thought)
            self._explain(game, thought)
        else:
            self._explain(game, None)

    def _stands(self, game: Game) -> bool:
        """Whether a position of the past still belongs to the game that is played."""
        place, states = len(game.history), self.match.states
        return place < len(self.match.decisions) and states[place] is game.state

    def _explain(self, game: Game, thought: Thought | None) -> None:
        """Show what an opponent says of a decision, and what it said of earlier ones."""
        if not self._stands(game):
            return
        match, place = self.match, len(game.history)
        words = say_decision(self.teller.voice, game.state, match.decisions[place])
        rows = [say(("About: ", DIM), (words, STRONG)), say("")]
        if thought is None:
            said = match.reasons[place] or "Nothing."
            rows += [say(("What it said at the table:", STRONG)), say(said), say("")]
        else:
            for each in answers(game, thought):
                rows += [say((each.question, STRONG)), say(each.answer), say("")]
        rows += self._earlier(game.state.side, place)
        page = PageScreen("Ask the opponent", lines(rows))
        self.when_in_front(lambda: self.app.push_screen(page))

    def _earlier(self, side: int, place: int) -> list[Content]:
        """What a side said of the decisions before one, the latest first."""
        match = self.match
        rows: list[Content] = []
        for each in range(place - 1, -1, -1):
            state, said = match.states[each], match.reasons[each]
            if state.side == side and said:
                words = say_decision(self.teller.voice, state, match.decisions[each])
                rows.append(say((f"Round {state.round}, {words}: ", DIM), said))
        return [say(("Before that it said", STRONG)), *rows] if rows else []

    def stop_asking(self) -> bool:
        """Listen no longer to whoever was asked on the side; tells whether anybody was."""
        asked = [each for each in (self._advisor, self._recaller) if each is not None and each.busy]
        for each in asked:
            each.stop()
        return bool(asked)

    def stop_thinking(self) -> None:
        """Listen no longer to whoever decides next."""
        self._thinking.stop()

    def action_hint(self) -> None:
        """Ask the coach for the best few decisions."""
        match = self.match
        side = match.state.side
        if self.coach is None or side == NOBODY or side in self.opponents or match.read_only:
            return
        if self._advisor is None:
            self._advisor = Thinking(self, self._advised, self._not_advised)
        if not self._advisor.busy:
            self.notify(self.teller.voice.say("hint.thinking"), markup=False, timeout=4)
            self._advisor.ask(self.coach, game_of(match.tree.variation))

    def _advised(self, game: Game, answer: Answer) -> None:
        if isinstance(answer.thought, Analysis) and game.state is self.match.state:
            voice = self.teller.voice
            page = PageScreen(
                voice.say("hint.title"), draw_hints(voice, game.state, advise(answer.thought))
            )
            self.when_in_front(lambda: self.app.push_screen(page))

    def _not_advised(self, _: Game, error: Exception) -> None:
        words = self.teller.voice.say("hint.none", why=clean(str(error)))
        self.notify(words, severity="warning", markup=False)
