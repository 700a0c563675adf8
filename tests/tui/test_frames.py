"""Frames: on a large screen every pane has one, and it shows in the frame which is in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.geometry import Region
from textual.widget import Widget

from game.rules import Phase, State
from game.telling.beats import BeatKind
from game.text.cells import cells
from game.tui.app import SharedEnemyApp
from game.tui.screens.review import ReviewScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.beats import Beats
from game.tui.widgets.choices import Choices
from game.tui.widgets.move_list import MoveList
from game.tui.widgets.rows import Rows
from tests.match.games import new, play_out
from tests.opponents.workers import Script
from tests.tui.driving import (
    LARGE,
    SMALL,
    front,
    library,
    new_match,
    press,
    rows,
    running,
    settled,
    told,
)
from tests.tui.snapshots import SCENES, until
from tests.tui.tour import stocked, tour

ROOMY = (100, 30)
BROAD = (200, 60)
UNTITLED = {"ways", "page-text", "reviewed"}
"""Panes of which the screen says itself what they are."""


def frame_colours(app: SharedEnemyApp, region: Region) -> set[str]:
    """The colours of the cells that stand around a widget, without those of a title."""
    strips = app.screen._compositor.render_strips()
    found = set()
    for y in region.line_range:
        for x in (region.x, region.right - 1):
            [cell] = [each for each in strips[y].crop(x, x + 1) if each.text]
            assert cell.text in "╭╮╰╯│├┤╞╡", cell
            assert cell.style is not None
            assert cell.style.color is not None
            found.add(cell.style.color.get_truecolor().hex)
    return found


def ink(app: SharedEnemyApp, name: str) -> str:
    """A colour of the theme."""
    return Color.parse(app.get_css_variables()[name]).hex.lower()


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", [ROOMY, LARGE])
async def test_the_pane_in_use_has_the_colour_and_the_name_of_the_side_that_decides(
    tmp_path: Path, scene: str, size: tuple[int, int]
) -> None:
    """In every scene, in a dark theme as in a light one."""
    async with running(library(tmp_path), size, start=until(SCENES[scene])) as app:
        await told(app)
        choices = front(app, TableScreen).query_one(Choices)
        assert choices.has_focus
        for theme in ("shared-enemy-dark", "shared-enemy-light"):
            app.theme = theme
            await settled(app)
            assert frame_colours(app, choices.region) == {ink(app, "ink-blue")}
            title = rows(app)[choices.region.y][choices.region.x :]
            assert "▶ United States:" in title or "▶ US:" in title
            others = app.screen.query(".pane").results(Rows)
            for each in others:
                if each.region and each.display:
                    assert ink(app, "edge") in (found := frame_colours(app, each.region))
                    assert ink(app, "ink-blue") not in found


async def test_the_frame_has_the_name_and_the_colour_of_what_is_told_and_then_of_who_is_asked(
    tmp_path: Path,
) -> None:
    """Between two people at one table; no sign says that somebody is asked before that is so."""

    def of_the_other(state: State) -> bool:
        return state.side == 1 and state.phase is Phase.TURN

    match = new_match(None, seed=3)
    while not of_the_other(match.state):
        match.decide(match.legal()[0])
    async with running(library(tmp_path), LARGE, start=match) as app:
        table = front(app, TableScreen)
        beats, choices = table.query_one(Beats), table.query_one(Choices)
        kinds = set()
        while table.reciting:
            beat, title = table.recital.shown[-1], rows(app)[beats.region.y][beats.region.x :]
            kinds.add(beat.kind)
            assert "▶" not in title
            if beat.kind is BeatKind.CLOSE:
                assert beat.head in title
            elif beat.side >= 0 and beat.kind is not BeatKind.NEWS:
                assert match.scenario.sides[beat.side].name in title
            look = (
                "block-cursor-background" if beat.side < 0 else ("ink-blue", "ink-red")[beat.side]
            )
            # A line across has ends of its own.
            assert frame_colours(app, beats.region) - {ink(app, "ink-dim")} == {ink(app, look)}
            await press(app, "space")
        assert {BeatKind.SPEECH, BeatKind.CLOSE} & kinds
        assert "▶ Russia" in rows(app)[choices.region.y]
        assert frame_colours(app, choices.region) == {ink(app, "ink-red")}
        assert frame_colours(app, beats.region) == {ink(app, "edge")}


async def test_the_first_row_has_the_sign_of_a_question_only_while_one_is_asked(
    tmp_path: Path,
) -> None:
    """Where there are no frames, too."""
    match = new_match(None, seed=3)
    for _ in range(3):
        match.decide(match.legal()[0])
    async with running(library(tmp_path), SMALL, start=match) as app:
        table = front(app, TableScreen)
        assert table.reciting
        while table.reciting:
            assert not rows(app)[0].strip().startswith("▶")
            await press(app, "space")
        assert rows(app)[0].strip().startswith("▶")


@pytest.mark.parametrize("size", [SMALL, ROOMY, BROAD])
async def test_every_pane_has_a_frame_and_a_title_on_a_large_screen_and_none_on_a_small_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The list that has the focus has a bright one, by which it is known from the text beside."""
    kept = stocked(tmp_path)
    async with running(kept, size) as app:
        seen = set()

        def visit(name: str) -> None:
            for pane in app.screen.query(".pane"):
                if not pane.display or not pane.region:
                    continue
                seen.add(name)
                assert pane.region.width >= 30, (name, pane)
                framed = bool(pane.styles.border_top[0])
                assert framed is (size != SMALL), (name, pane)
                if framed:
                    assert _title(pane) or pane.id in UNTITLED, (name, pane)
                if framed and pane.has_focus:
                    assert ink(app, "edge") not in frame_colours(app, pane.region), name

        await tour(app, kept, visit)
        assert {"saves", "scenarios", "new game", "table", "replay", "verdict", "help"} <= seen


def _title(pane: Widget) -> str:
    return pane._title.plain if isinstance(pane, Rows) else str(pane.border_title or "")


@pytest.mark.parametrize("size", [SMALL, ROOMY, LARGE])
async def test_the_rows_of_a_review_are_as_wide_as_their_frame_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """None ends in an ellipsis that was not there."""
    monkeypatch.setattr(ReviewScreen, "BUDGETS", (1,))
    monkeypatch.setattr("game.tui.parts.reviewing.humble_pool", Script(free=True).pool)
    kept = library(tmp_path)
    match = play_out(new(seed=15, journal=kept.create("small")), 15)
    async with running(kept, size, watch=match) as app:
        await press(app, "e")
        await app.workers.wait_for_complete()
        await settled(app)
        screen = front(app, ReviewScreen)
        room = screen.query_one(MoveList).content_size.width
        assert screen._rows
        assert all(cells(f" {row.words}") <= room for row in screen._rows)
