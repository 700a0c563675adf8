"""What is at stake stands in the list itself, and nobody is led to lose all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.plain.numbered import offer
from game.rules import Kind, Phase, Rule, play
from game.telling.menu import menu
from game.telling.voice import Voice
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import row_of
from tests.tui.driving import front, library, running, told
from tests.tui.positions import Position, positions
from tests.tui.snapshots import EVERY_SIZE, SCENES, until

WIDTHS = st.sampled_from([24, 38, 43, 67])


@given(positions(), WIDTHS)
def test_the_list_says_all_that_an_answer_to_a_headline_changes(
    position: Position, width: int
) -> None:
    """However narrow it is, the name first; in lines of text likewise."""
    if position.state.phase is not Phase.EVENT:
        return
    lines = "\n".join(offer(position.voice, position.state).lines)
    (section,) = menu(position.voice, position.state)
    for item in section.items:
        assert item.decision is not None
        assert item.decision.kind is Kind.CHOOSE
        rows = row_of(item, section, width).plain.split("\n")
        assert rows[0].startswith(f"  {item.label}"[: width - 1])
        assert item.note in " ".join(" ".join(rows).split())
        assert item.note in lines


@given(positions(), WIDTHS)
def test_what_ends_the_game_says_so_in_the_list(position: Position, width: int) -> None:
    """Whatever kind of choice it is, and nothing else does; in lines of text likewise."""
    voice, state = position.voice, position.state
    for section in menu(voice, state):
        for item in section.items:
            if item.closed or item.decision is None:
                continue
            if item.decision.kind in (Kind.REBUT, Kind.REJOIN, Kind.TABLE):
                continue
            _, consequences = play(position.book, state, item.decision)
            lost = any(each.cause.rule is Rule.COLLAPSE for each in consequences)
            shown = " ".join(row_of(item, section, width).plain.split())
            assert ("ends the game" in shown) == lost
            assert bool(item.ends) == lost


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_cursor_does_not_begin_where_all_is_lost(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """As long as something else can be chosen; what would be lost is in the list all the same."""
    match = until(SCENES["headline"])
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        choices = front(app, TableScreen).hand.choices
        items = [item for section in menu(Voice(match.book), match.state) for item in section.items]
        assert items[0].ends
        assert choices.current == items[1]
