"""The first start: one question, and each answer leads straight into a game."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from game.telling.messages import english
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.screens.front import Front
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane

LEARN, ALONE, TOGETHER, WATCH = "learn", "alone", "together", "watch"

WAYS: Final = (LEARN, ALONE, TOGETHER, WATCH)


class FirstScreen(Front[str | None]):
    """Asks how to begin; dismissed with one of the ``WAYS``, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("q,escape", "leave", "keys.title", key_display="q", id="first.leave"),
    ]

    def compose(self) -> ComposeResult:
        yield Static(say((english().say("title.first.question"), STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.ways"))
        text = TextPane(id="preview", title=english().say("screens.pane.what"))
        with Box(classes="leaf"):
            yield ListAndText(listed, text, long=True)
        yield Footer()

    def on_mount(self) -> None:
        menu, words = self.query_one(Menu), english().say
        for way in WAYS:
            name = say((words(f"title.first.{way}.name"), STRONG))
            about = say("  ", (words(f"title.first.{way}.about"), DIM))
            menu.add_option(Row(lines([name, about]), way))
        menu.highlighted = 0
        menu.focus()
        told = [words("title.first.what"), "", words("title.first.later")]
        self.query_one(TextPane).show(lines([say(each) for each in told]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go the way that was chosen."""
        event.stop()
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing)

    def action_leave(self) -> None:
        """To the title."""
        self.dismiss(None)
