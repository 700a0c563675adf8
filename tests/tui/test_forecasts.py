"""While one chooses, what can be counted on is in sight: lines, and how a motion is answered."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from attrs import evolve

from game.match import HUMAN
from game.opponents import Answer, Game, Opponent
from game.opponents.character_seat import CharacterSeat
from game.rules import Kind
from game.scenario.cast import character
from game.telling import forecast
from game.telling.preview import preview
from game.telling.voice import Voice
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import (
    LARGE,
    SMALL,
    front,
    library,
    new_match,
    press,
    resize,
    running,
    said,
    settled,
    text,
    told,
)
from tests.tui.snapshots import SCENES, until

SPOKEN = (Kind.TABLE, Kind.REBUT, Kind.REJOIN)
"""The decisions with which something is said."""


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
        assert "Never signs a motion of yours that" in words
        await resize(app, 80, 24)
        assert "RU " in text(app)
        await press(app, "o")
        front(app, PageScreen)
        assert "Never turns down what pays it two points or more, unless it trails." in text(app)
        assert "fair" in text(app)
        await press(app, "q")
        front(app, TableScreen)


async def test_nothing_moves_for_the_first_forecast(tmp_path: Path) -> None:
    """Its row is there while the answer is being worked out."""
    match = new_match(library(tmp_path), seats=(HUMAN, "opportunist"))
    async with running(library(tmp_path), LARGE, start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents[1] = near("opportunist")
        asked: list[tuple[Opponent, Game]] = []
        with patch.object(table.forecasts._thinking, "ask", lambda *who: asked.append(who)):
            await press(app, "enter", "enter")
        before = detail(table)
        assert before[1] == "How RU answers is being worked out."
        table.forecasts._thinking.ask(*asked[-1])
        await app.workers.wait_for_complete()
        await settled(app)
        after = detail(table)
        assert after[1] != before[1]
        assert [*after[:1], *after[2:]] == [*before[:1], *before[2:]]


async def test_a_row_kept_for_a_forecast_goes_if_there_is_none(tmp_path: Path) -> None:
    """And it is not asked for again and again."""
    match = new_match(library(tmp_path), seats=(HUMAN, "opportunist"))
    async with running(library(tmp_path), LARGE, start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents[1] = near("opportunist")
        thinking, asked = table.forecasts._thinking, list[Game]()

        def fails(_: Opponent, game: Game) -> None:
            asked.append(game)
            app.call_later(thinking._failed, game, RuntimeError("lost"))

        with patch.object(thinking, "ask", fails):
            await press(app, "enter", "enter")
            await settled(app)
            assert "worked out" not in " ".join(detail(table))
            assert len(asked) == len(set(map(id, asked))) <= len(table.hand.choices.options)


def detail(table: TableScreen) -> list[str]:
    """What the highlighted choice would do, by line."""
    return table.query_one("#detail", TextPane)._text.plain.split("\n")


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
        assert "Never signs a motion of yours that costs it a point." in detail
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


@pytest.mark.parametrize("size", [SMALL, (100, 30)])
@pytest.mark.parametrize("scene", ["choosing", "debate", "reply"])
async def test_what_a_choice_comes_to_is_read_without_turning_a_page(
    tmp_path: Path, scene: str, size: tuple[int, int]
) -> None:
    """Who can answer it, and what is said with it; where nothing is said, what it comes to."""
    match = until(SCENES[scene])
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        table = front(app, TableScreen)
        if scene == "choosing":  # the arguments for a motion
            await press(app, "enter")
        seen = 0
        for _ in table.hand.choices.options:
            item = table.hand.choices.current
            assert item is not None
            if item.decision is not None and item.open:
                pane = " ".join(row.plain for row in table.query_one("#detail", TextPane).rows)
                read = " ".join(pane.split())
                comes = preview(table.teller.voice, match.state, item.decision)
                first = comes.then[: 1 if comes.about else 3]
                assert all(" ".join(each.split()) in read for each in first), read
                if item.decision.kind in SPOKEN:
                    words = comes.about.split()
                    assert " ".join(words[: 15 if scene == "choosing" else None]) in read, read
                seen += bool(first)
            await press(app, "down")
        assert seen
