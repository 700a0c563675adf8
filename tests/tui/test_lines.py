"""Other lines of play in the app: taking back, branching, commenting, comparing, running."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Match
from game.rules import Kind
from game.telling.messages import number
from game.telling.voice import Voice
from game.tui.screens.ask import Ask
from game.tui.screens.grant import Grant
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.variations import Beside, VariationsScreen, draw_beside
from tests.tui.driving import (
    SIZES,
    front,
    library,
    new_match,
    play_on,
    press,
    running,
    said,
    settled,
    text,
    told,
)


def seated(app: object) -> Match:
    """The match on the table."""
    screen = app.screen  # type: ignore[attr-defined]  # the app, whatever its type parameter
    assert isinstance(screen, TableScreen)
    return screen.match


async def test_between_people_the_other_side_is_asked(tmp_path: Path) -> None:
    match = new_match(library(tmp_path))
    before = match.state
    match.decide("table:train/enemy")
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "u")
        assert isinstance(app.screen, Grant)
        assert "United States asks to take its last decision back" in text(app)
        assert "The decision was: Table “Train Iraqi forces together”" in text(app)
        await press(app, "escape")
        assert match.state != before
        assert match.tree.asked is None
        assert "Russia: no. What was decided stands." in said(app)
        await press(app, "u", "down", "enter")
        assert match.state == before
        assert "take your turn" in text(app)


async def test_a_price_that_was_agreed_on_is_paid(tmp_path: Path) -> None:
    match = new_match(library(tmp_path))
    match.decide("consult")
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "u", "down", "down", "down", "enter")
        assert match.state.tracks[match.book.score[0]] == -2
        assert f"goals −2/{match.book.threshold[0]}" in " ".join(text(app).split())


async def test_an_opponent_is_not_asked(tmp_path: Path) -> None:
    match = new_match(library(tmp_path), seats=("human", "random"))
    before = match.state
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "enter", "enter")
        assert match.decisions[1].text.startswith("table:")
        await press(app, "u")
        assert match.state == before


async def test_nothing_is_taken_back_across_a_drawn_headline(tmp_path: Path) -> None:
    """Nor is it offered there; it is again when somebody has decided."""
    match = new_match(library(tmp_path))
    match.decide("consult")
    while match.decisions[-1].kind is not Kind.DRAW:
        match.decide(match.legal()[-1])
    async with running(library(tmp_path), start=match) as app:
        known = list(match.decisions)
        await told(app)
        assert "u Take back" not in text(app)
        await press(app, "u")
        assert front(app, TableScreen).match is match
        assert match.decisions == known
        match.decide(match.legal()[0])
        await settled(app)
        await told(app)
        assert "u Take back" in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_replay_can_be_played_on_from_any_moment(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 12)
    decisions = [str(each) for each in match.decisions]
    match.close()
    assert match.journal is not None
    watched = Match.open(match.journal.path, read_only=True)
    async with running(kept, size, watch=watched) as app:
        await press(app, "right", "right", "right", "b")
        assert isinstance(app.screen, SeatsScreen)
        await press(app, "enter")
        own = seated(app)
        assert [str(each) for each in own.decisions] == decisions[:3]
        assert [str(each) for each in own.tree.variations[0].timeline.decisions] == decisions


async def test_a_comment_is_kept_with_its_moment(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 6)
    match.close()
    assert match.journal is not None
    path = match.journal.path
    async with running(kept, watch=Match.open(path, read_only=True)) as app:
        await press(app, "right", "right", "c")
        assert isinstance(app.screen, Ask)
        await press(app, *"so it began", "enter")
        assert "✎ so it began" in text(app)
        await press(app, "left")
        assert "✎ so it began" not in text(app)
    kept_comment = Match.open(path, read_only=True).tree.comment(0, 2)
    assert kept_comment is not None
    assert kept_comment.text == "so it began"


async def test_variations_are_listed_compared_named_and_promoted(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 10)
    match.branch(4)
    play_on(match, 6, seed=5)
    match.close()
    assert match.journal is not None
    watched = Match.open(match.journal.path, read_only=True)
    async with running(kept, watch=watched) as app:
        await press(app, "v")
        assert isinstance(app.screen, VariationsScreen)
        assert "after decision 4 of 0" in text(app)
        await press(app, "c")
        assert isinstance(app.screen, Beside)
        assert "They share their first" in text(app)
        await press(app, "q", "r", *"what if", "enter")
        assert "what if" in text(app)
        await press(app, "p")
        assert watched.tree.main == 1
        await press(app, "up", "enter")
        assert isinstance(app.screen, ReplayScreen)
        assert app.screen.in_view == (0, 0)


def test_two_lines_of_play_stand_beside_each_other_in_80_columns(tmp_path: Path) -> None:
    """With every track by its full name, and one number where they are equal."""
    match = play_on(new_match(library(tmp_path)), 120)
    match.branch(6)
    play_on(match, 120, seed=5)
    drawn = draw_beside(match.book, *match.tree.variations).plain
    rows = drawn.split("\n")
    table = rows[3 : 4 + len(match.book.track_ids)]
    assert all(len(row) <= 76 for row in table)
    assert table[0].split()[1:] == [str(each) for each in range(1, len(table[0].split()))]
    named = [f"{Voice(match.book).track(each)}  " for each in match.book.track_ids]
    assert all(row.startswith(name) for row, name in zip(table[1:], named, strict=True))
    ends = [line.timeline.state.tracks for line in match.tree.variations]
    shown = [row.split()[-1].replace("−", "-").split("|") for row in table[1:]]
    for place, words in enumerate(shown):
        assert {int(each) for each in words if each != "–"} <= {end[place] for end in ends}


async def test_a_variation_that_is_over_is_listed_with_its_final_scores(tmp_path: Path) -> None:
    """What the objectives add at the end included, as everywhere else that a result is told."""
    kept = library(tmp_path)
    match = play_on(new_match(kept), 200, seed=23)
    assert match.verdict is not None
    tracks = [match.state.tracks[track] for track in match.book.score]
    final = match.verdict.final
    assert list(final) != tracks
    async with running(kept, watch=match) as app:
        await press(app, "v")
        assert f"US {number(final[0])}  RU {number(final[1])}" in text(app)


async def test_every_variation_is_listed_below_the_one_that_it_leaves(tmp_path: Path) -> None:
    """And the one that is chosen is looked at, wherever it is listed."""
    kept = library(tmp_path)
    match = play_on(new_match(kept), 10)
    for parent, name in ((0, "one"), (0, "two"), (1, "three")):
        match.branch(2, variation=parent, name=name)
    async with running(kept, watch=match) as app:
        await press(app, "v", "home")
        rows = text(app).splitlines()
        at = {
            name: next(i for i, row in enumerate(rows) if name in row)
            for name in ("one", "two", "three")
        }
        assert at["one"] + 1 == at["three"] == at["two"] - 1
        assert rows[at["three"]].index("three") == rows[at["one"]].index("one") + 2
        await press(app, "down", "down", "enter")
        assert front(app, ReplayScreen).in_view == (3, 0)


async def test_moments_are_gone_to_and_sides_turned_round(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 40)
    async with running(kept, watch=match) as app:
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        await press(app, "i")
        plies = [*screen._marks.moments]
        assert screen.moment == plies[0]
        await press(app, "i", "I")
        assert screen.moment == plies[0]
        rows = text(app).splitlines()
        first = next(n for n, row in enumerate(rows) if "US goals" in row)
        second = next(n for n, row in enumerate(rows) if "RU recognition" in row)
        assert first < second
        await press(app, "o")
        rows = text(app).splitlines()
        first = next(n for n, row in enumerate(rows) if "US goals" in row)
        second = next(n for n, row in enumerate(rows) if "RU recognition" in row)
        assert second < first


async def test_a_replay_runs_by_itself_and_halts(tmp_path: Path) -> None:
    kept = library(tmp_path)
    match = play_on(new_match(kept), 8)
    async with running(kept, watch=match) as app:
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        await press(app, "space")
        assert screen._runner is not None
        screen._next()
        assert screen.moment == 1
        await press(app, "plus", "minus", "space")
        assert screen._runner is None
        await press(app, "G", "space")
        assert screen._runner is None
