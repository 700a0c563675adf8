"""Opponents in the app: they play, explain themselves, can be hurried and replaced."""

from __future__ import annotations

from pathlib import Path

from game.opponents import Answer, Game
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.story import Page
from game.tui.screens.table import TableScreen
from tests.tui.driving import library, new_match, press, running, said, text


async def test_a_doctrine_answers_and_says_why(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "realist"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "enter", "enter")
        assert any(state.side == 1 for state in match.states[:-1])
        reason = next(each for each in match.reasons if each)
        assert reason.split()[0] in text(app)
        await press(app, "a")
        assert isinstance(app.screen, Page)
        assert "Why did you do that?" in text(app)
        assert "What do you think I want?" in text(app)
        await press(app, "q")
        assert isinstance(app.screen, TableScreen)


async def test_asking_again_after_resuming_gives_the_same_reason(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "realist"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "enter", "enter", "a")
        before = text(app)
        assert isinstance(app.screen, Page)
        await press(app, "q")
        table = app.screen
        assert isinstance(table, TableScreen)
        table.recalled = None
        await press(app, "a")
        assert text(app) == before


class Broken:
    """An opponent that raises."""

    def choose(self, game: Game) -> Answer:
        raise RuntimeError(f"no idea in round {game.state.round}")


async def test_the_seat_of_an_opponent_that_breaks_can_be_taken_over(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "realist"))
    async with running(library(tmp_path), start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents = {1: Broken()}
        await press(app, "enter", "enter", "enter")
        assert "no idea in round 1" in said(app)
        assert isinstance(app.screen, SeatsScreen)
        assert match.decisions[-1].text.startswith("table:")
