"""The lessons, each with how far one is in it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.match import Library
from game.scenario.lessons import ListedLesson, lessons
from game.teaching.marks import LessonMark, marks
from game.telling.messages import english
from game.tui.draw.lesson_rows import draw_lesson, draw_row
from game.tui.draw.styles import BAD, DIM, STRONG, say, wrapped
from game.tui.screens.front import Front
from game.tui.sizes import ROOMY
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.low import FRAME
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane
from game.value import frozen

_EDGES = 6
"""Cells beside a row of a pane with a frame."""


@frozen
class TakeUp:
    """What was chosen: a lesson to begin, or the save of one to go on with."""

    lesson: str
    save: Path | None = None


class LessonsScreen(Front[TakeUp | None]):
    """Lists the lessons; dismissed with the one to take up, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("n", "anew", "keys.anew", id="lessons.anew"),
        Binding("pagedown", "read(1)", show=False, id="lessons.read_down"),
        Binding("pageup", "read(-1)", show=False, id="lessons.read_up"),
        Binding("q,escape,backspace", "leave", "keys.back", key_display="q", id="lessons.leave"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._lessons = lessons()
        good = {each.id: each.lesson for each in self._lessons if each.lesson is not None}
        self._marks = marks(library, good)

    def compose(self) -> ComposeResult:
        words = english().say
        yield Static(say((words("lesson.title"), STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.lessons"))
        text = TextPane(id="preview", title=english().say("screens.pane.learnt"))
        both = ListAndText(listed, text, long=True)
        both.hold(len(self._lessons) + FRAME + self._longest)
        yield both
        yield Static(say((words("lesson.keys"), DIM)), id="hint")
        yield Footer()

    @property
    def _longest(self) -> int:
        """Rows of what a lesson is about where there is a frame; at most."""
        told = (self._about(each) for each in self._lessons)
        return max((len(wrapped(each, ROOMY[0] - _EDGES)) for each in told), default=1)

    def on_mount(self) -> None:
        menu, words = self.query_one(Menu), english()
        for each in self._lessons:
            if each.lesson is None:
                row = say((words.say("lesson.faulty", name=each.id), BAD))
            else:
                row = draw_row(words, each.lesson, self._marks[each.id])
            menu.add_option(Row(row, each))
        if not self._lessons:
            self.query_one(TextPane).show(say((words.say("lesson.none"), BAD)))
        waiting = [place for place, each in enumerate(self._lessons) if self._first(each)]
        menu.highlighted = waiting[0] if waiting else 0
        menu.focus()

    def _first(self, each: ListedLesson) -> bool:
        """Whether a lesson is one to go on with."""
        return each.lesson is not None and self._marks[each.id].mark.value != "done"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the marked lesson is about, or what is wrong with it."""
        if isinstance(event.option, Row):
            self.query_one(TextPane).show(self._about(event.option.thing))

    def _about(self, each: ListedLesson) -> Content:
        if each.lesson is None:
            return say((str(each.error), BAD))
        return draw_lesson(english(), each.lesson, self._mark(each))

    def _mark(self, each: ListedLesson) -> LessonMark:
        return self._marks.get(each.id, LessonMark())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin the marked lesson, or go on with it."""
        if isinstance(event.option, Row) and event.option.thing.lesson is not None:
            each = event.option.thing
            self.dismiss(TakeUp(each.id, self._mark(each).save))

    def action_anew(self) -> None:
        """Begin the marked lesson from its start."""
        row = self.query_one(Menu).highlighted_option
        if isinstance(row, Row) and row.thing.lesson is not None:
            self.dismiss(TakeUp(row.thing.id))

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text below the list."""
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Back to the title."""
        self.dismiss(None)
