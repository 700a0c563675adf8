"""What can be done on a screen, for the palette: every key of it that does something now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from game.telling.messages import english


def done_here(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Each as a command, once, by what it is called; moving in a list or a text is none."""
    told: set[str] = set()
    for each in screen.active_bindings.values():
        binding = each.binding
        called = binding.description
        if each.node is not screen or not each.enabled or not binding.id or not called:
            continue
        if called not in told and not binding.action.startswith("app."):
            told.add(called)
            key = screen.app.get_key_display(binding)
            about = english().say("title.palette.here", key=key)
            yield SystemCommand(called, about, partial(_do, screen, binding.action))


def in_our_words(command: SystemCommand) -> SystemCommand:
    """A command of Textual's; what is found by one word of it alone is found by both of ours."""
    if command.title.lower() != "screenshot":
        return command
    words = english().say
    title, about = words("title.palette.screenshot"), words("title.palette.pictured")
    return command._replace(title=title, help=about)


WAYS = ("learn", "new_game", "resume", "replay", "settings", "help", "rulebook", "words")
"""Where one can go from anywhere: actions of the app, by the names of their messages."""


def ways(app: App[Any], told: Collection[str]) -> Iterator[SystemCommand]:
    """Each as a command, unless it is ``told`` already."""
    for name in WAYS:
        called = english().say(f"keys.{name}")
        if called not in told:
            about = english().say(f"title.palette.{name}")
            yield SystemCommand(called, about, partial(app.run_action, f"app.{name}"))


async def _do(screen: Screen[Any], action: str) -> None:
    """Do what the key does; by then the palette is gone, and it may do nothing any more."""
    await screen.app.run_action(action, screen)
