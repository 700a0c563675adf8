"""Nothing moves at the table from one step to the next on a large screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region

from game.rules import NOBODY, Phase
from game.tui.app import SharedEnemyApp
from game.tui.screens.table import TableScreen
from tests.tui.driving import front, library, new_match, press, running, settled, told

SIZES = [(100, 30), (120, 40), (200, 60)]


def places(app: SharedEnemyApp) -> tuple[Region, tuple[int, int], Region]:
    """Where the choices are, where begins what is said of them, and where the middle is."""
    table = front(app, TableScreen)
    hand = table.hand
    detail = hand.detail.region
    return hand.choices.region, (detail.x, detail.y), table.query_one("#middle").region


@pytest.mark.parametrize("size", SIZES)
async def test_panes_stay_where_they_are_through_a_game(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The middle always, whatever is played; the choices and what is said of them as long as it is
    a turn, with the choice of an argument, and as long as it is an answer.
    """
    match = new_match(None, seed=5)
    seen: dict[bool, set[tuple[Region, tuple[int, int]]]] = {True: set(), False: set()}
    middles: set[Region] = set()

    def look() -> None:
        choices, detail, middle = places(app)
        seen[match.state.phase is Phase.TURN].add((choices, detail))
        middles.add(middle)

    async with running(library(tmp_path), size, start=match) as app:
        for step in range(14):
            await settled(app)
            await told(app)
            if match.over or match.state.side == NOBODY:
                break
            look()
            if match.state.phase is Phase.TURN:
                for key in ("down", "enter", "backspace"):
                    await press(app, key)
                    look()
            match.decide(match.legal()[step % len(match.legal())])
    assert len(middles) == 1
    assert all(len(found) == 1 for found in seen.values())
