"""Whoever watches: two opponents, another program, or a coach at work."""

from __future__ import annotations

from pathlib import Path

from game.match import Match
from game.opponents import Answer, Game
from game.review.stops import stop_at
from game.scenario import read_text
from game.settings import Settings
from game.settings.settings import PACES
from game.telling.beats import Beat, beats
from game.telling.transcript import transcript
from game.telling.turning_points import say_stop
from game.tui.screens.question import Question
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.beats import Beats
from game.tui.widgets.choices import Choices
from tests.examples import number
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
    told,
    wait,
)
from tests.tui.test_asking import thinker

NORMAL = Settings()


async def test_a_pause_is_told_with_the_key_that_ends_it(tmp_path: Path) -> None:
    """In the room of the story and in the footer; nothing goes on before that key."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match, as_set=NORMAL) as app:
        assert "space Pause" in rows(app)[-1]
        assert "Take back" not in rows(app)[-1]
        await press(app, "z")
        assert "Paused" in text(app)
        assert "space Run" in rows(app)[-1]
        before, decided = text(app), len(match.decisions)
        await wait(app, 3600)
        assert (text(app), len(match.decisions)) == (before, decided)
        await press(app, "space")
        assert "Paused" not in text(app)
        await wait(app, 60)
        assert len(match.decisions) > decided


async def test_two_opponents_play_faster_slower_and_by_key(tmp_path: Path) -> None:
    """At the slowest pace each beat waits for a key, and after the last one the next decision."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match, as_set=NORMAL) as app:
        table = front(app, TableScreen)
        await press(app, "space", *["plus"] * 9)
        assert "pace: fast" in text(app)
        await press(app, *["minus"] * 2)
        assert "pace: slow" in text(app)
        assert "Paused" in text(app)
        await press(app, "minus", "space")
        assert "By key" in text(app)
        assert "space Run" in rows(app)[-1]
        for _ in range(number(12)):
            taken, waits = len(match.decisions), table.recital.waits
            await wait(app, 60)
            assert len(match.decisions) == taken
            shown = table.recital.shown
            await press(app, "space")
            if waits:
                assert len(match.decisions) == taken
                assert table.recital.shown != shown
            else:
                assert len(match.decisions) > taken or match.over


async def test_who_watches_is_stopped_at_what_matters(tmp_path: Path) -> None:
    """At a debate that is won, a contradiction, a choice in the news; and a key goes on."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match, as_set=NORMAL) as app:
        table = front(app, TableScreen)
        met: set[bool] = set()
        for _ in range(200):
            await wait(app, 300)
            if match.over:
                break
            stop = stop_at(match.tree.timeline, len(match.decisions))
            assert table.watching.paused
            assert stop is not None
            words = say_stop(table.teller.voice, stop)
            assert words.split(":")[0][:30] in text(app)
            assert "Space: go on." in table.query_one(Beats)._text.plain
            assert "space Run" in rows(app)[-1]
            met.add(stop.headline >= 0)
            await press(app, "space")
        assert match.over
        assert met == {True, False}
        line = match.tree.timeline
        stops = [stop_at(line, ply) for ply in range(-1, len(line.decisions) + 2)]
        assert sum(each is not None for each in stops) >= len(met)


async def test_who_watches_is_told_everything_beat_by_beat(tmp_path: Path) -> None:
    """Whatever the pace, and a key goes on to the next beat at once."""
    for pace in PACES[1:]:
        match = Match.new(*read_text("glass-ceiling"), seats=("random", "random"), seed=5)
        async with running(library(tmp_path), start=match, as_set=Settings(pace=pace)) as app:
            table = front(app, TableScreen)
            heard: list[Beat] = []
            while not match.over:
                heard += [each for each in table.recital.shown if each not in heard]
                # What a key does stands at the foot; here it halts.
                assert not table.narration.about.more
                await press(app, "down" if table.reciting else "space")
            heard += [each for each in table.recital.beats if each not in heard]
        voice, line = table.teller.voice, match.tree.timeline
        assert heard == [*beats(voice, line.decisions, transcript(voice, line)[1:])]


async def test_nothing_to_choose_looks_like_nothing(tmp_path: Path) -> None:
    """While somebody else decides, no row of the list stands out."""
    match = new_match(library(tmp_path), seats=("random", "random"), seed=5)
    async with running(library(tmp_path), start=match) as app:
        table = front(app, TableScreen)
        assert not table.query_one(Choices).options
        room = table.query_one(Beats).region
        for strip in app.screen._compositor.render_strips()[room.bottom - 1 : room.bottom]:
            grounds = {segment.style.bgcolor for segment in strip if segment.style}
            assert len(grounds) == 1


async def test_a_watched_game_that_is_over_leads_to_the_verdict_when_all_is_told(
    tmp_path: Path,
) -> None:
    match = play_on(new_match(library(tmp_path), seats=("random", "random"), seed=5), 5)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "space")
        play_on(match, 1000)
        await settled(app)
        assert "See the verdict" not in text(app)
        await press(app, "escape")
        assert "See the verdict" in text(app)
        await told(app)
        await press(app, "enter")
        front(app, VerdictScreen)


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
        await told(app)
        assert "unless they are back, the seat is free." in text(app)
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
        await told(app)
        assert "Take the seat" in text(app)
        again = Match.open(path)
        for _ in range(3):
            await press(app, "enter")
            assert "you are watching" in said(app)
            assert front(app, TableScreen) is table
            assert "Take the seat" in text(app)
            assert not table.hand.tabled
        await press(app, "escape")
        assert "Table a motion" not in text(app)
        await press(app, "escape")
        again.decide(again.legal()[0])
        table.watching.look_again()
        await told(app)
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


async def test_escape_takes_away_what_was_said_in_passing(tmp_path: Path) -> None:
    """On any screen, whoever has said it."""
    match = new_match(library(tmp_path), seats=("human", "random"))
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "plus")
        assert "Pace:" in said(app)
        await press(app, "t")
        assert "Pace:" in said(app)
        await press(app, "escape")
        assert said(app) == ""
        front(app, TableScreen)


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
