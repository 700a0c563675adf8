"""What can be done on a screen, for the palette: every key of it that does something now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import SystemCommand
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


async def _do(screen: Screen[Any], action: str) -> None:
    """Do what the key does; by then the palette is gone, and it may do nothing any more."""
    await screen.app.run_action(action, screen)
