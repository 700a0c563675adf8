"""Escape goes one step back at a time, and every page opens over every phase of a game."""

from __future__ import annotations

import random
from pathlib import Path

from textual.widgets import Button

from game.rules import Phase
from game.tui.screens.question import Question
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from tests.tui.campaign import PLACES
from tests.tui.driving import (
    burst,
    click,
    click_fast,
    front,
    library,
    new_match,
    press,
    running,
    settled,
    text,
    told,
)
from tests.tui.tour import stocked


async def test_escape_goes_back_one_step_at_a_time(tmp_path: Path) -> None:
    """From every screen to the very one below it; only a game asks first."""
    async with running(stocked(tmp_path)) as app:
        # Each place after the one on the way to it, so that all are met on one walk.
        way: list[tuple[str, ...]] = [()]
        for place in [*sorted(PLACES.values())[1:], ()]:
            while place[: len(way[-1])] != way[-1]:
                way.pop()
                below, last = app.screen_stack[:-1], app.screen
                if isinstance(last, TableScreen) and last.reciting:
                    await press(app, "escape")
                    assert front(app, TableScreen) is last
                    assert not front(app, TableScreen).reciting
                await press(app, "escape")
                if isinstance(last, TableScreen):
                    front(app, Question)
                    await press(app, "escape")
                    assert app.screen is last
                    below.append(last)
                assert app.screen_stack == below
                if app.screen is last or isinstance(last, ReplayScreen):
                    app.navigation.title()
                    await settled(app)
                    await press(app, *way[-1])
            await press(app, *place[len(way[-1]) :])
            way.append(place)
        await press(app, "escape")
        front(app, TitleScreen)
        assert app._exception is None


async def test_every_page_opens_over_every_phase_and_leaves_it_as_it_was(tmp_path: Path) -> None:
    """The transcript, what is coming, why, help and the lines of play."""
    unseen = {Phase.TURN, Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.CONCEDE, Phase.EVENT}
    async with running(library(tmp_path)) as app:
        for seed in range(60):
            match, pick = new_match(None, seed=seed), random.Random(seed)
            while not match.over and match.state.phase not in unseen:
                match.decide(pick.choice(match.legal()))
            if match.over:
                continue
            unseen -= {match.state.phase}
            app.navigation.play(match)
            await settled(app)
            await told(app)
            before, decided = text(app), len(match.decisions)
            for key in ("t", "n", "w", "?", "v"):
                await press(app, key)
                assert not isinstance(app.screen, TableScreen), (match.state.phase, key)
                await burst(app, "down", "pagedown", "end", "home")
                await press(app, "escape")
                front(app, TableScreen)
                assert text(app) == before
            assert len(match.decisions) == decided
            if not unseen:
                break
    assert unseen == set()


async def test_a_held_key_stops_when_it_is_let_go(tmp_path: Path) -> None:
    """A hundred steps on and two back; a hundred pages; none is left over."""
    async with running(stocked(tmp_path)) as app:
        await press(app, "p", "home", "enter")
        screen = front(app, ReplayScreen)
        last = len(screen._played.decisions)
        await burst(app, *["right"] * (last + 20), "left", "left")
        assert screen.moment == last - 2
        await press(app, "w")
        page = front(app, PageScreen)
        await burst(app, *["pagedown"] * 50, "q", *["left"] * 3)
        assert app.screen is not page
        assert screen.moment == last - 5


async def test_a_question_is_answered_with_the_mouse(tmp_path: Path) -> None:
    """By a click on an answer, once, and by no click beside it or sent before it was painted."""
    kept = stocked(tmp_path)
    before = {entry.slug for entry in kept.list()}
    async with running(kept) as app:
        await press(app, "p")
        for answer, left in (("no", before), ("yes", None)):
            await press(app, "d")
            question = front(app, Question)
            place = question.query_one(f"#{answer}", Button).region
            await click(app, 1, 1)
            assert front(app, Question) is question
            await click_fast(app, (place.x + 2, place.y), (place.x + 2, place.y))
            now = {entry.slug for entry in kept.list()}
            assert now == left if left is not None else len(now) == len(before) - 1
            assert app._exception is None
