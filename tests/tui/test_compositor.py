"""What is drawn of a screen is what Textual would draw, and no more than can be seen."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from textual._compositor import Compositor, ReflowResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from game.tui.app import SharedEnemyApp
from game.tui.compositor import SeenOnly
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.aside import Aside
from game.tui.widgets.board import Middle
from game.tui.widgets.rows import Rows
from tests.tui.driving import (
    SIZES,
    front,
    library,
    new_match,
    play_on,
    press,
    running,
    settled,
    told,
)
from tests.tui.tour import stocked, tour

Pieces = Sequence[Mapping[int, Strip | None]]


def drawn(by: Callable[..., Pieces], of: Compositor, region: Region) -> Pieces:
    """The pieces of some rows."""
    return by(of, region, lambda y: y in region.line_range)


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_is_drawn_as_textual_draws_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The whole, and any rows of it, with all that lies over a screen."""
    kept, pick = stocked(tmp_path), random.Random(3)
    async with running(kept, size) as app:
        seen = []

        def visit(name: str) -> None:
            screen = app.screen
            ours = screen._compositor
            assert isinstance(ours, SeenOnly)
            first = pick.randrange(size[1])
            some = Region(0, first, size[0], pick.randrange(1, size[1] - first + 1))
            for region in (Region(0, 0, *size), some):
                theirs = drawn(Compositor._render_chops, ours, region)
                assert drawn(SeenOnly._render_chops, ours, region) == theirs
            seen.append(name)

        await tour(app, kept, visit)
        assert len(seen) > 15


async def test_what_is_shown_again_hears_of_it_though_its_place_was_asked_for(
    tmp_path: Path,
) -> None:
    """Textual lays out what is asked for, and then finds nothing new in its layout."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await told(app)
        await press(app, "enter")
        table = front(app, TableScreen)
        choices, offer = table.hand.choices, table.query_one("#offer")
        for asked in (True, False):
            offer.display = False
            await settled(app)
            choices.show(())
            assert choices._room < 0
            offer.display = True
            compositor = table._compositor
            if asked:
                compositor._full_map_invalidated = True
                assert choices in compositor.full_map
            await settled(app)
            assert choices._width == choices._room > 0


async def at_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], int]:
    """What is drawn for a key at the table: the ids of the widgets, and the number of frames."""
    kept = library(tmp_path)
    async with running(kept, start=new_match(kept)) as app:
        await told(app)
        screen = front(app, TableScreen)
        widgets: list[str] = []
        frames = 0
        show = type(app)._display

        def displayed(self: object, *what: object) -> None:
            nonlocal frames
            frames += what[1] is not None
            show(self, *what)  # type: ignore[arg-type]  # as it was called

        monkeypatch.setattr(type(app), "_display", displayed)
        for widget in screen.walk_children(Widget, with_self=True):

            def counted(crop: Region, each: Widget = widget) -> list[Strip]:
                widgets.append(each.id or type(each).__name__)
                return type(each).render_lines(each, crop)

            monkeypatch.setattr(widget, "render_lines", counted)
        before = screen.hand.choices.highlighted
        await press(app, "down")
        assert screen.hand.choices.highlighted != before
        return widgets, frames


async def test_a_key_at_the_table_is_answered_in_one_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line under the cursor never moves before what it means is there."""
    _, frames = await at_the_table(tmp_path, monkeypatch)
    assert frames == 1


async def test_a_key_at_the_table_draws_what_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list, what the line means, and where it stands on the ladder; no frame around them."""
    widgets, _ = await at_the_table(tmp_path, monkeypatch)
    assert sorted(widgets) == ["choices", "detail", "middle"]


async def test_a_step_in_a_replay_lays_the_screen_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not at all where every part of the table keeps its rows: then it is one frame."""
    match = play_on(new_match(None), 40)
    async with running(library(tmp_path), watch=match) as app:
        layouts = frames = 0
        lay_out, display = Screen._refresh_layout, type(app)._display

        def displayed(self: SharedEnemyApp, screen: Screen[object], update: object) -> None:
            nonlocal frames
            frames += update is not None
            display(self, screen, update)

        def counted(self: Screen[object], size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
            nonlocal layouts
            layouts += 1
            lay_out(self, size, scroll)

        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        monkeypatch.setattr(type(app), "_display", displayed)
        needed = set()
        for _ in range(len(match.decisions)):
            before, layouts, frames = heights(app.screen), 0, 0
            await press(app, "right")
            changed = heights(app.screen) != before
            assert layouts == changed
            assert frames <= 1 + changed
            needed.add(changed)
        assert needed == {False, True}


async def test_in_a_replay_what_stands_below_a_debate_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its first word on where it was without one, wherever one comes from. It gives way only
    to words for which there is no room, and then to the end; else the screen is not laid out.
    """
    match = play_on(new_match(None), 60)
    debated = [state.debate is not None for state in match.states]
    laid_out: list[Size | None] = []
    lay_out = Screen._refresh_layout

    def counted(self: Screen[object], size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        laid_out.append(size)
        lay_out(self, size, scroll)

    def place(screen: Screen[object]) -> int:
        middle = screen.query_one(Middle)
        top = screen.query_one("#hand").region.y
        assert top == hand or (top > hand and len(middle.rows) <= middle.size.height)
        return top

    async with running(library(tmp_path), watch=match) as app:
        hand = app.screen.query_one("#hand").region.y
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        last, still = hand, 0
        for before, here in pairwise(debated):
            laid_out.clear()
            await press(app, "right")
            now = place(app.screen)
            if before and here:
                assert now >= last
                assert bool(laid_out) is (now > last)
                still += now == last
            last = now
        assert still > sum(debated) // 3
    for ply in [ply for ply, here in enumerate(debated) if here][::5]:
        async with running(library(tmp_path), watch=match) as app:
            front(app, ReplayScreen).go_to(ply)
            await settled(app)
            place(app.screen)


def heights(screen: Screen[object]) -> list[int]:
    """How many rows the parts of a screen have."""
    return [each.size.height for each in screen.query(Rows)]


async def test_what_grows_is_painted_though_its_place_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is for the cursor of the terminal, before there is a new layout."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await told(app)
        aside, below = app.screen.query_one(Aside), app.screen.query_one("#detail")
        painted, paint, reflow = list[Widget](), Rows.render_lines, SeenOnly.reflow

        def asked(compositor: SeenOnly, parent: Widget, size: Size) -> ReflowResult:
            compositor._full_map_invalidated = True
            assert aside in compositor.full_map
            return reflow(compositor, parent, size)

        def noted(part: Rows, crop: Region) -> list[Strip]:
            painted.append(part)
            return paint(part, crop)

        monkeypatch.setattr(Rows, "render_lines", noted)
        monkeypatch.setattr(SeenOnly, "reflow", asked)
        aside.show((Content("Something that was not there."),))
        await settled(app)
        assert aside in painted
        assert below in painted
