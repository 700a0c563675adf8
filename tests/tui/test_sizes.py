"""Terminals of every size: nothing is lost where there is too little room, or where it changes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.tui.screens.enlarge import Enlarge
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.widgets.choices import Choices
from game.tui.widgets.footer import Footer
from tests.examples import number
from tests.tui.driving import (
    LARGE,
    SIZES,
    SMALL,
    front,
    library,
    new_match,
    play_on,
    press,
    resize,
    rows,
    running,
    text,
)
from tests.tui.legible import COLOURED, marked
from tests.tui.tour import stocked, tour


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_is_reached_by_keys_and_shows_all_its_keys_and_is_legible_in_every_theme(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """No footer is wider than the terminal, so that no key disappears; help is among them. No
    word is in a colour that no theme has, and in each theme it stands out from what is behind it.
    """
    kept = stocked(tmp_path)
    seen: list[str] = []
    with marked() as marks:
        async with running(kept, size) as app:

            def visit(name: str) -> None:
                seen.append(name)
                marks.look(app)
                assert len(rows(app)) == size[1]
                for footer in app.screen.query(Footer):
                    assert sum(key.width + 1 for key in footer.keys) <= size[0], name
                    assert "Help" in rows(app)[-1], name

            await tour(app, kept, visit)
    assert len(seen) == len(set(seen))
    assert {"title", "table", "hand-over", "verdict", "replay", "help", "new game"} <= set(seen)
    assert not marks.others
    assert {theme: pairs for theme in COLOURED if (pairs := marks.faint(theme))} == {}
    assert ("ink-dim", "surface") in marks.pairs


async def test_one_sentence_covers_a_terminal_that_is_too_small(tmp_path: Path) -> None:
    """It says what is needed and what is there; with room again all is as it was."""
    match = play_on(new_match(None, seed=2), 4, seed=2)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter", "down")
        choices = front(app, TableScreen).query_one(Choices)
        highlighted, before = choices.highlighted, text(app)
        for width, height in ((79, 24), (80, 23), (40, 10), (1, 1)):
            await resize(app, width, height)
            front(app, Enlarge)
            seen = " ".join(text(app).split())
            if width >= 40:
                need = f"the game needs 80x24, here are {width}x{height}."
                assert f"Enlarge the terminal: {need}" in seen
            await press(app, "enter", "down", "t", "ctrl+p", "?")
            front(app, Enlarge)
        await resize(app, *SMALL)
        assert front(app, TableScreen).query_one(Choices) is choices
        assert choices.highlighted == highlighted
        assert choices.has_focus
        assert text(app) == before


async def test_a_small_terminal_is_covered_from_the_start(tmp_path: Path) -> None:
    """And the match that waits below begins when there is room."""
    async with running(library(tmp_path), (60, 20), start=new_match(None)) as app:
        front(app, Enlarge)
        await resize(app, *LARGE)
        await press(app, "enter")
        front(app, TableScreen)
        await resize(app, 20, 5)
        await press(app, "q")
        assert app.return_code == 0


async def test_nothing_comes_to_the_front_of_the_cover(tmp_path: Path) -> None:
    """Two programs that play wait meanwhile, and go on afterwards."""
    match = new_match(None, seats=("random", "random"), seed=3)
    async with running(library(tmp_path), start=match) as app:
        table = front(app, TableScreen)
        await resize(app, 50, 10)
        before = len(match.decisions)
        table.players.play_next()
        table.go_on()
        assert len(match.decisions) == before
        front(app, Enlarge)
        await resize(app, *SMALL)
        front(app, TableScreen)
        table.players.play_next()
        assert len(match.decisions) > before


async def test_a_storm_of_sizes_leaves_the_table_as_it_was(tmp_path: Path) -> None:
    """From 1x1 to 400x200, one after the other."""
    pick = random.Random(4)
    match = play_on(new_match(None, seed=4), 6, seed=4)
    async with running(library(tmp_path), start=match) as app:
        await press(app, "enter")
        before = text(app)
        for _ in range(number(8)):
            size = pick.choice([(pick.randint(1, 400), pick.randint(1, 200)), SMALL, LARGE])
            await resize(app, *size)
            assert len(rows(app)) == size[1]
        await resize(app, *SMALL)
        front(app, TableScreen)
        assert text(app) == before


async def test_the_title_fits_every_size(tmp_path: Path) -> None:
    """All its ways are in view."""
    async with running(library(tmp_path)) as app:
        for size in (SMALL, (100, 30), LARGE, (200, 60)):
            await resize(app, *size)
            front(app, TitleScreen)
            for word in ("New game", "Resume", "Replay", "Scenarios", "Help", "Quit"):
                assert word in text(app)
