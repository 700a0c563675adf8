"""What an opponent says of a decision, with the ways to those before and after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from game.tui.screens.story import PageScreen


class Explanation(PageScreen):
    """A page about one decision.

    Args:
        title: who was asked.
        text: what was said.
        other: asks about the decision so many before or after it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "other(-1)", "keys.step_back", key_display="←", id="explanation.back"),
        Binding("right,l", "other(1)", "keys.step_on", key_display="→", id="explanation.on"),
    ]

    def __init__(self, title: str, text: Content, other: Callable[[int], None]) -> None:
        super().__init__(title, text)
        self._other = other

    def action_other(self, by: int) -> None:
        """Ask about another decision."""
        self.dismiss()
        self._other(by)
