"""Asking opponents: about the decision in view, and any other one of theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from game.match import Match, Variation
from game.telling.decisions import say_decision
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.draw.teller import Teller
from game.tui.screens.front import Front
from game.tui.thinking import Thinking

if TYPE_CHECKING:
    from game.opponents import Answer, Game, Opponent, Thought
    from game.review.answers import Recalled


class Questions:
    """Has opponents explain what they have decided.

    Args:
        screen: the screen on which they are asked.
        match: the match.
        teller: who tells it.
        in_view: the variation that is in view, and after how many decisions.
        opponents: by side, who plays the variation in view.
        last: the last decision of one of them and what stood behind it, if that is known.
        busy: whether one of them thinks just now.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        *,
        in_view: Callable[[], tuple[int, int]],
        opponents: Callable[[], Mapping[int, Opponent]],
        last: Callable[[], tuple[Game, Thought] | None] = lambda: None,
        busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self._screen = screen
        self._match = match
        self._teller = teller
        self._in_view = in_view
        self._opponents = opponents
        self._last = last
        self._busy = busy
        self._recaller = Thinking(screen, self._recall, self._cannot)
        self._asked: tuple[Variation, Recalled] | None = None
        """What is thought again."""
        self._known: tuple[Game, Thought] | None = None
        """What was thought again last."""

    def ask(self) -> None:
        """Ask the opponent about its last decision before what is in view."""
        number, ply = self._in_view()
        self._ask(self._match.tree.variations[number], ply)

    def stop(self) -> bool:
        """Listen no longer to whoever was asked; tells whether anybody was."""
        busy = self._recaller.busy
        self._recaller.stop()
        return busy

    def _ask(self, line: Variation, before: int) -> None:
        from game.opponents.search import Priority, SearchSeat  # noqa: PLC0415 - not before it is asked for
        from game.review.answers import recall  # noqa: PLC0415 - likewise

        found, voice = recall(line, self._opponents(), before), self._teller.voice
        if found is None:
            self._screen.notify(voice.say("table.none_decided"), markup=False)
            return
        for known in (self._last(), self._known):
            if known is not None and known[0].state is found.game.state:
                self._explain(line, found, known[1])
                return
        opponent = found.opponent
        if opponent is None or (isinstance(opponent, SearchSeat) and self._busy()):
            self._explain(line, found, None)
            return
        if isinstance(opponent, SearchSeat):
            # The same game is answered in the same way, so what it thought can be thought again.
            opponent = opponent.again(Priority.COACH)
        if not self._recaller.busy:
            self._asked = line, found
            self._recaller.ask(opponent, found.game, meanwhile=voice.say("table.thinks_back"))

    def _recall(self, game: Game, answer: Answer) -> None:
        """Explain a decision by what was thought again, if that is what was said at the table."""
        if self._asked is None:
            return
        line, found = self._asked
        if answer.thought is not None and found.repeats(answer):
            self._known = game, answer.thought
            self._explain(line, found, answer.thought)
        else:
            self._explain(line, found, None)

    def _cannot(self, _: Game, __: Exception) -> None:
        if self._asked is not None:
            self._explain(*self._asked, None)

    def _explain(self, line: Variation, found: Recalled, thought: Thought | None) -> None:
        """Show what an opponent says of a decision, and what it said of earlier ones."""
        from game.telling.answers import answers  # noqa: PLC0415 - not before it is asked for
        from game.telling.remarks import whys  # noqa: PLC0415 - likewise
        from game.tui.screens.explanation import Explanation  # noqa: PLC0415 - a screen is imported when it opens

        timeline, voice, game, place = line.timeline, self._teller.voice, found.game, found.place
        if place >= len(timeline.decisions) or timeline.states[place] is not game.state:
            return  # it belongs to the game no more
        why = whys(voice, timeline)
        words = say_decision(voice, game.state, found.decision)
        about = voice.say("table.ask_about", decision=words)
        rows = [say((about, STRONG)), say("")]
        if thought is None:
            said = why[place] or voice.say("table.ask_nothing")
            rows += [say((voice.say("table.ask_said"), STRONG)), say(said), say("")]
        else:
            for each in answers(voice, game, found.decision, found.intent, thought):
                rows += [say((each.question, STRONG)), say(each.answer), say("")]
        rows += self._earlier(line, game.state.side, why[:place])

        def other(by: int) -> None:
            self._step(line, place, by)

        who = voice.say(
            "table.ask_whom", side=voice.named_first(game.state.side), round=game.state.round
        )
        page = Explanation(who, lines(rows), other)
        self._screen.when_in_front(lambda: self._screen.app.push_screen(page))

    def _step(self, line: Variation, place: int, by: int) -> None:
        """Ask about the decision of an opponent before one, or the one after it."""
        from game.review.answers import places  # noqa: PLC0415 - not before it is asked for

        asked = places(line)
        at = min(max(asked.index(place) + by, 0), len(asked) - 1)
        self._screen.when_in_front(lambda: self._ask(line, asked[at] + 1))

    def _earlier(self, line: Variation, side: int, why: tuple[str, ...]) -> list[Content]:
        """What a side said of the decisions before one, the latest first."""
        timeline, voice = line.timeline, self._teller.voice
        rows: list[Content] = []
        for each in range(len(why) - 1, -1, -1):
            state, said = timeline.states[each], why[each]
            if state.side == side and said:
                words = say_decision(voice, state, timeline.decisions[each])
                about = voice.say("table.ask_when", round=state.round, decision=words)
                rows.append(say((about, DIM), " ", said))
        return [say((voice.say("table.ask_before"), STRONG)), *rows] if rows else []
