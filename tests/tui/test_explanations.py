"""Any decision of an opponent can be asked about: at the table, in a replay, of a character too."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from attrs import evolve
from textual.widgets import Select

from game.match import HUMAN, Match
from game.opponents import Answer, Game, Opponent
from game.opponents.character_seat import CharacterSeat
from game.opponents.search import CancelledSearchError, Priority
from game.review.answers import places, recall
from game.review.asked import game_of
from game.review.intents import intent_of
from game.scenario.cast import character
from game.tui.screens.explanation import Explanation
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from tests.plain.paper import fresh
from tests.plain.paper import played as on_paper
from tests.tui.driving import (
    front,
    library,
    new_match,
    press,
    running,
    said,
    settled,
    text,
)


def near(name: str, seed: int = 7) -> CharacterSeat:
    """A character that looks one step ahead, in this process."""
    return CharacterSeat(evolve(character(name), sight=1), seed=seed)


def answered(match: Match, name: str, decisions: int) -> Match:
    """A match played on, the second side by a character that keeps what it had in mind."""
    seat = near(name)
    while len(match.decisions) < decisions and not match.over:
        if match.state.side == 1:
            answer = seat.choose(game_of(match.tree.variation))
            match.decide(answer.decision, intent=intent_of(answer))
        else:
            match.decide(match.legal()[0])
    return match


async def test_a_replay_is_asked_about_the_moment_that_is_shown(tmp_path: Path) -> None:
    """And about the decisions before and after it; a person’s are passed over."""
    match = answered(new_match(library(tmp_path), seats=(HUMAN, "student")), "student", 12)
    line = match.tree.variation
    asked = places(line)
    assert len(asked) >= 2
    async with running(library(tmp_path), watch=match) as app:
        screen = front(app, ReplayScreen)
        screen.asking._opponents = lambda: {1: near("student")}
        await press(app, "a")
        assert "No opponent has decided anything yet." in said(app)
        screen.go_to(asked[-1] + 1)
        await press(app, "a")
        await app.workers.wait_for_complete()
        await settled(app)
        front(app, Explanation)
        last = text(app)
        assert "Why did you do that?" in last
        assert "What do you want?" in last
        await press(app, "left")
        await app.workers.wait_for_complete()
        await settled(app)
        front(app, Explanation)
        assert text(app) != last
        await press(app, "right")
        await app.workers.wait_for_complete()
        await settled(app)
        assert text(app) == last
        await press(app, "q")
        front(app, ReplayScreen)


async def test_what_cannot_be_thought_again_is_as_it_was_said(tmp_path: Path) -> None:
    """By another edition of a character, by one that fails, and of a seat that nobody knows."""
    match = answered(new_match(library(tmp_path), seats=(HUMAN, "student")), "student", 12)
    async with running(library(tmp_path), watch=match) as app:
        screen = front(app, ReplayScreen)
        await press(app, "end")
        sitting: tuple[dict[int, Opponent], ...] = ({}, {1: near("hardliner", 1)}, {1: Broken()})
        for opponents in sitting:
            screen.asking._opponents = partial(dict, opponents)
            await press(app, "a")
            await app.workers.wait_for_complete()
            await settled(app)
            front(app, Explanation)
            assert "What it said at the table:" in text(app)
            await press(app, "q")
        nobody = app.navigation.casting.known(match, ("nobody", "who?"))
        assert nobody == {}


class Broken(CharacterSeat):
    """A character whose workers are lost."""

    def __init__(self) -> None:
        super().__init__(character("student"), 7)

    def again(self, priority: Priority | None = None) -> Broken:
        return self

    def choose(self, game: Game) -> Answer:
        raise CancelledSearchError("a worker was lost")


async def test_the_seat_of_a_character_that_fails_is_taken_over(tmp_path: Path) -> None:
    """A sentence says so, nothing is decided for it, and the match is there."""
    match = new_match(library(tmp_path), seats=(HUMAN, "student"))
    async with running(library(tmp_path), start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents[1] = Broken()
        await press(app, "enter", "enter", "enter")
        await app.workers.wait_for_complete()
        await settled(app)
        assert "Russia cannot decide: a worker was lost" in said(app)
        assert isinstance(app.screen, SeatsScreen)
        assert match.decisions[-1].text.startswith("table:")
        assert match.trouble is None
        app.screen.query_one("#seat-1", Select).value = HUMAN
        await settled(app)
        app.screen.query_one("#start").focus()
        await press(app, "enter")
        own = next(each for each in app.screen_stack if isinstance(each, TableScreen)).match
        assert own.seats == (HUMAN, HUMAN)
        assert own.decisions == match.decisions


def test_plain_mode_is_asked_about_any_decision() -> None:
    """By a number; what is no number is said so."""
    match = answered(fresh(seats=(HUMAN, "student")), "student", 12)
    first = places(match.tree.variation)[0]
    told = on_paper(match, [f"ask {first + 1}", "ask", "ask 0", "ask x"]).lines
    assert sum(line.startswith("About: ") for line in told) == 2
    assert any("No opponent has decided anything yet." in line for line in told)
    assert any("Write ask N" in line for line in told)
    found = recall(match.tree.variation, {}, first + 1)
    assert found is not None
    assert found.place == first
    assert found.opponent is None
