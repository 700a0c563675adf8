"""Asking for a line of text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from game.telling.messages import english
from game.text import clean
from game.tui.draw.styles import DIM, STRONG, say
from game.tui.modal import Field
from game.tui.widgets.line import LineInput


class Ask(Field[str | None]):
    """Asks for a line; dismissed with it, cleaned of what cannot be shown, or with nothing.

    Args:
        question: what is asked.
        text: what stands there first.
        longest: how many letters it has at most.
        finds: whether the line is looked for, not kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "keys.back", show=False, id="ask.leave"),
    ]

    def __init__(
        self, question: str, text: str = "", *, longest: int = 2000, finds: bool = False
    ) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._longest = longest
        self._finds = finds

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(say((self._question, STRONG)), id="question-title")
            yield LineInput(self._text, longest=self._longest, id="line")
            keys = english().say("screens.ask.finds" if self._finds else "screens.ask.keys")
            yield Static(say((keys, DIM)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(clean(event.value).strip())

    def action_leave(self) -> None:
        """Back without an answer."""
        self.dismiss(None)
