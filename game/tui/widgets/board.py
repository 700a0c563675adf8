"""The board: the whole position at a glance, without the choices."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen

from game.tui.draw.debate import draw_debate
from game.tui.draw.header import draw_header
from game.tui.draw.ladder import draw_ladder
from game.tui.draw.news import draw_close
from game.tui.draw.position import Position
from game.tui.draw.sides import draw_side
from game.tui.draw.tracks import draw_tracks
from game.tui.draw.wire import draw_wire
from game.tui.widgets.drawn import Drawn


class Summary(Container):
    """The top of the board: round and question, tracks, both sides."""

    def compose(self) -> ComposeResult:
        yield Drawn(draw_header, id="header")
        yield Drawn(draw_tracks, id="tracks")
        yield Drawn(lambda seen, width: draw_side(seen, seen.viewer, width), id="first-side")
        yield Drawn(lambda seen, width: draw_side(seen, 1 - seen.viewer, width), id="second-side")


class Course(Container):
    """The course of things: the ladder with its ceiling, the wire, the close of the round.

    Beside a ladder of many motions the wire and the close have a row each on a roomy terminal, too.
    """

    _full: tuple[Position, int, tuple[Content, ...]] | None = None
    """What was drawn in full last: each part asks for all of them."""

    def compose(self) -> ComposeResult:
        yield Drawn(partial(draw_ladder, tall=False), self._ladder, id="ladder")
        yield Drawn(partial(draw_wire, tall=False), self._wire, id="wire")
        yield Drawn(lambda _, __: Content(), self._close, id="close")

    def on_resize(self) -> None:
        for part in self.query(Drawn):
            part.redraw()

    def _ladder(self, position: Position, width: int) -> Content:
        return self._in_full(position, width)[0]

    def _wire(self, position: Position, width: int) -> Content:
        parts = self._in_full(position, width)
        return parts[1] if self._fit(parts) else draw_wire(position, width, tall=False)

    def _close(self, position: Position, width: int) -> Content:
        parts = self._in_full(position, width)
        return parts[2] if self._fit(parts) else draw_close(position, width, tall=False)

    def _in_full(self, position: Position, width: int) -> tuple[Content, ...]:
        full = self._full
        if full is None or full[0] is not position or full[1] != width:
            draws = (draw_ladder, draw_wire, draw_close)
            parts = tuple(draw(position, width, tall=True) for draw in draws)
            full = self._full = (position, width, parts)
        return full[2]

    def _fit(self, parts: tuple[Content, ...]) -> bool:
        """Whether there is room for all of them, with a row between them."""
        return sum(part.plain.count("\n") + 2 for part in parts) - 1 <= self.size.height


class Talk(Container):
    """The debate."""

    def compose(self) -> ComposeResult:
        yield Drawn(partial(draw_debate, tall=False), partial(draw_debate, tall=True), id="debate")


def show(screen: Screen[Any], position: Position, *, steady: bool = False) -> None:
    """Let every part of the board on a screen draw a position; if steady, none gives up rows."""
    for part in screen.query(Drawn):
        part.show(position, steady=steady)
