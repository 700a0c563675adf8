"""Asking: the opponent for its reasons, and a coach for a hint."""

from __future__ import annotations

from textual.content import Content

from game.match import Match
from game.opponents import Analysis, Answer, Game, Opponent, Thought
from game.opponents.search import Priority, SearchSeat
from game.review.answers import Recalled, recall
from game.review.asked import game_of
from game.review.coach import advise
from game.rules import NOBODY
from game.telling.answers import answers
from game.telling.decisions import say_decision
from game.telling.remarks import whys
from game.text import clean
from game.tui.draw.hint import draw_hints
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.draw.teller import Teller
from game.tui.parts.players import Players
from game.tui.screens.front import Front
from game.tui.screens.story import PageScreen
from game.tui.thinking import Thinking


class Counsel:
    """Has opponents explain themselves, and a coach look on.

    Args:
        screen: the screen on which they are asked.
        match: the match.
        teller: who tells it.
        players: the opponents at the table.
        coach: who thinks of hints, if anybody does.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        players: Players,
        coach: Opponent | None,
    ) -> None:
        self._screen = screen
        self._match = match
        self._teller = teller
        self._players = players
        self._coach = coach
        self._advisor = Thinking(screen, self._advised, self._not_advised)
        self._recaller = Thinking(screen, self._recall, lambda game, _: self._explain(game, None))
        self._asked: Recalled | None = None
        """What is thought again."""

    def ask(self) -> None:
        """Ask the opponent about its last decision."""
        found = recall(self._match.tree.variation, self._players.opponents)
        if found is None:
            self._screen.notify(self._teller.voice.say("table.none_decided"), markup=False)
            return
        game, opponent = found.game, found.opponent
        if self._players.last is not None and self._players.last[0].state is game.state:
            self._explain(*self._players.last)
            return
        if isinstance(opponent, SearchSeat):
            if self._players.thinking:
                self._explain(game, None)
                return
            # The same game is answered in the same way, so what it thought can be thought again.
            opponent = opponent.again(Priority.COACH)
            self._screen.notify(
                self._teller.voice.say("table.thinks_back"), markup=False, timeout=2
            )
        if not self._recaller.busy:
            self._asked = found
            self._recaller.ask(opponent, game)

    def _recall(self, game: Game, answer: Answer) -> None:
        """Explain a decision by what was thought again, if that is what was said at the table."""
        thought = answer.thought
        if not self._stands(game):
            return
        if thought is not None and self._asked is not None and self._asked.repeats(answer):
            self._players.last = (game, thought)
            self._explain(game, thought)
        else:
            self._explain(game, None)

    def _stands(self, game: Game) -> bool:
        """Whether a position of the past still belongs to the game that is played."""
        place, states = len(game.history), self._match.states
        return place < len(self._match.decisions) and states[place] is game.state

    def _explain(self, game: Game, thought: Thought | None) -> None:
        """Show what an opponent says of a decision, and what it said of earlier ones."""
        if not self._stands(game):
            return
        match, voice, place = self._match, self._teller.voice, len(game.history)
        why = whys(voice, match.tree.timeline)
        words = say_decision(voice, game.state, match.decisions[place])
        rows = [say((voice.say("table.ask_about", decision=words), STRONG)), say("")]
        if thought is None:
            said = why[place] or voice.say("table.ask_nothing")
            rows += [say((voice.say("table.ask_said"), STRONG)), say(said), say("")]
        else:
            decision, intent = match.decisions[place], match.intents[place]
            for each in answers(voice, game, decision, intent, thought):
                rows += [say((each.question, STRONG)), say(each.answer), say("")]
        rows += self._earlier(game.state.side, why[:place])
        page = PageScreen(voice.say("table.ask_title"), lines(rows))
        self._screen.when_in_front(lambda: self._screen.app.push_screen(page))

    def _earlier(self, side: int, why: tuple[str, ...]) -> list[Content]:
        """What a side said of the decisions before one, the latest first."""
        match, voice = self._match, self._teller.voice
        rows: list[Content] = []
        for each in range(len(why) - 1, -1, -1):
            state, said = match.states[each], why[each]
            if state.side == side and said:
                words = say_decision(voice, state, match.decisions[each])
                about = voice.say("table.ask_when", round=state.round, decision=words)
                rows.append(say((about, DIM), " ", said))
        return [say((voice.say("table.ask_before"), STRONG)), *rows] if rows else []

    def stop(self) -> bool:
        """Listen no longer to whoever was asked; tells whether anybody was."""
        asked = [each for each in (self._advisor, self._recaller) if each.busy]
        for each in asked:
            each.stop()
        return bool(asked)

    def hint(self) -> None:
        """Ask the coach for the best few decisions."""
        match, side = self._match, self._match.state.side
        if self._coach is None or match.read_only:
            return
        if side == NOBODY or side in self._players.opponents:
            return
        if not self._advisor.busy:
            self._screen.notify(self._teller.voice.say("hint.thinking"), markup=False, timeout=4)
            self._advisor.ask(self._coach, game_of(match.tree.variation), thorough=True)

    def _advised(self, game: Game, answer: Answer) -> None:
        if isinstance(answer.thought, Analysis) and game.state is self._match.state:
            voice = self._teller.voice
            page = PageScreen(
                voice.say("hint.title"), draw_hints(voice, game.state, advise(answer.thought))
            )
            self._screen.when_in_front(lambda: self._screen.app.push_screen(page))

    def _not_advised(self, _: Game, error: Exception) -> None:
        words = self._teller.voice.say("hint.none", why=clean(str(error)))
        self._screen.notify(words, severity="warning", markup=False)
