"""Whole games by keys, from the title to the verdict, and back again from disk."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual.widgets import Input, Select

from game.match import Match, verify
from game.scenario.catalogue import ids, read_text
from game.tui.screens.new_game import NewGameScreen
from game.tui.screens.question import Question
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.choices import Choices
from tests.examples import LONG
from tests.tui.driving import (
    SIZES,
    SMALL,
    Policy,
    click,
    front,
    library,
    new_match,
    play_to_verdict,
    press,
    rows,
    running,
    step,
    text,
)
from tests.tui.tour import stocked

GAMES = [(SMALL, "glass-ceiling")]
if LONG:
    GAMES = [(size, each) for size in SIZES for each in ids()]


def policy(seed: int) -> Policy:
    """Choose among the first open items, so that motions are tabled and debated."""
    pick = random.Random(seed)
    return lambda lines: pick.choice(lines[:3])


@pytest.mark.parametrize(("size", "scenario"), GAMES)
async def test_two_people_play_from_the_title_to_the_verdict(
    tmp_path: Path, size: tuple[int, int], scenario: str
) -> None:
    """By keys alone; then the game is on disk, verified, and is stepped through."""
    kept = library(tmp_path)
    async with running(kept, size) as app:
        front(app, TitleScreen)
        await press(app, "n")
        form = front(app, NewGameScreen)
        form.query_one("#scenario", Select).value = scenario
        form.query_one("#way", Select).value = "together"
        form.query_one("#seed", Input).value = "11"
        await press(app, "f2")
        opening = front(app, Question)
        await press(app, "enter")
        match = front(app, TableScreen).match
        assert match.scenario.id == scenario
        assert match.scenario.sides[0].about in opening._text.plain
        await play_to_verdict(app, policy(3))
        assert match.verdict is not None
        ending = text(app)
        for side in match.scenario.sides:
            assert side.name in ending
        assert match.scenario.epilogues[match.verdict.name].title in ending
        await press(app, "r")
        replay = front(app, ReplayScreen)
        assert replay.moment == 0
        await press(app, "end")
        assert replay.moment == len(match.decisions)
        await press(app, "q", "q")
        front(app, TitleScreen)
    report = verify(kept.find(scenario))
    assert report.good
    reopened = Match.open(kept.find(scenario), read_only=True)
    assert reopened.decisions == match.decisions


async def test_the_other_side_hears_what_was_said_and_is_asked_at_once(tmp_path: Path) -> None:
    """One decision, one Enter: nobody who sits at the table as well has to say that it goes on."""
    async with running(library(tmp_path), start=new_match(library(tmp_path))) as app:
        await press(app, "enter")
        table = front(app, TableScreen)
        sides = table.match.scenario.sides
        await press(app, "enter", "enter")  # the first motion, its first argument
        assert table.match.state.side == 1
        seen = text(app)
        assert f"{sides[0].name} tables it, because" in seen
        assert f"▶ {sides[1].name}" in seen
        assert "Accept without a word" in seen


async def test_resume_from_the_title_gives_the_same_position(tmp_path: Path) -> None:
    """Leaving a match and resuming it changes nothing: not the state, not the choices."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        assert any("Resume" in row and "under-way" in row for row in rows(app))
        await press(app, "enter")
        table = front(app, TableScreen)
        before = table.match.state
        await step(app, policy(1))
        await press(app, "enter")
        after, seen = table.match.state, text(app)
        await press(app, "q", "enter")
        front(app, TitleScreen)
        await press(app, "enter", "enter")
        again = front(app, TableScreen)
        assert again is not table
        assert again.match.state == after
        assert again.match.state is not before
        assert text(app).splitlines()[:14] == seen.splitlines()[:14]


async def test_a_person_plays_a_program(tmp_path: Path) -> None:
    """The program's decisions are told before the person decides again."""
    kept = library(tmp_path)
    words, where = read_text("glass-ceiling")
    seats = ("human", "random")
    match = Match.new(words, where, seats=seats, seed=5, journal=kept.create("played"))
    async with running(kept, start=match) as app:
        await press(app, "enter")
        assert "Chance" not in rows(app)[0]
        await play_to_verdict(app, policy(2))
        front(app, VerdictScreen)
    assert match.over


async def test_two_programs_are_watched_and_halted(tmp_path: Path) -> None:
    """Nobody at the terminal decides; Space halts, and the help page halts it too."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match) as app:
        table = front(app, TableScreen)
        assert "Chance, for " in rows(app)[0]
        assert not table.query_one(Choices).options
        await press(app, "?")
        before = len(match.decisions)
        table.players.play_next()
        assert len(match.decisions) == before
        await press(app, "q")
        table.players.play_next()
        assert len(match.decisions) > before
        await press(app, "plus", "space")
        assert table.watching.paused


async def test_a_click_highlights_and_a_second_takes(tmp_path: Path) -> None:
    """Nothing is decided before its consequences have been on the screen."""
    async with running(library(tmp_path), start=new_match(library(tmp_path))) as app:
        await press(app, "enter")
        table = front(app, TableScreen)
        choices = table.query_one(Choices)
        wanted = next(
            line for line, row in enumerate(rows(app)) if "Cultural and economic exchange" in row
        )
        await click(app, 5, wanted)
        assert choices.current is not None
        assert choices.current.label == "Cultural and economic exchange"
        assert not table.hand.tabled
        await click(app, 5, wanted)
        assert table.hand._tabled is not None
        assert table.hand._tabled.label == "Cultural and economic exchange"
        assert len(table.match.decisions) == 1  # the draw of the first headline
