"""The transcript of a match, to scroll through."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from game.match import Match
from game.tui.draw.ink import STRONG, say
from game.tui.draw.story import draw_story


class Page(ModalScreen[None]):
    """A long text over the whole screen. ``q``, Escape, Backspace or Enter leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="help"),
        Binding("q,escape,backspace,enter", "dismiss", "Back", key_display="q", id="page.back"),
        Binding("j", "read('down')", "Down", show=False, id="page.down"),
        Binding("k", "read('up')", "Up", show=False, id="page.up"),
        Binding("g", "read('home')", "Top", id="page.top"),
        Binding("G", "read('end')", "End", id="page.end"),
    ]

    def __init__(self, title: str, text: Content, *, at_end: bool = False) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._at_end = at_end

    def compose(self) -> ComposeResult:
        yield Static(say((self._title, STRONG)), id="page-title")
        with VerticalScroll(id="page-text"):
            yield Static(self._text)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        box = self.query_one(VerticalScroll)
        box.focus()
        if self._at_end:
            box.scroll_end(animate=False)

    def action_read(self, where: str) -> None:
        """Scroll: ``up``, ``down``, ``home`` or ``end``."""
        box = self.query_one(VerticalScroll)
        getattr(box, f"scroll_{where}")(animate=False)


class Story(Page):
    """Everything that has happened in a match."""

    def __init__(self, match: Match) -> None:
        text = draw_story(match, 0) if match.decisions else say("Nothing has happened yet.")
        super().__init__("What has happened", text, at_end=True)
