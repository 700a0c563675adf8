"""The board: the whole position at a glance, without the choices."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container
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
    """The course of things: the ladder with its ceiling, the wire, the close of the round."""

    def compose(self) -> ComposeResult:
        parts = (("ladder", draw_ladder), ("wire", draw_wire), ("close", draw_close))
        for name, draw in parts:
            yield Drawn(partial(draw, tall=False), partial(draw, tall=True), id=name)


class Talk(Container):
    """The debate."""

    def compose(self) -> ComposeResult:
        yield Drawn(partial(draw_debate, tall=False), partial(draw_debate, tall=True), id="debate")


def show(screen: Screen[Any], position: Position) -> None:
    """Let every part of the board on a screen draw a position."""
    for part in screen.query(Drawn):
        part.show(position)
