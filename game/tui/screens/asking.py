"""Asking: the opponent for its reasons, and a coach for a hint."""

from __future__ import annotations

from textual.content import Content

from game.opponents import Answer, Game, Insight, Opponent, Thought
from game.opponents.search import SearchSeat
from game.review.coach import Advice, advise
from game.review.explain import answers, recall
from game.review.words import say_decision
from game.rules import NOBODY
from game.scenario.text import clean
from game.tui.draw.ink import DIM, STRONG, lines, say
from game.tui.screens.story import Page
from game.tui.screens.taking_back import TakingBack
from game.tui.thinking import Thinking


class Asking(TakingBack):
    """A table at which opponents explain themselves, and a coach looks on."""

    coach: Opponent | None
    """Who thinks of hints, if anybody does."""
    recalled: tuple[Game, Thought] | None = None
    """The last decision of an opponent, and what stood behind it."""
    _advisor: Thinking | None = None

    def action_ask(self) -> None:
        """Ask the opponent about its last decision."""
        recalled = self.recalled or self._recall()
        if recalled is None:
            self.notify(
                "No opponent has decided anything yet, or its thoughts were not kept; the "
                "transcript has what it said.",
                markup=False,
            )
            return
        game, thought = recalled
        decision = thought.best.decision if isinstance(thought, Insight) else thought.decision
        words = say_decision(game.book, game.state, decision)
        rows = [say(("About: ", DIM), (words, STRONG)), say("")]
        for said in answers(game, thought):
            rows += [say((said.question, STRONG)), say(said.answer), say("")]
        self.app.push_screen(Page("Ask the opponent", lines(rows)))

    def _recall(self) -> tuple[Game, Thought] | None:
        """Think the last decision of an opponent again, if that is quick."""
        recalled = recall(self.match.tree.timeline, self.opponents)
        if recalled is None or isinstance(recalled.opponent, SearchSeat):
            return None
        thought = recalled.thought()
        return None if thought is None else (recalled.game, thought)

    def action_hint(self) -> None:
        """Ask the coach for the best few decisions."""
        match = self.match
        if self.coach is None or match.state.side == NOBODY or match.read_only:
            return
        if self._advisor is None:
            self._advisor = Thinking(self, self._advised, self._not_advised)
        if not self._advisor.busy:
            self.notify("The coach is thinking.", markup=False, timeout=2)
            past = tuple(zip(match.states, match.decisions, strict=False))
            self._advisor.ask(self.coach, Game(match.book, match.state, past))

    def _advised(self, game: Game, answer: Answer) -> None:
        if isinstance(answer.thought, Insight) and game.state is self.match.state:
            found = advise(game.book, game.state, answer.thought)
            self.app.push_screen(Page("The coach", lines(_rows(found))))

    def _not_advised(self, _: Game, error: Exception) -> None:
        self.notify(clean(f"The coach has no hint: {error}"), severity="warning", markup=False)


def _rows(found: tuple[Advice, ...]) -> list[Content]:
    rows: list[Content] = []
    for place, advice in enumerate(found, 1):
        rows.append(say((f"{place}. {advice.words}", STRONG)))
        for name, text in (
            ("Gains", advice.gain),
            ("Risks", advice.risk),
            ("The other side", advice.cost),
        ):
            rows.append(say((f"   {name}: ", DIM), text))
        rows.append(say(""))
    return rows
