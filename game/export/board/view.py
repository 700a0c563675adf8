"""A position as it is drawn, and what every part of the drawing shares."""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

from game.export.exported_game import ExportedGame
from game.export.svg import element, rect
from game.match import HUMAN
from game.telling.board import Board, board
from game.telling.voice import Voice
from game.value import frozen

WIDTH: Final = 1080
MARGIN: Final = 24
GAP: Final = 12

STRONG: Final = 17
"""The size to reckon with where words are in bold of size 15, which takes more room."""


class DrawnPart(NamedTuple):
    """A part of the drawing, and how high it is."""

    markup: str
    height: int


@frozen
class View:
    """A position of a game.

    Attributes:
        game: the game.
        at: how many decisions were taken before it.
        side: the side that is drawn first.
    """

    game: ExportedGame
    at: int
    side: int = 0

    @property
    def voice(self) -> Voice:
        """Who tells it."""
        return self.game.voice

    @cached_property
    def board(self) -> Board:
        """The table as it is then."""
        game = self.game
        seats = game.seat(0), game.seat(1)
        one, two = game.seats
        people = one == HUMAN, two == HUMAN
        said = game.said[: self.at]
        return board(game.voice, game.states[self.at], seats, self.side, said, people=people)


def panel(x: int, y: int, width: int, height: int) -> str:
    """The ground of a part."""
    return rect(x, y, width, height, "panel", rx=8)


def tick(x: int, y: int) -> str:
    """A check mark about a point."""
    return element("path", d=f"M{x - 4} {y}l3 4l6 -8", class_="mark")


def cross(x: int, y: int) -> str:
    """A cross about a point."""
    return element("path", d=f"M{x - 4} {y - 4}l8 8m0 -8l-8 8", class_="mark")


def dot(x: int, y: int, kind: str, size: int = 4) -> str:
    """A circle of a class about a point."""
    return element("circle", cx=x, cy=y, r=size, class_=kind)


def diamond(x: int, y: int, kind: str) -> str:
    """A diamond of a class about a point."""
    return element("path", d=f"M{x} {y - 5}l5 5l-5 5l-5 -5z", class_=kind)
