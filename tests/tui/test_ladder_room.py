"""The ladder takes the room that there is, before anything else is told in it."""

from __future__ import annotations

import re
from itertools import dropwhile

from hypothesis import given
from hypothesis import strategies as st

from game.telling.layout.cells import text
from game.telling.layout.climb import ladder_rows, ladder_within
from game.tui.draw import board_rows
from game.tui.draw.board_rows import Room
from tests.tui.positions import Position, positions

ROWS = st.integers(0, 40)
WIDTHS = st.sampled_from([52, 69, 78])
LARGE = st.sampled_from([(100, 30), (120, 40), (200, 60)])
COUNT = re.compile(r"✓ \d+ carried")


@given(positions(), WIDTHS, ROWS)
def test_nothing_is_a_count_while_there_is_room_for_its_name(
    position: Position, width: int, most: int
) -> None:
    """And every motion has its row once there is room for all rows; more rows never tell less."""
    seen = position.board
    shorts = (seen.parties[0].short, seen.parties[1].short)

    def laid(rows: int) -> list[str]:
        return [text(row) for row in ladder_within(seen.ladder, shorts, width, rows)]

    rows = laid(most)
    names = ladder_rows(seen.ladder, shorts, width, tall=False, fold=False)
    tall = ladder_rows(seen.ladder, shorts, width, tall=True)
    least = ladder_rows(seen.ladder, shorts, width, tall=False)
    assert len(rows) <= max(most, len(least))
    assert len(laid(most + 1)) >= len(rows)
    if most >= len(names):
        assert not COUNT.search("\n".join(rows))
    if most >= len(tall):
        assert rows == [text(row) for row in tall]


@given(positions(), LARGE, st.integers(-1, 5))
def test_no_row_of_the_table_is_free_while_the_ladder_has_a_count(
    position: Position, screen: tuple[int, int], marked: int
) -> None:
    """Nor does a row move for what is marked."""
    if position.board.debate is not None:
        return
    width = {100: 52, 120: 69, 200: 69}[screen[0]]
    rows = [text(row) for row in board_rows.middle(position.board, Room(width, screen))]
    begun = list(dropwhile(lambda row: "What is coming" not in row, rows))
    free = sum(not row.strip() for row in rows[: len(rows) - len(begun)])
    counted = COUNT.search("\n".join(rows))
    assert not counted or free < 2
    again = board_rows.middle(position.board, Room(width, screen, marked=marked))
    assert [text(row) for row in again] == rows
