"""From the verdict one plays on where it mattered most; the game as it was stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.review.turning_points import turning_points, weightiest
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from tests.tui.driving import SIZES, front, library, new_match, play_on, press, running, text


@pytest.mark.parametrize("size", SIZES)
async def test_branching_from_the_verdict_leads_before_what_weighs_most(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    kept = library(tmp_path)
    match = new_match(None, seed=21)
    match.save_as(kept.create("over"))
    play_on(match, 1000, seed=1)
    line = match.tree.timeline
    (point,) = weightiest(turning_points(line.book, line.states, line.consequences), 1)
    decisions = match.decisions
    async with running(kept, size, start=match) as app:
        front(app, VerdictScreen)
        await press(app, "b")
        front(app, SeatsScreen)
        await press(app, "escape")
        front(app, VerdictScreen)
        assert match.decisions == decisions
        await press(app, "b", "enter")
        table = front(app, TableScreen)
        assert table.match.decisions == decisions[: point.ply - 1]
        assert table.match.tree.variations[0].timeline.decisions == line.decisions


async def test_the_verdict_draws_both_scores(tmp_path: Path) -> None:
    """Round by round, in words as well."""
    match = play_on(new_match(None, seed=21), 1000, seed=1)
    async with running(library(tmp_path), (80, 40), start=match) as app:
        front(app, VerdictScreen)
        seen = " ".join(text(app).split())
        for side in match.scenario.sides:
            assert f"{side.name}, {side.goal} round by round:" in seen
