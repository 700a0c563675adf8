"""A lesson in the app: chosen, played, left and taken up again, and its last page."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from game.match import Library, Match
from game.review.asked import game_of
from game.scenario import read_text
from game.scenario.reading.faults import ScenarioError
from game.teaching.begin import begin_lesson, save_title
from game.teaching.marks import learnt
from game.teaching.tutor import Tutor, tutor_of
from game.tui.app import SharedEnemyApp
from game.tui.screens.learnt import LearntScreen
from game.tui.screens.lessons import LessonsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.aside import Aside
from game.tui.widgets.choices import Choices
from game.tui.widgets.drawn import Drawn
from tests.teaching.plans import PLANS
from tests.teaching.taught import opposite, planned
from tests.tui.driving import (
    LARGE,
    PEOPLE,
    SIZES,
    front,
    library,
    new_match,
    press,
    running,
    settled,
    text,
    told,
)

GOAL = "Get a motion carried, and have the last word on it."


async def wait_for_turn(app: SharedEnemyApp) -> None:
    """Let the opponent decide until a person can."""
    await app.workers.wait_for_complete()
    await settled(app)


async def go_home(app: SharedEnemyApp, match: Match) -> None:
    """The learner lets everything pass, in the match itself."""
    while match.state.side == 0:
        legal = [each.text for each in match.legal()]
        match.decide(next(each for each in ("accept", "consult", *legal) if each in legal))
    await wait_for_turn(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_lesson_is_begun_from_the_title(tmp_path: Path, size: tuple[int, int]) -> None:
    """Its goal and what to try are in sight, above the choices and never over them."""
    async with running(library(tmp_path), size) as app:
        await press(app, "l")
        front(app, LessonsScreen)
        assert "A motion and its debate" in text(app)
        await press(app, "enter")
        assert "It is winter" in text(app)
        await press(app, "enter")
        table = front(app, TableScreen)
        seen = text(app)
        assert GOAL in seen
        assert "Try: Table a motion" in seen
        assert "Train Iraqi forces together" in seen
        aside, choices = table.query_one(Aside).region, table.query_one(Choices).region
        assert not aside.overlaps(choices)
        assert choices.height >= 5


TRACKS = {"Threat", "Tension", "Trust", "Isolation", "Democracy"}
NEWS = {"┃", "if it ended now", "┊", "!", "At the close", "What is coming"}
SHOWN = {
    "motion": (set[str](), set[str]()),
    "ladder": ({"┃"}, {"Trust"}),
    "news": (NEWS, TRACKS),
    "ceiling": (NEWS | {"Glass ceiling", "either"}, TRACKS),
}
"""By lesson what is to be seen of that which not all of them show, and which tracks."""
ALL = SHOWN["ceiling"][0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SHOWN)
async def test_the_board_of_a_lesson_shows_what_it_has_come_to(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    """Whoever asks is told all, and so is whoever plays on when it is over."""
    async with running(library(tmp_path), size) as app:
        app.navigation.teach(name)
        await settled(app)
        await press(app, "enter")
        await told(app)
        table = front(app, TableScreen)

        def told_of(words: set[str], selector: str) -> set[str]:
            parts = [each for each in table.query(selector).results(Drawn) if each.display]
            rows = "\n".join(row.plain for part in parts for row in part.rows)
            return {each for each in words if each in rows}

        shown, tracks = SHOWN[name]
        assert told_of(TRACKS, "#tracks, #middle") == tracks
        found = told_of(ALL, "Drawn")
        assert found <= shown
        if size == LARGE and table.match.state.debate is None:
            assert found == shown  # else what there is no room for gives way
        await press(app, "p")
        await settled(app)
        assert "Threat" in text(app)
        assert "Tension" in text(app)
        await press(app, "escape")
        lesson = table.teaching.lesson
        assert lesson is not None
        lesson.free = True
        table.changed()
        await settled(app)
        assert told_of(TRACKS, "#tracks, #middle") == TRACKS
        assert told_of(ALL, "Drawn") >= {"if it ended now"}


async def test_what_happens_is_answered_where_it_happens(tmp_path: Path) -> None:
    """And the page of the lesson tells what is done."""
    kept = library(tmp_path)
    async with running(kept) as app:
        app.navigation.teach("motion")
        await settled(app)
        await press(app, "enter")
        match = front(app, TableScreen).match
        match.decide("table:review/fruit")
        await wait_for_turn(app)
        assert "paid for" in text(app)
        assert "Try: Answer an argument" in text(app)
        await press(app, "l")
        assert "✓ Table a motion" in text(app)
        assert "· Answer an argument" in text(app)


async def test_a_lesson_is_left_and_taken_up_from_the_list(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = begin_lesson("motion", kept)
    match.decide("table:review/fruit")
    match.close()
    async with running(kept) as app:
        await press(app, "l")
        assert "begun" in text(app)
        await press(app, "enter")
        table = front(app, TableScreen)
        assert table.match.decisions[-1].text != "table:review/fruit" or table.players.thinking
        assert GOAL in text(app)
        assert len(list(kept.directory.glob("*.jsonl"))) == 1


async def test_the_last_page_says_what_was_learnt_and_leads_on(tmp_path: Path) -> None:
    """Play goes on freely from where the lesson ends, without it."""
    async with running(library(tmp_path)) as app:
        app.navigation.teach("motion")
        await settled(app)
        await press(app, "enter")
        table = front(app, TableScreen)
        while not table.teaching.over:
            await go_home(app, table.match)
        await told(app)
        assert "The lesson is over" in text(app)
        await press(app, "enter")
        front(app, LearntScreen)
        assert "the last word when a motion is carried" in text(app)
        await press(app, "end", "up", "up", "up", "enter")
        table = front(app, TableScreen)
        assert GOAL not in text(app)
        assert table.teaching.lesson is None
        await press(app, "q", "enter")
        front(app, TitleScreen)


def all_tried(kept: Library) -> Match:
    """A lesson in which all is tried, long before it ends."""
    match = begin_lesson("motion", kept)
    learner, tutor = planned(PLANS["motion"]), tutor_of(match)
    assert tutor is not None
    while not tutor.tried:
        sits = opposite(tutor.lesson, match)
        own = match.who() == tutor.lesson.learner
        match.decide(learner(match) if own else sits.choose(game_of(match.tree.variation)).decision)
        tutor.hear()
    assert not tutor.over
    return match


async def test_once_all_is_tried_one_key_leads_on_to_the_next_lesson(tmp_path: Path) -> None:
    """There Enter begins it, and whoever wants to goes back. Such a lesson is done, and
    nobody is led into it again.
    """
    kept = library(tmp_path)
    all_tried(kept).close()
    path = kept.find("lesson-motion")
    async with running(kept) as app:
        app.navigation.play(Match.open(path))
        await wait_for_turn(app)
        await told(app)
        assert "Press l for what was learnt" in text(app)
        await press(app, "l")
        front(app, LearntScreen)
        await press(app, "escape")
        assert GOAL in text(app)
        front(app, TableScreen)
        await press(app, "l", "q", "q", "enter")
        front(app, TitleScreen)
        await press(app, "l")
        rows = text(app).splitlines()
        assert "done" in next(row for row in rows if "A motion and its debate" in row)
        await press(app, "q")
        app.navigation.play(Match.open(path))
        await wait_for_turn(app)
        await told(app)
        await press(app, "l", "enter")
        await settled(app)
        assert "Lesson 2" in text(app)
    assert learnt(kept, kept.entry(path))


async def test_a_lesson_in_which_the_game_ends_tells_what_was_learnt_and_then_how(
    tmp_path: Path,
) -> None:
    """Both sides go on pressing until all is lost."""
    kept = library(tmp_path)
    match = begin_lesson("news", kept)
    while not match.over:
        legal = {each.text for each in match.legal()}
        wishes = ("act:deploy", "act:militants", "choose:A", "consult")
        match.decide(next(each for each in wishes if each in legal))
    match.close()
    async with running(kept) as app:
        app.navigation.play(Match.open(kept.find("lesson-news")))
        await settled(app)
        await told(app)
        assert "The lesson is over" in text(app)
        await press(app, "enter")
        front(app, LearntScreen)
        assert "How it ended" in text(app)
        await press(app, "down", "enter")
        front(app, VerdictScreen)


async def test_a_lesson_file_that_cannot_be_used_hinders_nobody(tmp_path: Path) -> None:
    """The others are listed; a match that was begun goes on without it."""
    kept = library(tmp_path)
    begin_lesson("motion", kept).close()
    with patch("game.teaching.tutor.lesson", side_effect=ScenarioError([])):
        async with running(kept) as app:
            app.navigation.play(Match.open(kept.find("lesson-motion")))
            await settled(app)
            assert any("cannot be used" in each.message for each in app._notifications)
            await press(app, "enter")
            assert front(app, TableScreen).teaching.lesson is None


async def test_a_match_of_another_scenario_that_calls_itself_a_lesson_hinders_nobody(
    tmp_path: Path,
) -> None:
    """The lessons are listed all the same; it is said, and the match can be played."""
    kept = library(tmp_path)
    text_, where = read_text("helsinki-1975")
    journal = kept.create(title=save_title("news"))
    Match.new(text_, where, seats=PEOPLE, seed=1, journal=journal, lesson="news").close()
    async with running(kept) as app:
        await press(app, "l")
        front(app, LessonsScreen)
        assert "begun" not in text(app)
        await press(app, "q")
        app.navigation.play(Match.open(kept.find("lesson-news")))
        await settled(app)
        assert any("another scenario" in each.message for each in app._notifications)
        await press(app, "enter")
        assert front(app, TableScreen).teaching.lesson is None


async def test_a_folder_of_lessons_with_anything_in_it_is_listed(tmp_path: Path) -> None:
    lessons = tmp_path / "scenarios" / "lessons"
    lessons.mkdir(parents=True)
    (lessons / "bytes.toml").write_bytes(bytes(range(256)))
    (lessons / "huge.toml").write_bytes(b"x" * 300_000)
    (lessons / "empty.toml").write_text("")
    (lessons / "folder.toml").mkdir()
    with patch("game.scenario.catalogue.shipped", return_value=tmp_path / "scenarios"):
        async with running(library(tmp_path)) as app:
            await press(app, "l")
            seen = text(app)
            assert all(f"{name} – its file" in seen for name in ("bytes", "huge", "empty"))
            await press(app, "enter", "n")
            front(app, LessonsScreen)
            await press(app, "q")
            front(app, TitleScreen)


async def test_a_lesson_that_is_over_is_not_what_the_title_goes_on_with(tmp_path: Path) -> None:
    """What was played before it is; one that was played on from is a game like any other."""
    kept = library(tmp_path)
    new_match(kept).close()
    match = begin_lesson("motion", kept)
    tutor = tutor_of(match)
    assert tutor is not None
    while not tutor.over:
        match.decide(match.legal()[0])
    match.close()
    async with running(kept) as app:
        await settled(app)
        assert app.navigation.last is not None
        assert app.navigation.last.slug == "played"
    match = Match.open(kept.journal(kept.find("lesson-motion")))
    while not tutor.free:
        match.decide(match.legal()[0])
        tutor = Tutor(tutor.lesson, match)
    match.close()
    async with running(kept) as app:
        await settled(app)
        assert app.navigation.last is not None
        assert app.navigation.last.slug == "lesson-motion"


async def test_a_lesson_says_nothing_of_what_is_still_to_be_told(tmp_path: Path) -> None:
    """The headline after the last decision brings the Trust that is asked for. As long as the
    board has less, nothing is said of it; when it is told, it is.
    """
    kept = library(tmp_path)
    match = begin_lesson("ladder", kept)
    ways = "accept table:exchange/future decline choose:B table:review/need accept table:arm/parity"
    for each in ways.split():
        match.decide(each)
    match.close()
    async with running(kept) as app:
        app.navigation.play(Match.open(kept.find("lesson-ladder")))
        await told(app)
        table = front(app, TableScreen)
        trust = table.match.book.track_ids.index("trust")
        table.match.decide("accept")
        await settled(app)
        found: list[tuple[bool, bool]] = []
        while table.reciting:
            seen = text(app)
            found.append((table.narration.state.tracks[trust] >= 5, "Trust 5: the four" in seen))
            assert "All of it is tried" not in seen or found[-1][0]
            await press(app, "enter")
        assert (False, False) in found
        assert found[-1] == (True, True)
        assert {said and not risen for risen, said in found} == {False}
