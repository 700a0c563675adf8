"""The palette has everything that can be done on the screen below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.fuzzy import Matcher

from game.tui.screens.arguments import ArgumentsScreen
from game.tui.screens.article import ArticlePage
from game.tui.screens.front import Front
from game.tui.screens.table import TableScreen
from tests.tui.campaign import at
from tests.tui.driving import (
    front,
    library,
    new_match,
    play_on,
    press,
    running,
    told,
)
from tests.tui.tour import stocked


async def test_all_that_keys_do_here_is_a_command(tmp_path: Path) -> None:
    """Whatever a screen's own key is called, and does now; nothing twice."""
    async with running(stocked(tmp_path)) as app:
        for place in ("table", "replay", "saves", "title"):
            await at(app, place)
            screen = app.screen
            assert isinstance(screen, Front)
            titles = [command.title for command in app.get_system_commands(screen)]
            called = {
                each.binding.description
                for each in screen.active_bindings.values()
                if each.node is screen
                and each.enabled
                and each.binding.id
                and each.binding.description
            }
            own = {
                each.binding.description
                for each in screen.active_bindings.values()
                if each.binding.action.startswith("app.")
            }
            assert called - own <= set(titles)
            assert len([title for title in titles if title in called - own]) == len(called - own)


@pytest.mark.parametrize("word", ["screenshot", "picture"])
async def test_a_picture_of_the_screen_is_found_by_either_word(tmp_path: Path, word: str) -> None:
    kept, matcher = library(tmp_path), Matcher(word)
    async with running(kept) as app:
        commands = list(app.get_system_commands(app.screen))
        best = max(commands, key=lambda each: matcher.match(each.title))
        assert best.title == "Screenshot: a picture of the screen"


@pytest.mark.parametrize(
    ("words", "kind"), [("Arguments", ArgumentsScreen), ("Article", ArticlePage)]
)
async def test_a_command_does_what_the_key_does(
    tmp_path: Path, words: str, kind: type[Front[None]]
) -> None:
    match = play_on(new_match(None, seed=21), 24, seed=1)
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        front(app, TableScreen)
        (command,) = [each for each in app.get_system_commands(app.screen) if each.title == words]
        app.call_later(command.callback)
        await press(app, "f9")
        assert isinstance(app.screen, kind)
