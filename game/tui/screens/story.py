"""The transcript of a match, to scroll through."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.telling.messages import english
from game.tui.draw.briefing_rows import draw_story
from game.tui.draw.styles import STRONG, lines, say
from game.tui.draw.teller import Teller
from game.tui.modal import Modal
from game.tui.screens.ask import Ask
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.text_pane import TextPane

WIDEST = 100
"""Cells in a row of text at most: longer rows are hard to read."""


class PageScreen(Modal[None]):
    """A long text over the whole screen. ``q``, Escape, Backspace or Enter leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding(
            "q,escape,backspace,enter", "dismiss", "keys.back", key_display="q", id="page.back"
        ),
        Binding("down,j", "move(1)", "keys.down", show=False, id="page.down"),
        Binding("up,k", "move(-1)", "keys.up", show=False, id="page.up"),
        Binding("pagedown,space", "turn(1)", "keys.page_on", key_display="PgDn", id="page.on"),
        Binding("pageup", "turn(-1)", "keys.page_back", show=False, id="page.before"),
        Binding("home,g", "move(-1000000)", "keys.top", key_display="g", id="page.top"),
        Binding("end,G", "move(1000000)", "keys.end", key_display="G", id="page.end"),
        Binding("slash", "find", "keys.find", key_display="/", id="page.find"),
    ]

    def __init__(self, title: str, text: Content, *, at_end: bool = False, start: int = 0) -> None:
        """``start``: the line of the text that it opens at."""
        super().__init__()
        self._title = title
        self._text = text
        self._at_end = at_end
        self._start = start
        self._wanted = ""
        """What was looked for last."""

    def compose(self) -> ComposeResult:
        yield Static(say((self._title, STRONG)), id="page-title")
        with Box(classes="leaf"):
            yield TextPane(self._text, id="page-text", widest=WIDEST)
        yield Footer()

    def on_mount(self) -> None:
        if self._at_end:
            self.call_after_refresh(self.action_move, 1_000_000)
        elif self._start:
            self.call_after_refresh(self.query_one(TextPane).go_to, self._start)

    def action_move(self, rows: int) -> None:
        """Move the text by rows."""
        self.query_one(TextPane).move(rows)

    def action_turn(self, pages: int) -> None:
        """Turn pages."""
        self.query_one(TextPane).turn(pages)

    def action_find(self) -> None:
        """Ask for letters, and go to the next line that holds them."""
        words = english().say

        def answered(wanted: str | None) -> None:
            if wanted:
                self._wanted = wanted
                if not self.query_one(TextPane).find(wanted):
                    self.notify(words("screens.page.not_found", words=wanted), markup=False)

        self.app.push_screen(Ask(words("screens.page.find"), self._wanted, finds=True), answered)


class Story(PageScreen):
    """Everything that has happened in a match.

    Args:
        teller: who tells it.
        at_end: whether it opens at what happened last; else at how it came to this.
    """

    def __init__(self, teller: Teller, *, at_end: bool = True) -> None:
        voice = teller.voice
        told = teller.match.decisions
        rows = [*draw_story(teller), say("")]
        rows.append(teller.story() if told else say(voice.say("table.nothing")))
        super().__init__(voice.say("table.happened"), lines(rows), at_end=at_end and bool(told))
