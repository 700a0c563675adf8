"""Whoever watches: two opponents, another program, or a coach at work."""

from __future__ import annotations

from pathlib import Path

from game.match import Match
from game.opponents import Answer, Game
from game.review.stops import stop_at
from game.telling.turning_points import say_stop
from game.tui.parts.watch import PACES
from game.tui.screens.question import Question
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import Choices
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import (
    front,
    library,
    new_match,
    play_on,
    press,
    rows,
    running,
    said,
    settled,
    text,
    wait,
)
from tests.tui.test_asking import thinker


async def test_a_pause_is_told_with_the_key_that_ends_it(tmp_path: Path) -> None:
    """In the room of the story and in the footer."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match) as app:
        table = front(app, TableScreen)
        assert "space Pause" in rows(app)[-1]
        assert "Take back" not in rows(app)[-1]
        await press(app, "space")
        assert "Paused" in text(app)
        assert "space Run" in rows(app)[-1]
        assert table.watching.timer is not None
        assert not table.watching.timer._active.is_set()
        await press(app, "space")
        assert "Paused" not in text(app)
        assert table.watching.timer._active.is_set()


async def test_two_opponents_play_faster_slower_and_by_key(tmp_path: Path) -> None:
    """At the slowest pace each decision waits for a key, and a key brings one."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match) as app:
        table = front(app, TableScreen)
        await press(app, "space", *["plus"] * 9)
        assert table.watching.timer is not None
        assert table.watching.timer._interval == PACES["fast"]
        assert "pace: fast" in text(app)
        await press(app, *["minus"] * 2)
        assert table.watching.timer._interval == PACES["slow"]
        assert "pace: slow" in text(app)
        assert "Paused" in text(app)
        await press(app, "minus", "space")
        taken = len(match.decisions)
        assert "One decision at a time" in text(app)
        assert "space Run" in rows(app)[-1]
        await press(app, "space")
        assert len(match.decisions) > taken
        assert not table.watching.timer._active.is_set()


async def test_who_watches_is_stopped_at_what_matters(tmp_path: Path) -> None:
    """At a debate that is won, a contradiction, a choice in the news; and a key goes on."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match) as app:
        table = front(app, TableScreen)
        timer = table.watching.timer
        assert timer is not None
        met: set[bool] = set()
        for _ in range(200):
            await wait(app, 2.0)
            stop = stop_at(match.tree.timeline, len(match.decisions))
            if match.over:
                break
            if timer._active.is_set():
                continue
            assert stop is not None
            words = say_stop(table.teller.voice, stop)
            assert words.split(":")[0][:30] in text(app)
            assert "Space: go on." in table.query_one(TextPane)._text.plain
            assert "space Run" in rows(app)[-1]
            met.add(stop.headline >= 0)
            await press(app, "space")
        assert match.over
        assert met == {True, False}
        line = match.tree.timeline
        stops = [stop_at(line, ply) for ply in range(-1, len(line.decisions) + 2)]
        assert sum(each is not None for each in stops) >= len(met)


async def test_nothing_to_choose_looks_like_nothing(tmp_path: Path) -> None:
    """While somebody else decides, no row of the list stands out."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match) as app:
        choices = front(app, TableScreen).query_one(Choices)
        assert not choices.options
        for strip in app.screen._compositor.render_strips()[
            choices.region.y : choices.region.bottom
        ]:
            grounds = {segment.style.bgcolor for segment in strip if segment.style}
            assert len(grounds) == 1


async def test_the_story_of_a_watched_game_is_at_its_end_when_the_game_is(tmp_path: Path) -> None:
    match = play_on(new_match(library(tmp_path), seats=("random", "random"), seed=5), 5)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "space")
        play_on(match, 1000)
        await settled(app)
        assert "See the verdict" in text(app)
        assert "▲ PgUp" in text(app)
        assert "more" not in text(app)


async def test_whoever_watches_is_told_when_the_seat_is_free_and_takes_it(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 5)
    assert match.journal is not None
    watched = Match.open(match.journal.path)
    assert watched.spectator
    async with running(kept, start=watched) as app:
        table = front(app, TableScreen)
        assert "WATCHING" in text(app)
        assert "NOT SAVING" not in text(app)
        footer = rows(app)[-1]
        assert "Take back" not in footer
        assert "Hint" not in footer
        table.sit_down()
        await press(app, "f9")
        assert front(app, TableScreen) is table
        assert "you are watching" in said(app)
        match.decide(match.legal()[0])
        table.watching.look_again()
        await settled(app)
        assert watched.decisions == match.decisions
        match.close()
        table.watching.look_again()
        await settled(app)
        assert "Whoever played has left; the seat is free." in text(app)
        assert "Take the seat" in text(app)
        await press(app, "enter")
        mine = front(app, TableScreen).match
        assert mine is not watched
        assert not mine.read_only
        assert mine.decisions == match.decisions
        assert "WATCHING" not in text(app)


async def test_whoever_played_comes_back_and_the_seat_is_no_longer_offered(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 5)
    assert match.journal is not None
    path = match.journal.path
    async with running(kept, start=Match.open(path)) as app:
        table = front(app, TableScreen)
        match.close()
        table.watching.look_again()
        await settled(app)
        assert "Take the seat" in text(app)
        again = Match.open(path)
        again.decide(again.legal()[0])
        table.watching.look_again()
        await settled(app)
        assert "Take the seat" not in text(app)
        again.close()


class Slow:
    """Something that is thought of on the side, until the test says so."""

    busy = True
    stopped = False

    def ask(self, *_: object) -> None:
        """Nothing comes of it."""

    def stop(self) -> None:
        self.busy, self.stopped = False, True


async def test_escape_ends_the_coach_and_not_the_game(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "random"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        table = front(app, TableScreen)
        slow = table.counsel._advisor = Slow()  # type: ignore[assignment]
        await press(app, "escape")
        assert slow.stopped
        assert front(app, TableScreen) is table
        assert "Nobody is asked any more." in said(app)
        await press(app, "escape")
        front(app, Question)


async def test_what_the_coach_says_waits_until_no_question_is_in_front(tmp_path: Path) -> None:
    """The same goes for what an opponent answers, and for one that cannot go on."""
    match = new_match(library(tmp_path), seats=("human", "random"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        table = front(app, TableScreen)
        shown = Game(match.book, match.state, ())
        answer: Answer = thinker().choose(shown)
        await press(app, "q")
        table.counsel._advised(Game(match.book, match.state, ()), answer)
        await settled(app)
        front(app, Question)
        await press(app, "escape")
        front(app, PageScreen)
        assert "The coach" in text(app)
        await press(app, "q", "q")
        front(app, Question)
        table.players._cannot(shown, RuntimeError("out of order"))
        await settled(app)
        front(app, Question)
        await press(app, "escape")
        assert "Play on from here" in text(app)
