"""What ends a game at once, and with it all: it is asked about, and nobody leaves without seeing
how it ended.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Library, Match
from game.rules import Decision, Rule, play
from game.teaching.begin import begin_lesson
from game.tui.app import SharedEnemyApp
from game.tui.screens.learnt import LearntScreen
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.choices import Choices
from tests.tui.driving import SIZES, front, library, new_match, press, running, settled, text, told

WISHES = ("act:deploy", "act:militants", "choose:A", "consult")
"""What both press on with."""


def fatal(match: Match) -> list[Decision]:
    """With what of that which can be done all is certainly lost."""
    came = {each: play(match.book, match.state, each).consequences for each in match.legal()}
    return [each for each in came if any(it.cause.rule is Rule.COLLAPSE for it in came[each])]


def press_on(match: Match) -> Decision:
    """Both sides press on, until the next step of it loses all: that step."""
    while True:
        legal = {each.text: each for each in match.legal()}
        wanted = next(legal[each] for each in WISHES if each in legal)
        if wanted in fatal(match) and wanted.text.startswith("act:"):
            return wanted
        match.decide(wanted)


async def choose(app: SharedEnemyApp, wanted: Decision) -> None:
    """Go to a choice and take it."""
    choices = front(app, TableScreen).query_one(Choices)
    while choices.current is None or choices.current.decision != wanted:
        await press(app, "down")
    await press(app, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_decision_that_certainly_loses_all_is_asked_about(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Once, and the answer that is marked goes back; any other is taken as it is chosen."""
    match = new_match(library(tmp_path))
    wanted = press_on(match)
    before = len(match.decisions)
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        await choose(app, wanted)
        front(app, Question)
        seen = " ".join(text(app).split())
        assert "This ends the game: Tension has reached 10; both lose." in seen
        await press(app, "enter")
        assert len(match.decisions) == before
        await told(app)
        await choose(app, wanted)
        front(app, Question)
        await press(app, "y")
        assert match.decisions[before] == wanted
        assert match.over


async def test_a_choice_after_which_the_game_goes_on_is_not_asked_about(tmp_path: Path) -> None:
    match = new_match(library(tmp_path))
    press_on(match)
    before, lost = len(match.decisions), fatal(match)
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        choices = front(app, TableScreen).query_one(Choices)
        items = [getattr(option, "item", None) for option in choices.options]
        open_ = [each.decision for each in items if each and each.open and each.decision]
        wanted = next(each for each in open_ if each not in lost)
        await choose(app, wanted)
        assert match.decisions[before] == wanted
        front(app, TableScreen)


@pytest.mark.parametrize("keys", [("q",), ("escape", "escape")])
async def test_whoever_leaves_while_the_end_is_told_comes_by_the_verdict(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """Nobody is told that the game could be gone on with."""
    match = new_match(library(tmp_path))
    wanted = press_on(match)
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        match.decide(wanted)
        await settled(app)
        assert front(app, TableScreen).reciting
        await press(app, *keys)
        front(app, VerdictScreen)
        await press(app, "escape")
        front(app, TitleScreen)


def lost_lesson(kept: Library) -> Match:
    """A lesson in which all is lost by now."""
    match = begin_lesson("news", kept)
    match.decide(press_on(match))
    return match


async def test_a_lesson_that_is_lost_is_left_by_its_last_page(tmp_path: Path) -> None:
    """And from there to how it ended."""
    kept = library(tmp_path)
    lost_lesson(kept).close()
    async with running(kept) as app:
        app.navigation.play(Match.open(kept.find("lesson-news")))
        await settled(app)
        assert front(app, TableScreen).reciting
        await press(app, "escape", "escape")
        front(app, LearntScreen)
        await press(app, "down", "enter")
        front(app, VerdictScreen)
