"""What a position is worth is said beside a game, if everybody who plays wants to be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Match
from game.opponents.search import Alone, Progress
from game.review.evaluations import evaluate, open_position
from game.rules import State
from game.telling.messages import english
from game.telling.voice import Voice
from game.telling.worth import say_worth
from game.tui.app import SharedEnemyApp
from game.tui.permissions import Permissions
from game.tui.screens.table import TableScreen
from game.tui.widgets.worth_line import WorthLine
from tests.opponents.workers import Script
from tests.tui.driving import (
    front,
    library,
    new_match,
    play_on,
    press,
    running,
    said,
    settled,
    text,
)

LOOKS = (1, 2)
ALONE = ("human", "doctrine:realist")


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Script:
    """Workers that are threads, and short looks."""
    found = Script(free=True)
    monkeypatch.setattr("game.opponents.search.humble_pool", found.pool)
    monkeypatch.setattr(WorthLine, "LOOKS", LOOKS)
    return found


def words(match: Match, state: State) -> str:
    """What is said of a position in the end."""
    opened = open_position(match.book, state)
    found = evaluate(match.book, opened, LOOKS[-1], Alone(), Progress())
    return say_worth(Voice(match.book), found, first=False).strip()


async def looked(app: SharedEnemyApp) -> str:
    """The line, when all has been found out that is to be."""
    await app.workers.wait_for_complete()
    await settled(app)
    line = front(app, TableScreen).worth
    return str(line.content).strip() if line.display else ""


async def test_who_plays_alone_is_told_what_each_position_is_worth(
    tmp_path: Path, script: Script
) -> None:
    """From when it is asked for until it is no longer wanted; it is what a review says."""
    match = new_match(library(tmp_path), seats=ALONE)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        assert await looked(app) == ""
        assert script.begun == []
        await press(app, "e")
        assert await looked(app) == words(match, match.state)
        assert words(match, match.state) in text(app)
        before = len(match.decisions)
        await press(app, "enter", "enter")
        assert len(match.decisions) > before
        assert await looked(app) == words(match, match.state)
        await press(app, "e")
        assert await looked(app) == ""
        assert "no longer" in said(app)


@pytest.mark.usefixtures("script")
async def test_the_palette_switches_it_as_the_key_does(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=ALONE)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        called = english().say("keys.worth")
        for shown in (words(match, match.state), ""):
            (command,) = [e for e in app.get_system_commands(app.screen) if e.title == called]
            app.call_later(command.callback)
            await settled(app)
            assert await looked(app) == shown


async def test_between_two_people_both_have_to_want_it(tmp_path: Path, script: Script) -> None:
    """One is not enough to see it, and is enough to end it."""
    match = new_match(library(tmp_path))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "e")
        first = match.state.side
        assert await looked(app) == ""
        assert Voice(match.book).side(1 - first) in said(app)
        while match.state.side == first:
            await press(app, "enter")
        assert await looked(app) == ""
        await press(app, "e")
        assert await looked(app) == words(match, match.state)
        await press(app, "e")
        assert await looked(app) == ""
        await press(app, "e")
        assert await looked(app) == ""


async def test_who_wants_it_no_longer_before_the_other_has_answered_has_asked_for_nothing(
    tmp_path: Path, script: Script
) -> None:
    match = new_match(library(tmp_path))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "e", "e")
        first = match.state.side
        while match.state.side == first:
            await press(app, "enter")
        await press(app, "e")
        assert await looked(app) == ""
        assert script.begun == []


async def test_nobody_looks_while_an_opponent_decides(tmp_path: Path, script: Script) -> None:
    """So that it has the processor for itself."""
    match = new_match(library(tmp_path), seats=ALONE)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "e")
        await looked(app)
        table = front(app, TableScreen)
        table.opponents[match.state.side] = table.opponents[1]
        table.opponents.pop(1)
        begun = len(script.begun)
        table.worth.consent.switch(1, {1})
        table.worth.look()
        assert "while you decide" in await looked(app)
        assert len(script.begun) == begun


async def test_what_is_found_of_a_position_that_is_past_is_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever decides does not wait for it either."""
    slow = Script()
    monkeypatch.setattr("game.opponents.search.humble_pool", slow.pool)
    monkeypatch.setattr(WorthLine, "LOOKS", (1,))
    match = new_match(library(tmp_path), seats=ALONE)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "e")
        slow.see(1)
        before = match.state
        await press(app, "enter", "enter")
        assert match.state is not before
        slow.go(1000)
        line = await looked(app)
        opened = open_position(match.book, match.state)
        found = evaluate(match.book, opened, 1, Alone(), Progress())
        assert line == say_worth(Voice(match.book), found, first=False).strip()


async def test_workers_that_are_lost_are_a_sentence(tmp_path: Path, script: Script) -> None:
    match = new_match(library(tmp_path), seats=ALONE)
    script.deaths = 1000
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "e")
        assert "nobody can say it" in await looked(app)
        script.deaths = 0
        await press(app, "enter", "enter")
        assert await looked(app) == words(match, match.state)


async def test_it_is_not_offered_to_who_watches_nor_where_no_process_may_be_started(
    tmp_path: Path,
) -> None:
    kept = library(tmp_path)
    both = ("doctrine:realist", "doctrine:realist")
    async with running(kept, start=new_match(None, seats=both)) as app:
        assert "table.worth" not in front(app, TableScreen).bound
    none = Permissions(processes=False)
    async with running(kept, start=play_on(new_match(None), 3), permissions=none) as app:
        assert "table.worth" not in front(app, TableScreen).bound
    async with running(kept, start=play_on(new_match(None), 3)) as app:
        assert "table.worth" in front(app, TableScreen).bound
