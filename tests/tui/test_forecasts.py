"""While one chooses, what can be counted on is in sight: lines, and how a motion is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from game.match import HUMAN
from game.opponents import Answer, Game
from game.opponents.character_seat import CharacterSeat
from game.scenario.cast import character
from game.telling import forecast
from game.telling.voice import Voice
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import (
    LARGE,
    front,
    library,
    new_match,
    press,
    resize,
    running,
    said,
    settled,
    text,
)


def near(name: str) -> CharacterSeat:
    """A character that looks one step ahead, in this process."""
    return CharacterSeat(evolve(character(name), sight=1), seed=7)


async def test_the_answer_is_forecast_and_the_lines_are_in_sight(tmp_path: Path) -> None:
    """Beside the choice at 120 by 40, and on a page of its own at 80 by 24."""
    match = new_match(library(tmp_path), seats=(HUMAN, "opportunist"))
    async with running(library(tmp_path), LARGE, start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents[1] = near("opportunist")
        await press(app, "enter", "enter")
        await app.workers.wait_for_complete()
        await settled(app)
        assert front(app, TableScreen).hand.tabled
        words = text(app)
        assert "RU is likely to" in words or "RU will" in words or "RU may" in words
        assert "Russia: The Opportunist" in words
        assert "Never signs what costs it a point." in words
        await resize(app, 80, 24)
        assert "RU " in text(app)
        await press(app, "o")
        front(app, PageScreen)
        assert "Never turns down what pays it two points or more, unless it trails." in text(app)
        assert "fair" in text(app)
        await press(app, "q")
        front(app, TableScreen)


class Silent:
    """Somebody who cannot be asked."""

    def choose(self, game: Game) -> Answer:
        raise RuntimeError(f"no idea in round {game.state.round}")


async def test_a_forecast_that_fails_is_none_and_troubles_nobody(tmp_path: Path) -> None:
    """Nor is anything said of an opponent that cannot be known, or of people."""
    match = new_match(library(tmp_path), seats=(HUMAN, "opportunist"))
    async with running(library(tmp_path), start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents[1] = Silent()
        await press(app, "enter", "enter")
        assert "likely" not in text(app)
        table.opponents[1] = near("opportunist")
        table.forecasts._thinking._failed(Game(match.book, match.state), RuntimeError("lost"))
        table.hand.show_again()
        await app.workers.wait_for_complete()
        await settled(app)
        assert said(app) == ""
        detail = table.query_one("#detail", TextPane)._text.plain
        assert "Never signs what costs it a point." in detail
        del table.opponents[1]
        await press(app, "o")
        assert "The Opportunist" in text(app)
    people = new_match(None)
    async with running(library(tmp_path), start=people) as app:
        await press(app, "enter", "enter")
        assert "likely" not in text(app)
        await press(app, "o")
        assert "Nobody but people sits at this table." in text(app)


async def test_the_lines_of_a_character_are_told_once_for_a_position(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often the cursor moves; and anew when somebody has decided."""
    told: list[Game] = []
    tell = forecast.partners

    def counted(voice: Voice, game: Game) -> object:
        told.append(game)
        return tell(voice, game)

    monkeypatch.setattr(forecast, "partners", counted)
    match = new_match(library(tmp_path), seats=(HUMAN, "opportunist"))
    async with running(library(tmp_path), LARGE, start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        await press(app, "enter", *["down"] * 6)
        lines = table.forecasts.lines()
        assert lines
        assert len(told) == 1
        before = match.state
        match.decide(match.legal()[0])
        assert match.state is not before
        assert table.forecasts.lines()
        assert len(told) == 2
