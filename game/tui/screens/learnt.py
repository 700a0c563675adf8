"""The last page of a lesson: what was learnt, and where to go from there."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from game.scenario.lessons import lesson_after
from game.teaching.tutor import Tutor
from game.telling.messages import english
from game.tui.draw.lesson_rows import draw_learnt
from game.tui.draw.styles import STRONG, say
from game.tui.modal import Careful
from game.tui.play_on import Teach
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane

FREE: Final = "free"
"""The way back to the table, where play goes on without the lesson."""


class LearntScreen(Careful[str | None]):
    """Says what was learnt; dismissed with ``FREE`` to play on, or goes elsewhere.

    Args:
        tutor: what has followed the lesson.
        over: whether the game itself is over, too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("pagedown", "read(1)", show=False, id="learnt.read_down"),
        Binding("pageup", "read(-1)", show=False, id="learnt.read_up"),
        Binding("q,escape", "to_title", "keys.title", key_display="q", id="learnt.title"),
        Binding("q,escape", "back", "keys.back", key_display="q", id="learnt.back"),
    ]

    def __init__(self, tutor: Tutor, *, over: bool) -> None:
        super().__init__()
        self._tutor = tutor
        self._over = over
        self._next = lesson_after(tutor.lesson)

    def compose(self) -> ComposeResult:
        words, lesson = english(), self._tutor.lesson
        title = words.say("lesson.begins", place=lesson.place, name=lesson.name)
        yield Static(say((title, STRONG)), id="page-title")
        with Box(classes="leaf"):
            yield TextPane(draw_learnt(words, self._tutor), id="page-text")
        yield Menu(id="onward", title=words.say("screens.pane.onward"))
        yield Footer()

    def on_mount(self) -> None:
        words = english()
        ways = [(FREE, words.say(f"lesson.next.{'verdict' if self._over else 'free'}"))]
        if self._next is not None:
            ways.insert(0, ("lesson", words.say("lesson.next.lesson", name=self._next.name)))
        ways += [(each, words.say(f"lesson.next.{each}")) for each in ("again", "list", "title")]
        menu = self.query_one(Menu)
        menu.add_options(Row(say((label, STRONG)), way) for way, label in ways)
        menu.highlighted = 0
        menu.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go where the row leads."""
        if not isinstance(event.option, Row):
            return
        match event.option.thing:
            case "lesson" if self._next is not None:
                self.app.post_message(Teach(self._next.id))
            case "again":
                self.app.post_message(Teach(self._tutor.lesson.id))
            case "list":
                self.app.post_message(Teach(None))
            case "title":
                self.action_to_title()
            case way:
                self.dismiss(way)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before its end a lesson can be gone back to."""
        if action in ("back", "to_title"):
            return self._tutor.over == (action == "to_title")
        return super().check_action(action, parameters)

    def action_to_title(self) -> None:
        """Leave for the title."""
        self.app.call_later(self.app.run_action, "title")

    def action_back(self) -> None:
        """Back to the lesson."""
        self.dismiss(None)

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text."""
        self.query_one(TextPane).turn(pages)
