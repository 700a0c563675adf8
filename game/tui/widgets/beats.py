"""The place in which it is told what happened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from game.telling.beats import Beat
from game.telling.messages import english
from game.tui.draw.styles import DIM, rows_of, say, wrapped
from game.tui.sizes import is_roomy
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
        self._place: Sequence[Beat] = ()

    def tell(self, text: Content, place: Sequence[Beat] = ()) -> None:
        """Tell this with all the room there is; its page stays while ``place`` does."""
        page = self._top if place and place == self._place and not self._kept else 0
        self._kept, self._place = False, place
        self.display = True
        self.show(text)
        self.move(page)

    def turn_on(self) -> bool:
        """Show what there was no room for; tells whether there was any."""
        top = self._top
        self.turn(1)
        return self._top != top

    def below(self, rows: int) -> str:
        return english().say("beat.below", rows=rows)

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
        return whole_rows(self._text, self._most, self.content_size.width)

    @property
    def _most(self) -> int:
        return KEPT_ROOMY if is_roomy(self.app.size) else KEPT

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if self._kept:
            return len(whole_rows(self._text, self._most, width))
        return super().get_content_height(container, viewport, width)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked())


def whole_rows(text: Content, most: int, width: int) -> list[Content]:
    """As many rows as there may be, of sentences that are there whole; if something is left out,
    it says how to see it. A sentence for which there is no room is not begun.
    """
    told = [wrapped(each, width) for each in rows_of(text)]
    if sum(map(len, told)) <= most:
        return list(chain.from_iterable(told))
    more = say((english().say("beat.again"), DIM))
    kept: list[Content] = []
    for rows in told:
        beside = rows[-1].cell_length + 1 + more.cell_length <= width
        if len(kept) + len(rows) + (0 if beside else 1) > most:
            break
        kept += rows
    if kept and kept[-1].cell_length + 1 + more.cell_length <= width:
        return [*kept[:-1], say(kept[-1], " ", more)]
    return [*kept, more]
