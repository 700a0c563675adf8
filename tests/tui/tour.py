"""A tour of every screen, by keys: for tests that hold everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.match import Library, Match
from game.tui.app import SharedEnemyApp
from game.tui.screens.catalogue import CatalogueScreen
from game.tui.screens.help import Help
from game.tui.screens.new_game import NewGameScreen
from game.tui.screens.news import News
from game.tui.screens.question import Question
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.story import Story
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.screens.why import Why
from tests.tui.driving import front, library, new_match, play_on, press, told

Visit = Callable[[str], None]


def stocked(folder: Path) -> Library:
    """A library with a match that is over and one that is not."""
    kept = library(folder)
    for name, decisions in (("over", 1000), ("under-way", 9)):
        match = new_match(None, seed=11)
        match.save_as(kept.create(name))
        play_on(match, decisions, seed=5).close()
    return kept


async def tour(app: SharedEnemyApp, kept: Library, visit: Visit) -> None:
    """Go to every screen and back to the title, calling ``visit`` with the name of each."""

    def at(name: str, kind: type) -> None:
        front(app, kind)
        visit(name)

    at("title", TitleScreen)
    await press(app, "s")
    at("scenarios", CatalogueScreen)
    await press(app, "?")
    at("rules", Help)
    await press(app, "q", "q", "n")
    at("new game", NewGameScreen)
    await press(app, "escape", "r")
    at("saves", SavesScreen)
    await press(app, "q", "p", "home", "enter")
    at("replay", ReplayScreen)
    await press(app, "end")
    at("end of the replay", ReplayScreen)
    for key, name, kind in (("w", "why then", Why), ("n", "news then", News)):
        await press(app, key)
        at(name, kind)
        await press(app, "q")
    await press(app, "q")
    await _at_the_table(app, at)
    app.navigation.play(Match.open(kept.find("over"), read_only=True))
    await press(app, "f9")  # no key of ours: only time to get there
    at("verdict", VerdictScreen)
    await press(app, "q")
    at("title again", TitleScreen)


async def _at_the_table(app: SharedEnemyApp, at: Callable[[str, type], None]) -> None:
    await press(app, "home", "enter")
    at("hand-over", TableScreen)
    await told(app)
    at("table", TableScreen)
    for key, name, kind in (("?", "help", Help), ("n", "news", News), ("t", "story", Story)):
        await press(app, key)
        at(name, kind)
        await press(app, "q")
    await press(app, "q")
    at("leaving", Question)
    await press(app, "enter")
