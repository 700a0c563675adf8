"""Reading a review in the app: the reader is asked first, and marks stand in the replay, too."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from game.export.review_text import ReviewRow, review_rows
from game.process import environment
from game.review.glyphs import Mark
from game.review.kept import Findings
from game.review.making import make_review
from game.review.prospects import mattered
from game.review.review_store import ReviewStore
from game.review.step import Step
from game.rules import NOBODY
from game.telling.review import glyph_name, step_told
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.seats import SeatsScreen
from game.tui.widgets.move_list import MoveList
from tests.tui.driving import LARGE, SIZES, front, library, press, running, settled, text
from tests.tui.test_review import _cheap, forbid, found_in, game, made, told

__all__ = ["_cheap"]


async def test_a_whole_review_that_is_kept_is_shown_once_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is worked out a second time, nothing is written, and nobody is asked to work."""
    monkeypatch.setattr("game.review.chain.NORMAL", 1)
    kept = library(tmp_path)
    async with running(kept, watch=game(kept)) as app:
        await press(app, "e")
        first = told(await made(app))
        await press(app, "q")
        for other in ("make_review", "humble_pool"):
            monkeypatch.setattr(f"game.tui.parts.reviewing.{other}", pytest.fail)
        monkeypatch.setattr(ReviewStore, "keep", pytest.fail)
        await press(app, "e")
        screen = await made(app)
        assert told(screen) == first
        work = screen._reviewing
        assert work is not None
        assert not work.busy
        assert not work.notes


LOOKING = """
import asyncio, sys
from pathlib import Path
from game.match import Library, Match
from game.tui.app import SharedEnemyApp

async def look(folder):
    kept = Library(folder / "saves", folder / "none")
    (save,) = (folder / "saves").glob("*.jsonl")
    app = SharedEnemyApp(kept, watch=Match.open(kept.journal(save)))
    async with app.run_test() as pilot:
        for _ in range(100):
            await pilot.pause()
            await app.workers.wait_for_complete()
            if "game.tui.screens.review" in sys.modules:
                break
        print(*sys.modules)

asyncio.run(look(Path(sys.argv[1])))
"""
"""Looks at a replay, and says what was imported when nothing was left to do."""


@pytest.mark.parametrize("kept", [True, False])
def test_what_shows_a_review_that_is_kept_is_imported_while_the_replay_is_looked_at(
    tmp_path: Path, *, kept: bool
) -> None:
    """In the background, so that the key is answered at once. Where none is kept nobody knows
    whether one is wanted: it takes no memory.
    """
    with closing(game(library(tmp_path))) as match:
        if kept:
            findings = Findings()
            make_review(match.tree.timeline, findings, 1)
            assert ReviewStore(match, 0).keep(findings).where
    done = subprocess.run(
        [sys.executable, "-c", LOOKING, str(tmp_path)],
        env={**environment(), "SHARED_ENEMY_SETTINGS": str(tmp_path / "settings.json")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = done.stdout.split()
    assert ("game.tui.screens.review" in imported) == kept
    assert ("game.review.kept" in imported) == kept


@pytest.mark.parametrize("size", SIZES)
async def test_a_review_that_was_read_is_opened_without_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """The replay has read it for its marks: the first that is painted of the page is the review;
    and its rows are made once.
    """
    monkeypatch.setattr("game.review.chain.NORMAL", 1)
    kept = library(tmp_path)
    match = game(kept)
    async with running(kept, size, watch=match) as app:
        await press(app, "e")
        words = told(await made(app))
    async with running(kept, size, watch=match) as app:
        await app.workers.wait_for_complete()
        monkeypatch.setattr(ReviewStore, "load", pytest.fail)
        rows: list[int] = []

        def counted(*args: Any, **more: Any) -> tuple[ReviewRow, ...]:
            rows.append(1)
            return review_rows(*args, **more)

        monkeypatch.setattr("game.tui.screens.review.review_rows", counted)
        screen = ReviewScreen(match, 0)
        await app.push_screen(screen)
        assert told(screen) == words
        assert not [each for each in app.workers if each.group.startswith("reviewing")]
        await settled(app)
        assert len(rows) <= 2  # before it is known how wide it is, and then


async def test_who_reads_a_review_is_asked_first_what_to_do(tmp_path: Path) -> None:
    """What was decided where it mattered is told when it is asked for, one by one, and what mostly
    comes of something else; so is where play can go on.
    """
    kept = library(tmp_path)
    match = game(kept)
    async with running(kept, LARGE, watch=match) as app:
        await press(app, "e")
        screen = await made(app)
        found = found_in(screen)
        asked = [step for step in mattered(found.review) if step.side != NOBODY]
        assert asked
        for step in asked:
            words = step_told(screen._voice, found, step)
            assert words.what not in told(screen)
            screen.query_one(MoveList).cursor = next(
                at for at, row in enumerate(screen._rows) if row.ply == step.ply
            )
            await press(app, "x")
            screen = await made(app)
            assert screen._at == step.ply
            assert words.what in " ".join(told(screen).split())
            assert "As it was: " in told(screen)
            for other in asked[asked.index(step) + 1 :]:
                assert step_told(screen._voice, found, other).what not in told(screen)
        assert "What would you have done?" not in told(screen)
        await press(app, "b")
        front(app, SeatsScreen)


async def test_all_answers_are_told_at_once_to_who_asks_at_the_top(tmp_path: Path) -> None:
    kept = library(tmp_path)
    async with running(kept, watch=game(kept)) as app:
        await press(app, "e")
        screen = await made(app)
        assert "What would you have done?" in told(screen)
        await press(app, "x")
        assert "What would you have done?" not in told(screen)
        assert "review.answer" not in screen.bound


@pytest.mark.parametrize("settled_for_good", [True, False])
async def test_what_a_review_marks_is_marked_in_the_replay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, settled_for_good: bool
) -> None:
    """In the list, the bar and the text beside it, once a review is kept; none is made for it.

    What may still change looks otherwise everywhere.
    """
    if settled_for_good:
        monkeypatch.setattr("game.review.chain.NORMAL", 1)
    sign = "◇" if settled_for_good else "◦"
    kept = library(tmp_path)
    match = game(kept)
    async with running(kept, watch=match) as app:
        assert sign not in text(app)
        await press(app, "e")
        screen = await made(app)
        found = found_in(screen)
        marked = [step for step in found.review.steps if step.mark is not None]
        assert marked
        await press(app, "x")
        rows_told = [row for row in screen._rows if row.words[1:2] in set("#x!+-=?□*") and row.ply]
        assert len(rows_told) == len(marked)
        for each in rows_told:
            assert each.provisional is (each.words[0] == "≈") is not settled_for_good
        await press(app, "q")
        await app.workers.wait_for_complete()
        await settled(app)
        assert sign in text(app)
    forbid(monkeypatch)
    async with running(kept, LARGE, watch=match) as app:
        await app.workers.wait_for_complete()
        await settled(app)
        replay, voice = front(app, ReplayScreen), screen._voice
        for step in marked:
            replay.go_to(step.ply + 1)
            await settled(app)
            step_words = step_told(voice, found, step)
            rows = [row for row in text(app).splitlines() if sign in row]
            assert glyph_name(voice, found_mark(step).glyph) in rows[0]
            assert ("perhaps" in rows[0]) is not settled_for_good
            shown = " ".join(text(app).split())
            assert step_words.mark.partition(".")[0] in shown
            row = replay._row(step.ply + 1).plain
            assert row[3:5] == f"{step_words.sign}{' ' if settled_for_good else '≈'}"


def found_mark(step: Step) -> Mark:
    """The mark of a step that has one."""
    assert step.mark is not None
    return step.mark
