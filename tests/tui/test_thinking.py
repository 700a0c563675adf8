"""Opponents that think in processes of their own, which may be lost."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.opponents import Answer, Game, OpponentError
from game.opponents.search import SearchSeat
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from game.tui.thinking import Thinking
from tests.tui.driving import front, library, new_match, press, running, said, settled

SEATS = ("search:1", "human")


async def until(done: Callable[[], bool]) -> None:
    """Wait for a state that other processes bring about."""
    while not done():  # noqa: ASYNC110 - no event tells of it
        await asyncio.sleep(0)


async def test_a_process_that_is_lost_while_it_thinks_is_not_missed(tmp_path: Path) -> None:
    """The same is thought once more by others, and decided."""
    match = new_match(None, seats=("search:5", "human"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        thinker = app.navigation.casting.thinker
        assert thinker is not None
        pool = thinker.workers
        await until(lambda: bool(pool.processes))
        os.kill(pool.processes[0], signal.SIGKILL)
        await until(lambda: match.state.side == 1 or isinstance(app.screen, SeatsScreen))
        front(app, TableScreen)


async def test_who_looks_at_little_needs_no_process(tmp_path: Path) -> None:
    match = new_match(None, seats=SEATS)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        await until(lambda: match.state.side == 1)
        thinker = app.navigation.casting.thinker
        assert thinker is not None
        assert thinker.alone


def test_whoever_leaves_meanwhile_is_not_told() -> None:
    """The screen is still there, but no longer its widgets."""
    left: Any = SimpleNamespace(is_attached=True, app=SimpleNamespace(is_running=False))
    told: list[object] = []
    thinking = Thinking(left, lambda *_: None, lambda *_: None)
    thinking._done(0, lambda: told.append(left))
    left.app.is_running = True
    assert not told
    thinking._done(0, lambda: told.append(left))
    assert told == [left]


async def test_for_one_that_cannot_go_on_another_one_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape lets it try again."""
    tries = 0
    choose = SearchSeat.choose

    def failing(self: SearchSeat, game: Game) -> Answer:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise OpponentError("it is gone")
        return choose(self, game)

    monkeypatch.setattr(SearchSeat, "choose", failing)
    match = new_match(None, seats=SEATS)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        await until(lambda: isinstance(app.screen, SeatsScreen))
        assert tries == 1
        assert "it is gone" in said(app)
        await settled(app)
        await press(app, "escape")
        await until(lambda: match.state.side == 1)
        front(app, TableScreen)
