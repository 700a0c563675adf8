"""What is told beside a match: how it begins, and if it is a lesson all that belongs to that."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual.content import Content

from game.match import Match
from game.rules import NOBODY, RulesError
from game.scenario import ScenarioError
from game.teaching.tutor import Lecture, Tutor, tutor_of
from game.tui.draw.lesson_rows import draw_aside, draw_begin, draw_page
from game.tui.draw.teller import Teller
from game.tui.parts.opening import tell_opening
from game.tui.screens.front import Front
from game.tui.screens.learnt import FREE, LearntScreen
from game.tui.screens.question import Question
from game.tui.screens.story import PageScreen
from game.tui.widgets.aside import Aside
from game.tui.widgets.board import Middle
from game.tui.widgets.hand import LAST, Hand


class Teaching:
    """Tells at a table what is beside the game.

    Args:
        screen: the table.
        match: its match.
        teller: who tells it.
        go_on: lets the table go on.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        go_on: Callable[[], None],
    ) -> None:
        self._tutor: Tutor | None = None
        with suppress(ScenarioError, RulesError):  # whoever opened the match has said so
            self._tutor = None if match.read_only else tutor_of(match)
        self._screen = screen
        self._match = match
        self._teller = teller
        self._go_on = go_on
        self._decided = self._own()
        self._said: list[Lecture] = []

    @property
    def fresh(self) -> bool:
        """Whether nobody has decided anything yet but what a lesson begins with."""
        if self._tutor is not None:
            return self._tutor.untouched
        return all(state.side == NOBODY for state in self._match.states[:-1])

    @property
    def known(self) -> int:
        """So many decisions need not be told: whoever comes back is told the last few."""
        return max(0, len(self._match.decisions) - (0 if self.fresh else LAST))

    @property
    def lesson(self) -> Tutor | None:
        """What follows the lesson, as long as there is one."""
        return None if self._tutor is None or self._tutor.free else self._tutor

    @property
    def over(self) -> bool:
        """Whether the lesson has just come to its end."""
        return self.lesson is not None and self.lesson.over

    def begin(self) -> None:
        """Tell how things stand before the first decision."""
        if self.lesson is None:
            tell_opening(self._screen, self._match, self._teller, self._go_on)
            return
        voice = self._teller.voice
        title, text = draw_begin(voice, self.lesson)
        question = Question(title, text, voice.say("lesson.begin"))
        self._screen.app.push_screen(question, lambda _: self._go_on())

    def show(self) -> None:
        """Show what there is to say; the table has so many rows less."""
        screen = self._screen
        aside = screen.query_one(Aside)
        aside.show(self._follow())
        screen.query_one(Middle).taken = len(aside.rows_for(screen.app.size.width - 2))

    def _follow(self) -> list[Content]:
        """Of a lesson the goal, what was said, what to try."""
        if (tutor := self.lesson) is None:
            return []
        said, own = tutor.hear(), self._own()
        if own != self._decided:
            # The learner has decided again: what was said before has been read.
            self._decided, self._said = own, []
        self._said += said
        words = self._teller.voice.messages
        return draw_aside(words, tutor, [each.text for each in self._said])

    def _own(self) -> tuple[int, int]:
        """Which line is played, and how often the learner has decided in it."""
        tree, line = self._match.tree, self._match.tree.timeline
        if self._tutor is None:
            return tree.current, 0
        side = line.book.side_ids.index(self._tutor.lesson.learner)
        return tree.current, sum(state.side == side for state in line.states[:-1])

    def page(self) -> None:
        """All that there is to try."""
        if self.lesson is not None:
            title, text = draw_page(self._teller.voice.messages, self.lesson)
            self._screen.app.push_screen(PageScreen(title, text))

    def hand_over(self, hand: Hand) -> None:
        """Say that the lesson is over, and lead to its last page."""
        voice = self._teller.voice
        hand.hand_over(voice.say("lesson.over"), voice.say("lesson.see"), self._end)

    def _end(self) -> None:
        tutor = self.lesson
        if tutor is None or not self._screen.is_active:
            return

        def chosen(way: str | None) -> None:
            if way == FREE:
                tutor.free = True
                self.show()
            self._go_on()

        self._screen.app.push_screen(LearntScreen(tutor, over=self._match.over), chosen)
