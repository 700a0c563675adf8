"""Choosing a format to write a match in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from game.export import FORMATS
from game.telling.messages import english
from game.tui.draw.styles import DIM, STRONG, say
from game.tui.modal import Careful
from game.tui.widgets.menu import Menu, Row


class ExportScreen(Careful[str | None]):
    """Lists the formats; dismissed with the name of one, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", show=False, id="help"),
        Binding("escape,q", "leave", "keys.back", show=False, id="export.leave"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(say((english().say("screens.export.title"), STRONG)), id="question-title")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        menu.add_options(
            Row(say((f"{each.name:<11}", STRONG), (each.what, DIM)), name)
            for name, each in FORMATS.items()
        )
        menu.highlighted = 0
        menu.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a format."""
        event.stop()
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing)

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)
