"""The top of the table, above all else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Walk
from game.rules import Phase
from game.scenario import load
from game.scenario.catalogue import scenarios
from game.telling.board import board
from game.telling.layout.cells import length, text
from game.telling.layout.sides import hand_row, side_rows
from game.telling.layout.top import gauge_height
from game.telling.voice import Voice
from game.text.cells import cells
from game.tui.draw import board_rows
from game.tui.draw.board_rows import Room
from tests.tui.positions import Position, positions
from tests.tui.snapshots import SCENES, until

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


@given(positions(), st.integers(40, 200), st.booleans())
def test_both_sides_stand_on_one_grid(position: Position, width: int, hand: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    """Scores, bars, what is added, pips and hands begin and end in the same columns; what is left
    out is left out of both.
    """
    parties = position.board.in_order
    rows = side_rows(parties, width, hand=hand)
    assert [length(row) for row in rows] == [width, width]
    first, second = (text(row) for row in rows)
    for column in (r"/\d+", r"[▆·]{5,}", "if it ended now|at the end", r"[●○]+"):
        spans = [
            found.span() if (found := re.search(column, each)) else None for each in (first, second)
        ]
        if column.startswith("[●"):  # a side may have more capital than the other
            spans = [each and (each[0], 0) for each in spans]
        assert spans[0] == spans[1]
    begun = [each.find(party.hand) for each, party in zip((first, second), parties, strict=True)]
    assert begun[0] == begun[1]
    assert hand or begun[0] < 0
    assert begun[0] >= 0 or not hand or width < 80 or any(cells(each.now) > 20 for each in parties)


@given(positions())
def test_where_three_panes_stand_capital_begins_above_the_second(position: Position) -> None:
    """And what a side wants in the end is beside it, in a debate as well."""
    parties = position.board.in_order
    rows = [text(row) for row in side_rows(parties, 198, second=board_rows.SECOND)]
    for row, party in zip(rows, parties, strict=True):
        assert row[board_rows.SECOND + 2] in "●○"
        wanted = [f"{goal.target} " in row for goal in party.goals]
        assert all(wanted) or not any(wanted)


@pytest.mark.parametrize("scene", SCENES)
def test_on_the_largest_screen_both_sides_keep_their_aims_in_every_scene(scene: str) -> None:
    match = until(SCENES[scene])
    table = board(Voice(match.book), match.state)
    for row, party in zip(side_rows(table.in_order, 198, second=74), table.in_order, strict=True):
        assert party.goals
        assert all(goal.short in text(row) for goal in party.goals)


@given(positions(), SCREENS)
def test_the_hour_is_told_whatever_is_asked(position: Position, screen: tuple[int, int]) -> None:
    """In every scene, with the round; and whose turn it once was is not."""
    room = Room(screen[0] - 2, screen, asks=True)
    (row,) = (text(each) for each in board_rows.header(position.board, room))
    assert position.board.header.when in row
    assert position.board.header.turn not in row
    if position.board.mood is not None and not any(position.seats):
        assert position.board.mood.value in row


@given(positions(), st.sampled_from([(80, 24), (100, 30), (120, 40), (200, 60)]))
def test_what_the_viewer_wants_is_in_sight_at_every_size(
    position: Position, screen: tuple[int, int]
) -> None:
    """While something is chosen, wherever one row holds it."""
    board = position.board
    if board.debate is not None:
        return
    parts = (board_rows.middle, board_rows.sides)
    width = {80: 78, 100: 96, 120: 116, 200: 196}[screen[0]]
    rows = [row for each in parts for row in each(board, Room(width, screen))]
    shown = " ".join(" ".join(map(text, rows)).split())
    wanted = " ".join(
        f"{'✓' if goal.met else '✗'} {goal.short}" for goal in board.in_order[0].goals
    )
    assert wanted in shown or screen[0] == 80 or position.state.phase is Phase.END


@given(positions(), positions(), st.sampled_from([(100, 30), (120, 40), (200, 60)]))
def test_a_debate_moves_nothing_below_the_top(
    one: Position, other: Position, screen: tuple[int, int]
) -> None:
    """On a large screen: where in a debate arguments are, stands else what is wanted in the end."""
    room = Room(screen[0] - 4, screen)
    heights = {
        board_rows.top_height(each.board, room) - gauge_height(each.board.gauges, room.width)
        for each in (one, other)
    }
    assert len(heights) == 1


@pytest.mark.parametrize("scenario", [each.id for each in scenarios()])
def test_at_100_cells_every_argument_in_a_hand_has_its_whole_name(scenario: str) -> None:
    """In all that ship, and whatever is in the hands."""
    walk = Walk(load(scenario), seed=1)
    for party in board(Voice(walk.book), walk.state).in_order:
        told = text(hand_row(party, 100 - 2)).split()
        assert [each[1:] for each in told] == [card.short for card in party.cards]


@given(positions(), st.integers(0, 3))
def test_at_80x24_the_headline_to_come_is_read_whole(position: Position, note: int) -> None:
    """Whatever rows a note takes; and there is a list of six rows at least."""
    table, room = position.board, Room(78, (80, 24), taken=note)
    rows = board_rows.middle(table, room)
    seen = " ".join(" ".join(map(text, rows)).split())
    if table.debate is None and not table.wire.asked and table.wire.headline:
        assert " ".join(table.wire.title.split()) in seen
        assert board_rows.top_height(table, room) + note + len(rows) + 1 + board_rows.LIST <= 24
