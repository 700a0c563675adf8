"""The verdict: what stands on it, and where one goes from there; the game as it was stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Match
from game.review.kept import Findings
from game.review.making import make_review
from game.review.review_store import ReviewStore
from game.review.turning_points import turning_points, weightiest
from game.scenario.catalogue import ids, read_text
from game.telling.ending import ending, score_courses
from game.telling.review import say_mattered
from game.telling.turning_points import say_moment
from game.telling.voice import Voice
from game.tui.draw.ending import MATTERED
from game.tui.draw.styles import side_style
from game.tui.screens.history import HistoryPage
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import (
    LARGE,
    SIZES,
    front,
    library,
    new_match,
    play_on,
    press,
    running,
    settled,
    text,
)
from tests.tui.snapshots import EVERY_SIZE


@pytest.mark.parametrize("size", SIZES)
async def test_branching_from_the_verdict_leads_before_what_weighs_most(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    kept = library(tmp_path)
    match = new_match(None, seed=21)
    match.save_as(kept.create("over"))
    play_on(match, 1000, seed=1)
    line = match.tree.timeline
    (point,) = weightiest(turning_points(line.book, line.states, line.consequences), 1)
    decisions = match.decisions
    async with running(kept, size, start=match) as app:
        front(app, VerdictScreen)
        await press(app, "b")
        front(app, SeatsScreen)
        await press(app, "escape")
        front(app, VerdictScreen)
        assert match.decisions == decisions
        await press(app, "b", "enter")
        table = front(app, TableScreen)
        assert table.match.decisions == decisions[: point.ply - 1]
        assert table.match.tree.variations[0].timeline.decisions == line.decisions


async def test_the_verdict_draws_both_scores(tmp_path: Path) -> None:
    """Round by round, in words as well."""
    match = play_on(new_match(None, seed=21), 1000, seed=1)
    async with running(library(tmp_path), (80, 60), start=match) as app:
        front(app, VerdictScreen)
        seen = " ".join(text(app).replace("│", " ").split())
        for side in match.scenario.sides:
            assert f"{side.name}, {side.goal} round by round:" in seen


async def test_the_verdict_says_what_the_worth_of_an_ending_is(tmp_path: Path) -> None:
    """Where it stands, and once; nothing of it where all is lost."""
    told = "hangs above all on which one it is"
    for seed in range(20):
        match = play_on(new_match(None, seed=seed), 1000, seed=seed)
        if match.verdict is not None and match.verdict.name != "collapse":
            break
    lost = play_on(new_match(None, seed=21), 1000, seed=1)
    async with running(library(tmp_path), (80, 80), start=match) as app:
        assert text(app).count(told) == 1
        app.navigation.play(lost)
        await settled(app)
        assert told not in text(app)


async def test_the_verdict_tells_what_mattered_most_and_the_same_by_the_review_below_it(
    tmp_path: Path,
) -> None:
    """Beside the save, or in the cache folder; before that nothing is said of a review."""
    kept = library(tmp_path)
    match = new_match(None, seed=21)
    match.save_as(kept.create("over"))
    play_on(match, 1000, seed=1)
    voice = Voice(match.book)
    heading = voice.say("story.end.reviewed")
    async with running(kept, (120, 60), start=match) as app:
        front(app, VerdictScreen)
        await app.workers.wait_for_complete()
        await settled(app)
        assert heading not in text(app)
        assert voice.say("story.end.mattered") in text(app)
        findings = Findings()
        made = make_review(match.tree.timeline, findings, 4)
        assert ReviewStore(match, match.tree.current).keep(findings).where
        assert say_mattered(voice, made)
        line = match.tree.timeline
        points = turning_points(line.book, line.states, line.consequences)
        heaviest = weightiest(points, 1)[0].round
        await press(app, "t", "escape")
        front(app, VerdictScreen)
        await app.workers.wait_for_complete()
        await settled(app)
        seen = " ".join(text(app).replace("│", " ").split())
        assert heading in seen
        words = seen.index(voice.say("story.end.mattered"))
        assert (
            words < seen.index(voice.say("story.end.play_on", round=heaviest)) < seen.index(heading)
        )
        for each in say_mattered(voice, made):
            assert each in seen


def over(name: str, seed: int) -> Match:
    text_, where = read_text(name)
    match = Match.new(text_, where, seats=("human", "human"), seed=seed, clock=lambda: "")
    return play_on(match, 1000, seed=seed)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_both_scores_are_drawn_on_the_first_page(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Each in the accent of its side, above what is said of them, with its final score at its end;
    so, where there is room, at the end of a replay.
    """
    match = over("shared-enemy", 3)
    voice = Voice(match.book)
    courses = score_courses(voice, match.tree.timeline.states)
    async with running(library(tmp_path), size, start=match) as app:
        for keys in ((), ("r", "end"))[: 1 + (size[1] > LARGE[1])]:
            await press(app, *keys)
            await settled(app)
            shown = app.screen.query_one(TextPane).rows
            (result,) = [
                at
                for at, row in enumerate(shown)
                if row.plain.rstrip().endswith(voice.say("story.end.over"))
            ]
            for course in courses:
                style = side_style(match.book, course.side)
                curve = [
                    row.plain[span.start : span.end]
                    for row in shown[:result]
                    for span in row.spans
                    if str(span.style) == style
                ]
                assert any(each[0] > "\u2800" for each in curve)
                assert course.label in curve
                assert any(row.plain.split()[:1] == [str(course.threshold)] for row in shown)


@pytest.mark.parametrize("name", ids())
async def test_what_mattered_stands_above_the_fold(tmp_path: Path, name: str) -> None:
    """With the result, on the smallest terminal, as soon as a game is over."""
    match = over(name, 3)
    line = match.tree.timeline
    found = weightiest(turning_points(line.book, line.states, line.consequences), MATTERED)
    voice = Voice(match.book)
    async with running(library(tmp_path), (80, 24), start=match) as app:
        front(app, VerdictScreen)
        seen = " ".join(text(app).replace("│", " ").split())
        end = ending(voice, line.state)
        assert end.title in seen
        for account in end.sides:
            assert account.result in seen
            assert account.enough in seen
        assert found
        for point in found:
            assert say_moment(voice, line.states, line.decisions, point) in seen


async def test_what_really_happened_is_one_key_from_the_verdict(tmp_path: Path) -> None:
    """And not offered where the scenario has no dates for it."""
    for name, dated in (("shared-enemy", True), ("helsinki-1975", False)):
        async with running(library(tmp_path / name), (80, 24), start=over(name, 3)) as app:
            verdict = front(app, VerdictScreen)
            assert ("h History" in text(app)) == dated
            await press(app, "h")
            if not dated:
                assert app.screen is verdict
                continue
            front(app, HistoryPage)
            assert verdict.match.scenario.round_name(1) in text(app)
            await press(app, "end")
            assert "2016" in text(app)
            await press(app, "q")
            assert app.screen is verdict
