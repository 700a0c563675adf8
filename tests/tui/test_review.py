"""A review in the app: made while keys are answered, kept, and one key from the replay."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from attrs import evolve

from game.export import ExportedGame
from game.export.review_text import review_text
from game.match import Library, Match
from game.match.review_files import review_file
from game.review.kept import Findings
from game.review.making import make_review
from game.review.review_store import ReviewStore
from game.review.reviewed_line import ReviewedLine
from game.review.turning_points import turning_points, weightiest
from game.telling.messages import english
from game.telling.turning_points import say_moment
from game.telling.voice import Voice
from game.tui.app import SharedEnemyApp
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.review import TURNED, ReviewScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.move_list import MoveList
from tests.match.games import new, play_out
from tests.opponents.workers import Script
from tests.tui.driving import (
    LARGE,
    SIZES,
    SMALL,
    front,
    library,
    press,
    resize,
    running,
    settled,
    text,
)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The smallest looks, by workers that are threads: processes take their time to start."""
    monkeypatch.setattr(ReviewScreen, "BUDGETS", (1, 2))
    monkeypatch.setattr("game.tui.parts.reviewing.humble_pool", Script(free=True).pool)


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may think from now on."""

    def think(*_: object, **__: object) -> None:
        raise AssertionError("something was found out again")

    monkeypatch.setattr("game.review.evaluator.evaluate", think)
    monkeypatch.setattr("game.review.making.reachable", think)


def game(kept: Library, most: int = 1000) -> Match:
    """A small game, played to its end or for so many decisions."""
    return play_out(new(seed=15, journal=kept.create("small")), 15, most=most)


async def made(app: SharedEnemyApp) -> ReviewScreen:
    """The review in front, once nothing more is being found out."""
    await app.workers.wait_for_complete()
    await settled(app)
    return front(app, ReviewScreen)


def told(screen: ReviewScreen) -> str:
    """All rows of a review, under its title."""
    title = screen._voice.say("review.title", title=screen._game.title)
    return "".join(f"{row}\n" for row in (title, *(row.words for row in screen._rows)))


@pytest.mark.parametrize("size", SIZES)
async def test_whoever_waits_for_a_review_is_told_for_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """What is being done and what will come, until there is something to read."""
    goes_on = Event()

    def slow(*args: Any, **more: Any) -> Any:
        goes_on.wait()
        return make_review(*args, **more)

    monkeypatch.setattr("game.tui.parts.reviewing.make_review", slow)
    kept = library(tmp_path)
    match = game(kept)
    async with running(kept, size, watch=match) as app:
        await press(app, "e")
        front(app, ReviewScreen)
        told_of = [english().say(f"review.in_app.{each}") for each in ("done", "coming", "leave")]
        seen = " ".join(text(app).split())
        assert all(each in seen for each in told_of)
        line = match.tree.timeline
        points = turning_points(line.book, line.states, line.consequences)
        for each in weightiest(points, TURNED):
            assert say_moment(Voice(match.book), line.states, line.decisions, each) in seen
        goes_on.set()
        screen = await made(app)
        assert screen._rows
        assert not any(each in " ".join(text(app).split()) for each in told_of)


@pytest.mark.parametrize("size", SIZES)
async def test_a_review_says_what_the_command_says(tmp_path: Path, size: tuple[int, int]) -> None:
    """Row for row, at the width of the terminal; the second time nothing is looked at."""
    kept = library(tmp_path)
    match = game(kept)
    async with running(kept, size, watch=match) as app:
        await press(app, "e")
        screen = await made(app)
        line = match.tree.timeline
        expected = make_review(line, Findings(), 1)
        words = review_text(ExportedGame.of(match), expected, width=size[0] - 2)
        await press(app, "x")
        assert told(screen) == words
        for row in words.splitlines()[: size[1] - 4]:
            assert row in text(app)
        assert "looking" not in text(app)
        assert match.journal is not None
        assert review_file(match.journal.path, 0).exists()


async def test_a_review_that_is_kept_is_there_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closer look is taken on demand, and then shown from the first."""
    kept = library(tmp_path)
    async with running(kept, watch=game(kept)) as app:
        await press(app, "e")
        await made(app)
        assert "one playout" in told(front(app, ReviewScreen))
        await press(app, "d")
        closer = told(await made(app))
        assert "2 playouts" in closer
        await press(app, "d", "q", "e")
        forbid(monkeypatch)
        assert told(await made(app)) == closer
        assert "review.deeper" not in front(app, ReviewScreen).bound


async def test_a_review_looks_how_far_it_is_only_while_something_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once all is found nothing wakes the machine of whoever reads it; a closer look does again."""
    script = Script()
    monkeypatch.setattr("game.tui.parts.reviewing.humble_pool", script.pool)
    kept = library(tmp_path)
    async with running(kept, watch=game(kept, most=6)) as app:
        await press(app, "e")
        script.see(1)
        assert looks(front(app, ReviewScreen))
        script.go(100_000)
        assert not looks(await made(app))
        front(app, ReviewScreen).action_deeper()
        assert looks(front(app, ReviewScreen))
        assert not looks(await made(app))


def looks(screen: ReviewScreen) -> bool:
    """Whether a review looks from time to time how far it is."""
    return screen._looks is not None


async def test_a_review_leads_to_the_position_of_a_decision_and_back(tmp_path: Path) -> None:
    """From the replay and from the verdict."""
    kept = library(tmp_path)
    match = game(kept)
    async with running(kept, start=match) as app:
        front(app, VerdictScreen)
        await press(app, "e")
        screen = await made(app)
        assert "review.take" not in screen.bound
        await press(app, "i")
        ply = screen._at
        assert ply is not None
        assert "review.take" in screen.bound
        await press(app, "enter")
        replay = front(app, ReplayScreen)
        assert replay.moment == ply
        await press(app, "right", "right", "e")
        screen = await made(app)
        await press(app, "g", "x", "i", "I", "G", "I", "enter")
        assert front(app, ReplayScreen) is replay
        last = replay.moment
        await press(app, "e")
        screen = await made(app)
        assert last
        assert screen._at == last
        await press(app, "escape", "q")
        front(app, VerdictScreen)


async def test_the_keys_of_a_page_move_in_it(tmp_path: Path) -> None:
    """By rows, pages, to its ends; another size leaves the cursor on what it was on. A page shows
    what came next, from the row on that was the last one.
    """
    kept = library(tmp_path)
    async with running(kept, watch=game(kept)) as app:
        await press(app, "e")
        screen = await made(app)
        moves = screen.query_one(MoveList)
        last = moves.in_view[-1]
        await press(app, "down", "pagedown")
        assert moves.cursor == moves.size.height
        assert moves.in_view[0] == last
        await press(app, "pageup", "up", "G")
        assert moves.cursor == len(screen._rows) - 1
        await press(app, "g", "i")
        ply = screen._at
        for size in (LARGE, SMALL):
            await resize(app, *size)
            assert screen._at == ply
            assert text(app).count("Review: ") == 1  # it has one title
            assert text(app).lstrip().startswith("Review: ")


async def test_nothing_is_offered_before_a_side_has_decided(tmp_path: Path) -> None:
    """There is nothing to review yet."""
    kept = library(tmp_path)
    async with running(kept, watch=new(seed=7, journal=kept.create("new"))) as app:
        assert "replay.review" not in front(app, ReplayScreen).bound
        await press(app, "e")
        front(app, ReplayScreen)
    async with running(kept, watch=game(kept, most=3)) as app:
        assert "replay.review" in front(app, ReplayScreen).bound


async def test_who_leaves_early_loses_nothing_that_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is broken off at once, and goes on from there the next time."""
    kept = library(tmp_path)
    match = game(kept)
    monkeypatch.setattr(ReviewScreen, "BUDGETS", (40,))
    async with running(kept, watch=match) as app:
        await press(app, "e", "escape")
        await app.workers.wait_for_complete()
        front(app, ReplayScreen)
        await press(app, "e")
        screen = await made(app)
        assert "40 playouts" in told(screen)


async def test_a_game_that_goes_on_while_it_is_reviewed_is_reviewed_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A longer look, or the next one, is of the game as it is then."""
    script = Script()
    monkeypatch.setattr("game.tui.parts.reviewing.humble_pool", script.pool)
    kept = library(tmp_path)
    match = game(kept, most=6)
    before = len(match.decisions)
    as_it_was = match.tree.timeline.fork(before)
    async with running(kept, watch=match) as app:
        await press(app, "e")
        script.see(1)
        play_out(match, 15, most=3)
        assert len(match.decisions) > before
        script.go(100_000)
        screen = await made(app)
        assert found_in(screen).review == make_review(as_it_was, Findings(), 1).review
        await press(app, "d")
        screen = await made(app)
        now = make_review(match.tree.timeline, Findings(), 2).review
        assert found_in(screen).review == now


async def test_what_each_look_finds_is_kept_before_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it is there even if the app is killed."""
    kept = library(tmp_path)
    match = game(kept, most=4)
    monkeypatch.setattr(ReviewScreen, "BUDGETS", (20,))
    at_last: list[int] = []

    def last(*_: object, **__: object) -> None:
        at_last.append(len(ReviewStore(match, 0).load()[1]))
        raise RuntimeError("killed")

    monkeypatch.setattr("game.review.making._reachable", last)
    async with running(kept, watch=match) as app:
        await press(app, "e")
        await made(app)
    assert at_last[0] > 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x00\xff", "is damaged in line 1"),
        (b'{"format":99,"game":"shared-enemy","kind":"reviewed"}\n{}\n', "by a later version"),
    ],
)
async def test_a_file_that_cannot_be_used_is_a_sentence(
    tmp_path: Path, data: bytes, words: str
) -> None:
    """And the review is made all the same; what a later version wrote is left alone."""
    kept = library(tmp_path)
    match = game(kept, most=4)
    assert match.journal is not None
    path = review_file(match.journal.path, 0)
    path.write_bytes(data)
    async with running(kept, watch=match) as app:
        await press(app, "e")
        screen = await made(app)
        assert words in " ".join(text(app).split())
        assert "To discuss" in told(screen)
    assert (path.read_bytes() == data) is ("later" in words)


async def test_a_review_that_can_be_kept_nowhere_is_shown_all_the_same(tmp_path: Path) -> None:
    """It is said why, and what lies in the way is left alone."""
    kept = library(tmp_path)
    match = game(kept, most=4)
    assert match.journal is not None
    folder = review_file(match.journal.path, 0)
    folder.mkdir()
    async with running(kept, watch=match) as app:
        await press(app, "e")
        screen = await made(app)
        seen = " ".join(text(app).split())
        assert "cannot be used" in seen
        assert "could not be kept" in seen
        assert "To discuss" in told(screen)
    assert folder.is_dir()


@pytest.mark.parametrize(
    "forged",
    [{"candidates": ("[b]no such thing",), "line": ("x",)}, {"seeds": ((10**6, -(10**6)),)}],
)
async def test_a_forged_review_breaks_nothing(tmp_path: Path, forged: dict[str, Any]) -> None:
    """What it names that nobody can decide is never shown."""
    kept = library(tmp_path)
    match = game(kept)
    findings = Findings()
    make_review(match.tree.timeline, findings, 1)
    for budget, each in list(findings.evaluations):
        findings.evaluations.add(budget, evolve(each, **forged))
    assert ReviewStore(match, 0).keep(findings).where
    async with running(kept, watch=match) as app:
        await app.workers.wait_for_complete()
        await press(app, "e")
        screen = await made(app)
        assert "To discuss" in told(screen)
        assert "no such thing" not in told(screen)
        await press(app, "q")
        front(app, ReplayScreen)


async def test_whoever_cannot_go_on_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen stays, and can be left."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("[b]no idea[/b]")

    monkeypatch.setattr("game.tui.parts.reviewing.make_review", fail)
    kept = library(tmp_path)
    async with running(kept, watch=game(kept, most=4)) as app:
        await press(app, "e")
        await made(app)
        assert "could not be finished: [b]no idea[/b]" in text(app)
        await press(app, "q")
        front(app, ReplayScreen)


def found_in(screen: ReviewScreen) -> ReviewedLine:
    """What a review has found out."""
    assert screen._reviewing is not None
    assert screen._reviewing.found is not None
    return screen._reviewing.found
