"""The page of arguments: from the table and back, at every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from game.rules import bits
from game.tui.screens.arguments import ArgumentsScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import SIZES, library, new_match, play_on, press, resize, running, text, told
from tests.tui.snapshots import SCENES, until


@pytest.mark.parametrize("size", SIZES)
async def test_all_about_each_argument_is_on_the_page(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The cursor comes to each one of both hands; its words stand beside the list."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        await press(app, "m")
        assert isinstance(app.screen, ArgumentsScreen)
        await press(app, "home")
        pane, met = app.screen.query_one(TextPane), []
        for _ in range(sum(len(list(bits(held))) for held in match.book.held)):
            assert app.screen._marked is not None
            side, argument = app.screen._marked
            entry, held = match.scenario.arguments[argument], match.scenario.sides[side]
            beside = " ".join(" ".join(row.plain for row in pane.rows).split())
            assert beside.startswith(entry.name)
            assert held.name in beside
            assert entry.said_by(held.id) in beside
            met.append((side, argument))
            await press(app, "down")
        assert sorted(met) == [
            (side, argument) for side in (0, 1) for argument in bits(match.book.held[side])
        ]


async def test_on_a_broad_screen_it_is_written_out_what_answers_it(tmp_path: Path) -> None:
    """The sentences of the arguments that are named, then those of the motions, no wider than can
    be read; on a small one there is no room for that, and nothing ends below the fold for it.
    """
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), (200, 60), start=match) as app:
        await told(app)
        await press(app, "m")
        assert isinstance(app.screen, ArgumentsScreen)
        pane = app.screen.query_one(TextPane)
        assert pane.size.width <= 108
        written = whole = 0
        for _ in app.screen._found:
            assert app.screen._marked is not None
            each = next(
                it for it in app.screen._found if (it.side, it.argument) == app.screen._marked
            )
            read = " ".join(" ".join(row.plain for row in pane.rows).split())
            sentences = [it.card.case for it in (*each.against, *each.answers)]
            texts = [it.text for it in each.backs]
            quoted = all(" ".join(it.split()) in read for it in sentences)
            written += quoted
            whole += quoted and all(" ".join(it.split()) in read for it in texts)
            assert pane.rows[-1].plain == "" or "PgDn" not in read  # nothing is below the fold
            await press(app, "down")
        many = len(app.screen._found)
        assert written > many * 3 // 4
        assert whole > many // 4
        await resize(app, 80, 24)
        assert " ".join(each.against[0].card.case.split()) not in " ".join(text(app).split())


async def test_it_opens_at_what_was_said_last_and_leads_back(tmp_path: Path) -> None:
    """``m`` comes and goes; Tab is the other hand; nothing is decided, whatever is pressed."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    assert match.state.debate is not None
    last = match.state.debate.chain[-1]
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        before, decided = text(app), len(match.decisions)
        await press(app, "m")
        assert isinstance(app.screen, ArgumentsScreen)
        marked = app.screen._marked
        assert marked is not None
        assert marked[1] == last
        assert "Take" not in text(app)  # nothing here can be taken
        await press(app, "tab")
        other = app.screen._marked
        assert other is not None
        assert other[0] != marked[0]
        await press(app, "enter", "pagedown", "pageup")
        await resize(app, 120, 40)
        assert app.screen._marked == other
        await resize(app, 80, 24)
        await press(app, "m")
        assert isinstance(app.screen, TableScreen)
        assert (text(app), len(match.decisions)) == (before, decided)


async def test_the_hand_of_whoever_sits_here_comes_first(tmp_path: Path) -> None:
    match = new_match(None, seats=("random", "human"), seed=3)
    while match.state.side != 1:
        match.decide(match.legal()[0])
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        await press(app, "m")
        assert isinstance(app.screen, ArgumentsScreen)
        await press(app, "home")
        marked = app.screen._marked
        assert marked is not None
        assert marked[0] == 1


@pytest.mark.parametrize("width", [99, 100, 119, 200])
async def test_a_list_is_drawn_for_the_width_that_it_has(tmp_path: Path, width: int) -> None:
    """Also after the terminal has had another one, and when it is opened again."""
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), (width, 36), start=match) as app:
        await told(app)
        await press(app, "m")
        here = text(app)
        await resize(app, 120, 40)
        await resize(app, width, 36)
        assert text(app) == here
        await press(app, "q", "m")
        assert text(app) == here
        menu = app.screen.query_one(Menu)
        for option in menu.options:
            if isinstance(option, Row):
                assert isinstance(option.prompt, Content)
                assert option.prompt.cell_length == menu.scrollable_content_region.width
                assert option.prompt.plain.endswith(" ")  # nothing touches the scrollbar


async def test_where_there_is_plenty_of_room_all_is_told_with_what_it_says(tmp_path: Path) -> None:
    """What answers and is answered, and the motions; nothing is below the fold."""
    match = until(SCENES["debate"])
    async with running(library(tmp_path), (200, 60), start=match) as app:
        await told(app)
        await press(app, "m", "home")
        assert isinstance(app.screen, ArgumentsScreen)
        pane, found = app.screen.query_one(TextPane), app.screen._found
        for each in found:
            beside = " ".join(" ".join(row.plain for row in pane.rows).split())
            assert "▼" not in text(app)
            for it in (*each.against, *each.answers):
                assert " ".join(it.card.case.split()) in beside
            await press(app, "down")
