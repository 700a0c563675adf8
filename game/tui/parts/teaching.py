"""What is told beside a match: how it begins, and if it is a lesson all that belongs to that."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual.content import Content

from game.match import Match
from game.match.forced import forced
from game.rules import NOBODY, RulesError, State
from game.scenario import ScenarioError
from game.teaching.first_notes import Occurrence, new_to
from game.telling.first_notes import say_first_note
from game.tui.draw.styles import STRONG, say
from game.tui.draw.teller import Teller
from game.tui.screens.front import Front
from game.tui.widgets.aside import Aside
from game.tui.widgets.board import Middle

if TYPE_CHECKING:
    from game.scenario.lesson import BoardPart
    from game.teaching.tutor import Lecture, Tutor
    from game.tui.app import SharedEnemyApp

LAST = 3
"""How many decisions are told again to whoever comes back."""


class Teaching:
    """Tells at a table what is beside the game.

    Args:
        screen: the table.
        match: its match.
        teller: who tells it.
        go_on: lets the table go on.
        telling: whether something that has happened is still to be told.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        go_on: Callable[[], None],
        telling: Callable[[], bool],
    ) -> None:
        self._tutor: Tutor | None = None
        if match.header.lesson and not match.read_only:
            from game.teaching.tutor import tutor_of  # noqa: PLC0415 - in lessons only

            with suppress(ScenarioError, RulesError):  # whoever opened the match has said so
                self._tutor = tutor_of(match)
        self._screen = screen
        self._match = match
        self._teller = teller
        self._go_on = go_on
        self._telling = telling
        self._decided = self._own()
        self._said: list[Lecture] = []
        self._noted: tuple[tuple[int, int], tuple[Content, ...]] = ((-1, -1), ())
        """For which line and after how many decisions a note was made, and the note."""
        self._occurred: tuple[Occurrence, State] | None = None
        """What it is about, and the position then."""

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
    def parts(self) -> tuple[BoardPart, ...] | None:
        """Which parts of the board it shows; nothing if all."""
        return None if self.lesson is None else self.lesson.lesson.board

    @property
    def over(self) -> bool:
        """Whether the lesson has just come to its end."""
        return self.lesson is not None and self.lesson.over

    def begin(self) -> None:
        """Tell how things stand before the first decision."""
        if self.lesson is None:
            from game.tui.parts.opening import tell_opening  # noqa: PLC0415 - the table is there before

            tell_opening(self._screen, self._teller, self._go_on)
            return
        from game.tui.draw.lesson_rows import draw_begin  # noqa: PLC0415 - in lessons only
        from game.tui.screens.question import Question  # noqa: PLC0415 - a screen is imported when it opens

        voice = self._teller.voice
        title, text = draw_begin(voice, self.lesson)
        question = Question(title, text, voice.say("lesson.begin"))
        self._screen.app.push_screen(question, lambda _: self._go_on())

    def show(self, told: State | None = None, whole: int | None = None) -> None:
        """Show what there is to say; the table has so many rows less.

        Args:
            told: the position as far as it is told; all of it if it is not given.
            whole: how many decisions are told, with all that came of them; likewise.
        """
        state = self._match.state if told is None else told
        whole = len(self._match.decisions) if whole is None else whole
        screen = self._screen
        # As all of the board, it is shown again once it is there.
        for aside in screen.query(Aside):
            aside.show(self._follow(state, whole))
            taken = len(aside.rows_for(screen.app.size.width - 2))
            for middle in screen.query(Middle):
                middle.taken = taken

    def _follow(self, told: State, whole: int) -> list[Content]:
        """Of a lesson the goal, what was said, what to try; else a note on what is new. Nothing is
        said of what is still to be told.
        """
        if (tutor := self.lesson) is None:
            return self._note(told)
        from game.tui.draw.lesson_rows import draw_aside  # noqa: PLC0415 - in lessons only

        said, own = tutor.hear(whole), self._own()
        if own != self._decided:
            # The learner has decided again: what was said before has been read.
            self._decided, self._said = own, []
        self._said += said
        words = self._teller.voice.messages
        return draw_aside(words, tutor, [each.text for each in self._said], whole)

    def _note(self, told: State) -> list[Content]:
        """A word on what occurs to whoever decides for the first time ever; each is said once, and
        nothing before it has been told.
        """
        app = cast("SharedEnemyApp", self._screen.app)
        match, line, settings = self._match, self._match.tree.timeline, app.settings
        now = (match.tree.current, len(line.decisions))
        if now == self._noted[0] or not settings.notes:
            return list(self._noted[1]) if now == self._noted[0] else []
        if self._telling():
            if self._occurred is None:
                return []
            occurrence, then = self._occurred
            still = occurrence.stands(match.book, then, told)
            return list(self._noted[1]) if still else []
        seen, rows = settings.seen_notes, list[Content]()
        first = new_to(match, seen)
        self._occurred = None if first is None else (first, line.state)
        if first is not None:
            voice = self._teller.voice
            lead = voice.say("first_note.lead")
            rows = [say((lead, STRONG), " – ", say_first_note(voice, line.state, first))]
            # Once it has been seen; the table does not wait until that is kept.
            name = first.note.value
            self._screen.call_after_refresh(
                lambda: app.change_settings(seen_notes=(*app.settings.seen_notes, name))
            )
        self._noted = (now, tuple(rows))
        return rows

    def _own(self) -> tuple[int, int]:
        """Which line is played, and how often the learner has had a choice in it."""
        tree, line = self._match.tree, self._match.tree.timeline
        if self._tutor is None:
            return tree.current, 0
        side = line.book.side_ids.index(self._tutor.lesson.learner)
        return tree.current, sum(
            state.side == side and forced(line.book, state) is None for state in line.states[:-1]
        )

    def page(self) -> None:
        """All that there is to try; if it is tried what was learnt, and what leads on."""
        if self.lesson is not None and self.lesson.tried:
            self._end()
        elif self.lesson is not None:
            from game.tui.draw.lesson_rows import draw_page  # noqa: PLC0415 - in lessons only
            from game.tui.screens.story import PageScreen  # noqa: PLC0415 - a screen is imported when it opens

            title, text = draw_page(self._teller.voice.messages, self.lesson)
            self._screen.app.push_screen(PageScreen(title, text))

    @property
    def end(self) -> tuple[str, str, Callable[[], None]]:
        """That the lesson is over, and what leads to its last page."""
        voice = self._teller.voice
        return voice.say("lesson.over"), voice.say("lesson.see"), self._end

    def _end(self) -> None:
        tutor = self.lesson
        if tutor is None or not self._screen.is_active:
            return

        from game.tui.screens.learnt import FREE, LearntScreen  # noqa: PLC0415 - a screen is imported when it opens

        def chosen(way: str | None) -> None:
            if way == FREE:
                tutor.free = True
                self.show()
            self._go_on()

        self._screen.app.push_screen(LearntScreen(tutor, over=self._match.over), chosen)
