"""Ctrl+C and Ctrl+Q leave, and Ctrl+Z stops the program, wherever one is."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Generator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

import game.tui
from game.tui.app import SharedEnemyApp
from game.tui.modal import Palette
from game.tui.screens.ask import Ask
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.widgets.line import LineInput
from tests.tui.driving import burst, front, library, press, running, settled
from tests.tui.tour import stocked

LEAVING = ("ctrl+c", "ctrl+q", "ctrl+z")


def every_screen() -> list[type[Screen[Any]]]:
    """The classes of all screens that the app has."""
    for module in pkgutil.walk_packages(game.tui.__path__, "game.tui."):
        import_module(module.name)
    found: list[type[Screen[Any]]] = [Screen]
    for kind in found:
        found += [each for each in kind.__subclasses__() if each not in found]
    return [kind for kind in found if kind.__module__.startswith("game.tui.")]


def hollow(kind: type[Screen[Any]]) -> Screen[Any]:
    """A screen of a class, with nothing on it but a field: it answers keys, and shows nothing."""

    class Hollow(kind):  # type: ignore[misc,valid-type]  # it is known as the test runs
        shown = True

        def __init__(self) -> None:
            Screen.__init__(self)

        def compose(self) -> ComposeResult:
            field = LineInput("words", longest=9, id="line")
            field.select_on_focus = False
            yield field

        def _get_dispatch_methods(
            self, method_name: str, message: Message
        ) -> Generator[tuple[type, Callable[[Message], Any]], None, None]:
            for owner, method in super()._get_dispatch_methods(method_name, message):
                if isinstance(message, events.Key) or issubclass(Screen, owner):
                    yield owner, method

    return Hollow()


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the app did, instead of doing it."""
    did: list[str] = []
    monkeypatch.setattr(SharedEnemyApp, "exit", lambda *_: did.append("left"))
    monkeypatch.setattr(SharedEnemyApp, "action_suspend_process", lambda _: did.append("stopped"))
    return did


async def test_every_screen_is_left_and_stopped_by_the_same_keys(
    tmp_path: Path, done: list[str]
) -> None:
    """Places, pages and questions, one above the other, with and without a field of text."""
    kinds = every_screen()
    assert {Question, TableScreen, Ask, Palette} <= set(kinds)
    async with running(library(tmp_path)) as app:
        for kind in kinds:
            screen = hollow(kind)
            app.push_screen(screen)
            await settled(app)
            for focused in (screen.query_one(LineInput), None):
                screen.set_focus(focused)
                await press(app, *LEAVING)
                assert done == ["left", "left", "stopped"], kind
                done.clear()
            assert app.screen is screen
            app.pop_screen()
            await settled(app)


@pytest.mark.parametrize("key", LEAVING)
async def test_leaving_does_not_wait_until_a_question_was_read(
    tmp_path: Path, done: list[str], key: str
) -> None:
    """It answers nothing."""
    async with running(stocked(tmp_path)) as app:
        await press(app, "p")
        await burst(app, "d", key)
        front(app, Question)
        assert len(done) == 1


async def test_what_is_selected_is_copied_first(tmp_path: Path, done: list[str]) -> None:
    """Once more, and one leaves."""
    async with running(stocked(tmp_path)) as app:
        await press(app, "p", "slash", *"Paris", "shift+home", "ctrl+c")
        assert app.clipboard == "Paris"
        assert not done
        await press(app, "ctrl+c")
        assert done == ["left"]
