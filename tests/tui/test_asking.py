"""Opponents in the app: they play, explain themselves, can be hurried and replaced."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path
from threading import Event

import pytest

from game.match import ByMaxim, Library, Match
from game.opponents import Answer, Game, Opponent, opponent
from game.opponents.search import SearchSeat
from game.review.intents import intent_of
from game.rules import NOBODY
from game.telling.intents import say_maxim
from game.telling.voice import Voice
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.thinking import MOMENT
from tests.forced import alone
from tests.tui.driving import library, new_match, press, running, said, settled, text, told, wait


async def test_a_doctrine_answers_and_says_why(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "doctrine:realist"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "enter", "enter")
        assert any(state.side == 1 for state in match.states[:-1])
        intent = next(each for each in match.intents if isinstance(each, ByMaxim))
        reason = say_maxim(Voice(match.book), intent.doctrine, intent.rule)
        assert reason.split()[0] in text(app)
        await press(app, "a")
        assert isinstance(app.screen, PageScreen)
        assert "Why did you do that?" in text(app)
        assert "What do you think I want?" in text(app)
        await press(app, "q")
        assert isinstance(app.screen, TableScreen)


async def test_asking_again_after_resuming_gives_the_same_reason(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "doctrine:realist"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "enter", "enter", "a")
        before = text(app)
        assert isinstance(app.screen, PageScreen)
        await press(app, "q")
        table = app.screen
        assert isinstance(table, TableScreen)
        table.players.last = None
        await press(app, "a")
        assert text(app) == before


class Broken:
    """An opponent that raises."""

    def choose(self, game: Game) -> Answer:
        raise RuntimeError(f"no idea in round {game.state.round}")


async def test_the_seat_of_an_opponent_that_breaks_can_be_taken_over(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "doctrine:realist"))
    async with running(library(tmp_path), start=match) as app:
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        table.opponents[1] = Broken()
        await press(app, "enter", "enter", "enter")
        assert "no idea in round 1" in said(app)
        assert isinstance(app.screen, SeatsScreen)
        assert match.decisions[-1].text.startswith("table:")


async def asked(kept: Library, match: Match) -> str:
    """What an opponent that looks ahead, and that sits down just now, says when it is asked."""
    async with running(kept, start=match) as app:
        table = app.screen
        assert isinstance(table, TableScreen)
        table.opponents[1] = thinker()
        await press(app, "a")
        await app.workers.wait_for_complete()
        await settled(app)
        assert isinstance(app.screen, PageScreen)
        return text(app)


def thinker() -> Opponent:
    found = opponent("search:1", seed=7)
    assert found is not None
    return found


def answered(match: Match) -> tuple[Game, Answer]:
    """Play a match on until the second side has answered once, as a search does."""
    while True:
        past = tuple(zip(match.states, match.decisions, strict=False))
        shown = Game(match.book, match.state, past)
        if match.state.side == 1:
            answer = thinker().choose(shown)
            match.decide(answer.decision, intent=intent_of(answer))
            return shown, answer
        match.decide(match.legal()[0])


async def test_a_search_thinks_again_what_it_thought_before_the_match_was_resumed(
    tmp_path: Path,
) -> None:
    kept = library(tmp_path)
    match = new_match(kept, seats=("human", "search:1"))
    _, answer = answered(match)
    while match.state.side != 0:
        match.decide(match.legal()[0])
    words = await asked(kept, match)
    assert "I looked at 10 lines of play" in words
    assert answer.decision == next(
        decision
        for state, decision in zip(match.states, match.decisions, strict=False)
        if state.side == 1
    )


async def test_a_search_whose_thoughts_are_gone_says_what_it_said(tmp_path: Path) -> None:
    """Hurried, it saw less than it would now; the journal has its words."""
    kept = library(tmp_path)
    match = new_match(kept, seats=("human", "search:1"))
    while match.state.side != 1:
        match.decide(match.legal()[0])
    match.decide(match.legal()[0], reason="That was all that I saw.")
    while match.state.side != 0:
        match.decide(match.legal()[0])
    words = await asked(kept, match)
    assert "What it said at the table" in words
    assert "That was all that I saw." in words
    assert "lines of play" not in words


async def test_nobody_is_given_hints_while_the_other_side_thinks(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "doctrine:realist"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        table = app.screen
        assert isinstance(table, TableScreen)
        table.opponents[match.state.side] = thinker()
        assert match.state.side != NOBODY
        await press(app, "h")
        assert app.screen.is_current
        assert isinstance(app.screen, TableScreen)
        assert not said(app)


async def test_the_coach_says_what_the_only_choice_is_worth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks at as many lines of play as where there is a choice, if it is asked for one."""
    monkeypatch.setattr("game.tui.parts.turns.forced", lambda *_: None)
    match = alone(new_match(library(tmp_path)))
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        await press(app, "h")
        await app.workers.wait_for_complete()
        await settled(app)
        assert isinstance(app.screen, PageScreen)
        assert "from 300 lines of play" in " ".join(text(app).split())


async def test_that_the_coach_is_thinking_is_said_only_while_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not where the answer is there in a moment, and no longer once it is there, or not wanted."""
    go, advise = Event(), SearchSeat.advise

    def waiting(self: SearchSeat, game: Game) -> Answer:
        go.wait()
        return advise(self, game)

    monkeypatch.setattr(SearchSeat, "advise", waiting)
    async with running(library(tmp_path), start=new_match(None)) as app, AsyncExitStack() as end:
        end.callback(go.set)  # nobody waits for ever
        await told(app)
        await press(app, "h")
        assert not said(app)
        await wait(app, MOMENT)
        assert said(app) == "The coach is thinking; Escape stops it."
        await press(app, "escape")
        assert said(app) == "Nobody is asked any more."
        await wait(app, 2 * MOMENT)
        assert "coach" not in said(app)
        await press(app, "h")
        await wait(app, MOMENT)
        assert "coach" in said(app)
        go.set()
        await app.workers.wait_for_complete()
        await settled(app)
        assert isinstance(app.screen, PageScreen)
        assert "coach" not in said(app)
        await press(app, "q", "h")
        await app.workers.wait_for_complete()
        await settled(app)
        await wait(app, 2 * MOMENT)
        assert isinstance(app.screen, PageScreen)
        assert "coach" not in said(app)
