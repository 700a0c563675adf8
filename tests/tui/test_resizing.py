"""A terminal whose size changes faster than it can be drawn: only the newest size counts."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual._compositor import Compositor
from textual.geometry import Size
from textual.screen import Screen

from game.tui import screens
from game.tui.app import SharedEnemyApp
from game.tui.modal import Palette
from game.tui.screen import Fitted
from game.tui.screens.help import Help
from game.tui.screens.table import TableScreen
from game.tui.sizes import is_roomy
from tests.examples import LONG
from tests.tui.driving import (
    LARGE,
    SMALL,
    front,
    library,
    new_match,
    press,
    resize,
    rows,
    running,
    settled,
    text,
    told,
)
from tests.tui.ptys import on_terminal
from tests.tui.test_jobs import whole

ROUNDS = 200 if LONG else 12
"""How often the edge of the window is dragged there and back."""
DRAGGED = ((60, 20), SMALL)
ODD = (1, 2, 23, 24, 79, 80, 200, 2000)


def tell(app: SharedEnemyApp, size: tuple[int, int]) -> None:
    """Tell the app of a size, and do not wait."""
    assert app._driver is not None
    app._driver._size = size
    app.post_message(events.Resize(Size(*size), Size(*size)))


@contextmanager
def layouts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Size]]]:
    """Which screens are laid out, and for which size."""
    seen: list[tuple[str, Size]] = []
    arrange = Compositor.reflow

    def reflow(self: Compositor, parent: Fitted[None], size: Size) -> object:
        seen.append((type(parent).__name__, size))
        return arrange(self, parent, size)

    with monkeypatch.context() as patch:
        patch.setattr(Compositor, "reflow", reflow)
        yield seen


async def test_a_size_that_is_over_is_laid_out_by_no_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two sizes on their way to a screen do not chase each other."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await press(app, "enter", "?")
        assert len(app.screen_stack) == 3
        with layouts(monkeypatch) as seen:
            for screen in app.screen_stack:
                for size in (*DRAGGED, LARGE, (1, 1)):
                    if size != SMALL:
                        screen.post_message(events.Resize(Size(*size), Size(*size)))
            await settled(app)
        assert {size for _, size in seen} <= {Size(*SMALL)}


async def test_what_was_covered_is_laid_out_as_it_is_at_the_new_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not once as it was at the old one, which may have no room for what stands beside."""
    arranged = Compositor.reflow
    wrong: list[object] = []

    def reflow(self: Compositor, parent: Fitted[None], size: Size) -> object:
        if isinstance(parent, TableScreen) and parent.has_class("-large") != is_roomy(size):
            wrong.append(size)
        return arranged(self, parent, size)

    async with running(library(tmp_path), LARGE, start=new_match(None)) as app:
        await told(app)
        monkeypatch.setattr(Compositor, "reflow", reflow)
        for size in (SMALL, LARGE):
            await press(app, "question_mark")
            await resize(app, *size)
            await press(app, "escape")
            front(app, TableScreen)
    assert not wrong


async def test_what_is_covered_is_not_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the title below the table, nor the table below a terminal that is too small."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await press(app, "enter")
        with layouts(monkeypatch) as seen:
            await resize(app, *LARGE)
            assert {name for name, _ in seen} == {"TableScreen"}
            seen.clear()
            await resize(app, 30, 10)
            await resize(app, 40, 12)
            assert {name for name, _ in seen} == {"Enlarge"}


async def test_what_shines_through_is_laid_out_with_the_question_over_it(tmp_path: Path) -> None:
    """A question hides nothing of the board around it, in any size."""
    async with running(library(tmp_path), LARGE, start=new_match(None)) as app:
        await resize(app, *SMALL)
        assert "Begin" in text(app)
        table = app.screen_stack[-2]
        assert isinstance(table, TableScreen)
        assert table.size == Size(*SMALL)


@pytest.mark.parametrize("pause", [1, 7])
async def test_a_window_that_is_dragged_ends_as_it_was(tmp_path: Path, pause: int) -> None:
    """However many sizes come between two looks at the app, it is whole at the last one."""
    pick = random.Random(pause)
    async with running(library(tmp_path), start=new_match(None)) as app:
        await press(app, "enter")
        before = text(app)
        for turn in range(24):
            tell(app, DRAGGED[turn % 2] if pick.random() < 0.7 else pick.choice([LARGE, (1, 2000)]))
            for _ in range(pause):
                await asyncio.sleep(0)
        tell(app, SMALL)
        await settled(app)
        front(app, TableScreen)
        assert text(app) == before


async def test_a_screen_takes_the_shape_of_a_size_that_came_while_it_was_covered(
    tmp_path: Path,
) -> None:
    """Help lies over the table while the window grows; the table below has room then."""
    async with running(library(tmp_path), LARGE, start=new_match(None)) as app:
        await press(app, "enter")
        wide = rows(app)
        await resize(app, *SMALL)
        table = front(app, TableScreen)
        assert table.has_class("-narrow")
        tell(app, LARGE)
        tell(app, (40, 10))
        await settled(app)
        await resize(app, *LARGE)
        assert table.has_class("-wide")
        assert rows(app) == wide


async def test_a_size_that_was_another_for_a_moment_is_painted_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the terminal did with its rows meanwhile is not known to the app."""
    async with running(library(tmp_path)) as app:
        painted: list[object] = []
        monkeypatch.setattr(app, "_display", lambda _, update: painted.append(update))
        tell(app, SMALL)
        await settled(app)
        assert painted


async def test_every_screen_knows_the_newest_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the game, and the one that Textual brings."""
    async with running(library(tmp_path)) as app:
        await press(app, "?")
        front(app, Help)
        assert all(isinstance(screen, Fitted) for screen in app.screen_stack)
        opened: list[object] = []
        monkeypatch.setattr(app, "push_screen", opened.append)
        app.action_command_palette()
        (palette,) = opened
        assert isinstance(palette, Palette)
        assert isinstance(palette, Fitted)


def test_a_storm_of_sizes_on_a_terminal_leaves_the_app_alive(tmp_path: Path) -> None:
    """A window edge that is dragged, then sizes at random: the table is whole, and answers."""
    pick = random.Random(5)
    with on_terminal("-m", "game", "play", "--seed", "7", folder=tmp_path) as terminal:
        terminal.wait_for("Begin")
        terminal.type(b"\r")
        terminal.wait(lambda: whole(terminal), "the table")
        for turn in range(2 * ROUNDS):
            terminal.resize(*DRAGGED[turn % 2])
            terminal.read(0.02 * LONG)
        terminal.wait(lambda: whole(terminal), "the table as it was")
        for _ in range(ROUNDS):
            terminal.resize(pick.choice(ODD), pick.choice(ODD[:6]))
            terminal.read(0.02 * LONG)
        terminal.resize(*SMALL)
        terminal.wait(lambda: whole(terminal), "the table as it was")
        terminal.type(b"\x11")
        assert terminal.end() == 0
        assert terminal.restored


def test_every_screen_of_the_game_is_made_so() -> None:
    """None is Textual's own."""
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    found = list(Screen.__subclasses__())
    for kind in found:
        found += kind.__subclasses__()
    ours = [kind for kind in found if kind.__module__.startswith("game.")]
    assert len(ours) > 15
    assert [kind.__name__ for kind in ours if not issubclass(kind, Fitted)] == []
