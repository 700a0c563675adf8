"""The screen that covers the app while the terminal is too small for it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.telling.messages import english
from game.tui.screens.front import Front
from game.tui.sizes import LEAST


class Enlarge(Front[None]):
    """Asks for room; what lies below is as it was when there is enough again.

    It is no modal screen: what it covers is not laid out in a room too small for it.
    """

    COVERS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "keys.quit", show=False, id="enlarge.quit"),
    ]

    def compose(self) -> ComposeResult:
        yield Static(id="enlarge")

    def on_resize(self) -> None:
        width, height = self.app.size
        need = f"{LEAST[0]}x{LEAST[1]}"
        text = english().say("title.enlarge", need=need, size=f"{width}x{height}")
        self.query_one("#enlarge", Static).update(Content(text))
