"""Signs that say in one cell what words say elsewhere."""

from __future__ import annotations

from typing import Final

from game.review.standing import MotionStanding
from game.telling.board import Card, Nearness
from game.telling.layout.cells import BAD, DIM, GOOD, STRONG, WARN

MOTIONS: Final = {
    MotionStanding.CARRIED: ("✓", f"{STRONG} {GOOD}"),
    MotionStanding.OPEN: ("○", STRONG),
    MotionStanding.EXPENSIVE: ("$", STRONG),
    MotionStanding.BARRED: ("✗", DIM),
    MotionStanding.CLOSED: ("·", DIM),
    MotionStanding.EXCLUDED: ("–", DIM),
}
"""How a motion stands for the side whose turn it is: its sign, and its look."""

EITHER_OR: Final = "|"
"""Between two motions of which only one can be carried."""

GOALS: Final = {True: ("✓", GOOD), False: ("✗", DIM)}
"""An objective by whether it is met as things stand: its sign, and its look."""

CARDS: Final = {
    (True, False): "●",
    (True, True): "◆",
    (False, False): "○",
    (False, True): "◇",
}
"""An argument by whether it is ready, and whether it is on the record."""

MOVES: Final = {True: "▲", False: "▼"}
"""A number that has moved, by whether it is more."""

DANGERS: Final = {
    Nearness.NONE: STRONG,
    Nearness.NEAR: f"{STRONG} {WARN}",
    Nearness.LAST: f"{STRONG} {BAD}",
}
"""The look of a track's number."""


def of_card(card: Card) -> str:
    """The sign of an argument in a hand."""
    return CARDS[card.ready, card.on_record]


def of_move(by: int) -> str:
    """The sign before a number that has moved, and which way; a blank before one that has not."""
    return " " if not by else MOVES[by > 0]
