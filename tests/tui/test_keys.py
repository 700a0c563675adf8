"""Any keys in any order: the app stands, and the match on disk is the match that was played."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Match, verify
from game.telling.messages import english
from game.tui.keymap import _places
from game.tui.screens.enlarge import Enlarge
from game.tui.screens.table import TableScreen
from tests.examples import examples
from tests.tui.driving import (
    LARGE,
    SIZES,
    click,
    library,
    new_match,
    press,
    resize,
    running,
    settled,
    text,
)

KEYS = st.sampled_from(
    [
        *("enter",) * 6,
        *("down", "up", "left", "right", "home", "end", "pagedown", "pageup", "tab", "shift+tab"),
        *("escape", "backspace", "space", "f1", "f2", "?", "[", "]", "g", "G", "y", "ctrl+z"),
        *"qntwsjkrpuhbcvxmai",
    ]
)
RESIZES = st.tuples(st.just("resize"), st.sampled_from([(40, 10), (1, 1), *SIZES, (200, 60)]))
CLICKS = st.tuples(st.just("click"), st.tuples(st.integers(0, 79), st.integers(0, 23)))
MOVES = st.lists(KEYS | KEYS | KEYS | RESIZES | CLICKS, min_size=5, max_size=25)


async def monkey(folder: Path, moves: list[str | tuple[str, tuple[int, int]]]) -> None:
    """Make moves in the app; what is on disk then must be what was played last."""
    kept = library(folder)
    match = new_match(kept, seed=3)
    async with running(kept, start=match) as app:
        for move in moves:
            if isinstance(move, str):
                await press(app, move)
            elif move[0] == "resize":
                await resize(app, *move[1])
            else:
                await click(app, *move[1])
            assert app._exception is None
            if isinstance(app.screen, TableScreen):
                match = app.screen.match
            if not app.is_running:
                break
        else:
            await resize(app, *LARGE)
            assert not isinstance(app.screen, Enlarge)
            assert text(app).strip()
            if isinstance(app.screen, TableScreen):
                assert app.screen.focused is not None
    assert match.journal is not None
    assert verify(match.journal.path).good
    assert Match.open(match.journal.path, read_only=True).decisions == match.decisions


@examples(4)
@given(MOVES)
def test_no_keys_break_the_app_or_lose_the_match(
    moves: list[str | tuple[str, tuple[int, int]]],
) -> None:
    """Keys, clicks and sizes; from the table to wherever they lead."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(monkey(Path(folder), moves))


async def test_what_keys_say_is_looked_up_when_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So another language can be chosen while the app runs."""
    async with running(library(tmp_path)) as app:
        assert "? Help" in text(app)
        monkeypatch.setattr(english(), "after", lambda words: f"«{words}»")
        app.screen.refresh_bindings()
        await settled(app)
        assert "? «Help»" in text(app)
        assert "«Quit»" in text(app)


def test_one_key_shows_the_arguments_and_means_nothing_else() -> None:
    """Wherever it means something; only the page of arguments itself is left by it."""
    keys = {each.id for _, place in _places() for each in place if {"m", "M"} & {*each.keys}}
    assert keys == {"table.arguments", "replay.arguments", "arguments.leave"}
