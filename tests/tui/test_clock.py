"""Time in the app: what it does by itself while nobody presses a key."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from game.match import Match
from game.settings import Settings
from game.tui.app import SharedEnemyApp
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.table import TableScreen
from tests.tui.driving import front, library, new_match, play_on, press, running, text, wait


async def painted(app: SharedEnemyApp, seconds: float) -> int:
    """How often the app paints in some time, in which nothing is asked of it."""
    with patch.object(app, "_display", wraps=app._display) as display:
        await wait(app, seconds)
    return display.call_count


def over() -> Match:
    return play_on(new_match(None, seed=11), 1000, seed=5)


async def test_an_app_that_waits_paints_nothing(tmp_path: Path) -> None:
    """No cursor blinks and no clock ticks: so nothing is sent over a slow line."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        for key in ("f9", "enter", "enter", "?"):
            await press(app, key)
            before = text(app)
            assert await painted(app, 60) == 0
            assert text(app) == before


async def test_a_replay_that_runs_paints(tmp_path: Path) -> None:
    """And so the counting counts; at its end it stands still."""
    async with running(library(tmp_path), watch=over()) as app:
        replay = front(app, ReplayScreen)
        await press(app, "space")
        assert await painted(app, 5) > 0
        await wait(app, 3600)
        assert replay.moment == len(replay.match.decisions)
        assert await painted(app, 60) == 0


async def test_two_programs_play_by_themselves_to_the_verdict(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match, as_set=Settings()) as app:
        front(app, TableScreen)
        await wait(app, 30)
        begun = len(match.decisions)
        assert 1 <= begun < 10
        await press(app, "space")
        await wait(app, 60)
        assert len(match.decisions) == begun
        # At the fastest pace it stops at nothing.
        await press(app, "plus", "space")
        await wait(app, 3600)
        assert match.over
