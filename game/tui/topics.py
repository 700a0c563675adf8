"""What help is asked for: which part of it concerns the screen as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from textual.screen import Screen

from game.rules import Phase
from game.tui.screens.arguments import ArgumentsScreen
from game.tui.screens.catalogue import CatalogueScreen
from game.tui.screens.new_game import NewGameScreen
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.settings import SettingsScreen
from game.tui.screens.story import PageScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.variations import VariationsScreen
from game.tui.screens.verdict import VerdictScreen

PHASES: Final[Mapping[Phase, str]] = {
    Phase.TURN: "choosing",
    Phase.REPLY: "reply",
    Phase.FLOOR: "rejoin",
    Phase.YIELD: "last_word",
    Phase.CONCEDE: "last_word",
    Phase.EVENT: "headline",
}
"""What a side is asked at the table."""

PLACES: Final[Mapping[type[Screen[Any]], str]] = {
    TitleScreen: "title",
    NewGameScreen: "new_game",
    ReplayScreen: "replay",
    ReviewScreen: "reviewing",
    VerdictScreen: "verdict",
    SavesScreen: "saves",
    VariationsScreen: "lines",
    SettingsScreen: "settings",
    CatalogueScreen: "scenarios",
    ArgumentsScreen: "map",
    PageScreen: "page",
}
"""All other places."""


def topic(screen: Screen[Any]) -> str:
    """The name of a part of help; empty if none is about this screen."""
    if isinstance(screen, TableScreen):
        if screen.reciting:
            return "beats"
        if screen.watched:
            return "watching"
        return "backing" if screen.hand.tabled else PHASES.get(screen.match.state.phase, "")
    return next((name for kind, name in PLACES.items() if isinstance(screen, kind)), "")
