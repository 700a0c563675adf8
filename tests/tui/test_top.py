"""The top of the table, above all else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.tui.draw import board_rows
from game.tui.draw.board_rows import Room
from tests.tui.positions import Position, positions

SCREENS = st.sampled_from([(80, 24), (100, 30), (120, 40), (200, 60)])


@given(positions(), SCREENS)
def test_the_rows_above_all_else_are_counted_as_they_are_drawn(
    position: Position, screen: tuple[int, int]
) -> None:
    """Whatever a scenario's tracks take; also where the room is as wide as the smallest screen."""
    for width in (screen[0], screen[0] - 2, 40):
        room = Room(width, screen)
        drawn_above = sum(len(each(position.board, room)) for each in board_rows.TOP)
        assert board_rows.top_height(position.board, room) == drawn_above
