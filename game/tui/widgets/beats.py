"""The place in which it is told what happened."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from game.telling.messages import english
from game.tui.draw.styles import DIM, cut, say
from game.tui.sizes import ROOMY
from game.tui.widgets.text_pane import TextPane

KEPT = 2
"""Rows that stay in sight while somebody chooses, on a small screen."""
KEPT_ROOMY = 8
"""The same on a large one."""


class Beats(TextPane):
    """Shows what happened: with all the room there is, or in a few rows above the choices."""

    class Clicked(Message):
        """Somebody wants to be told on."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._kept = False

    def tell(self, text: Content, *, at_end: bool = False) -> None:
        """Tell this with all the room there is."""
        self._kept = False
        self.display = True
        self.show(text, at_end=at_end)

    def keep(self, text: Content) -> None:
        """Let this stay in sight above something else; no row is lost if there is nothing."""
        self._kept = True
        self.display = bool(text)
        self.show(text)
        self.refresh(layout=True)

    @property
    def rows(self) -> list[Content]:
        if not self._kept:
            return super().rows
        rows = self._wrap(self.content_size.width)
        return _first(rows, self._most, self.content_size.width)

    @property
    def _most(self) -> int:
        large = self.app.size.width >= ROOMY[0] and self.app.size.height >= ROOMY[1]
        return KEPT_ROOMY if large else KEPT

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        height = super().get_content_height(container, viewport, width)
        return min(height, self._most) if self._kept else height

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked())


def _first(rows: Sequence[Content], most: int, width: int) -> list[Content]:
    """The first rows; if there are more, it says how to see them."""
    kept = list(rows[:most])
    if len(rows) > most:
        more = say((english().say("beat.again"), DIM))
        kept[-1] = say(cut(kept[-1], width - more.cell_length - 1), " ", more)
    return kept
