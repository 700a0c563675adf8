"""What the app does until its first screen is there, and after its last, counted."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.css import stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from game import tui
from game.files.folders import user_folder
from game.process import environment
from game.scenario import MAIN, kept, load, read_text
from game.scenario.cast import character, character_text
from game.tui import app, strips
from game.tui.draw import teller
from game.tui.screen import OTHERS, ROOMIER, Fitted
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.shown import DRAWN
from game.tui.widgets.footer import Footer
from tests.garbage import keep
from tests.tui.driving import (
    LARGE,
    SMALL,
    front,
    library,
    new_match,
    press,
    resize,
    running,
    settled,
    told,
)

OURS = (str(Path(app.__file__).with_suffix(".tcss")), "")
"""Our style sheet, as Textual names it."""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often each style sheet was read."""
    times: Counter[tuple[str, str]] = Counter()
    parse: Callable[..., object] = vars(stylesheet)["parse"]

    def counted(scope: str, css: str, read_from: tuple[str, str], **more: Any) -> object:
        times[read_from] += 1
        return parse(scope, css, read_from, **more)

    monkeypatch.setattr(stylesheet, "parse", counted)
    return times


async def test_our_style_sheet_is_read_once_until_the_title_is_there(
    tmp_path: Path, read: Counter[tuple[str, str]]
) -> None:
    """In whatever theme it begins."""
    async with running(library(tmp_path)):
        assert read[OURS] == 1


async def test_our_style_sheet_is_read_once_until_the_table_is_there(
    tmp_path: Path, read: Counter[tuple[str, str]]
) -> None:
    """Though the title lies below it."""
    saves = library(tmp_path)
    async with running(saves, start=new_match(saves)):
        assert read[OURS] == 1


async def test_the_style_of_other_screens_is_read_once_when_the_first_of_them_opens(
    tmp_path: Path, read: Counter[tuple[str, str]]
) -> None:
    """And it is theirs from their first frame on."""
    others = (OTHERS, "")
    async with running(library(tmp_path)) as running_app:
        assert not read[others]
        await press(running_app, "n")
        assert read[others] == 1
        assert running_app.screen.query_one("#form").styles.padding.left == 2
        await press(running_app, "escape", "question_mark")
        assert read[others] == 1
    saves = library(tmp_path)
    match = new_match(saves)
    match.decide(match.legal()[0])
    async with running(saves, start=match):
        assert read[others] == 1


async def test_the_style_of_large_screens_is_read_once_when_there_is_one(
    tmp_path: Path, read: Counter[tuple[str, str]]
) -> None:
    """Whoever has a small terminal goes without."""
    saves, large = library(tmp_path), (ROOMIER, "")
    async with running(saves, start=new_match(saves)) as running_app:
        assert not read[large]
        await resize(running_app, *LARGE)
        assert read[large] == 1
        assert running_app.screen_stack[1].query_one("#floor").styles.margin.left == 1
        await resize(running_app, *SMALL)
        await resize(running_app, *LARGE)
        assert read[large] == 1


async def test_the_first_frame_of_the_table_is_shown_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is drawn before it, and nothing of it is drawn in vain: nothing holds frames back."""
    frames: list[tuple[type[Screen[Any]], int, list[str]]] = []
    show = app.SharedEnemyApp._display

    def counted(self: app.SharedEnemyApp, screen: Screen[Any], frame: Any) -> None:
        if isinstance(frame, DRAWN):
            drawn = [strip.text for strip in screen._compositor.render_strips()]
            frames.append((type(screen), self._batch_count, drawn))
        show(self, screen, frame)

    monkeypatch.setattr(app.SharedEnemyApp, "_display", counted)
    saves = library(tmp_path)
    async with running(saves, start=new_match(saves)) as running_app:
        await told(running_app)
        first, held, words = frames[0]
        assert first is TableScreen
        assert held == 0
        assert "Round 1" in words[0]
        assert "Leave" in words[-1]
        assert not any(held for _, held, _ in frames)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_screen_is_dressed_and_laid_out_for_its_size_before_its_first_frame(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once: all in it gets its styles as it comes, and its first frame is as large as the last."""
    steps: list[tuple[str, type[Screen[Any]], frozenset[str]]] = []

    def noted(what: str, screen: Screen[Any]) -> None:
        if not isinstance(screen, TitleScreen):
            steps.append((what, type(screen), screen.classes))

    def dressed(self: app.SharedEnemyApp, node: DOMNode, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        if isinstance(node, Screen):
            noted("dressed", node)
        dress(self, node, animate)

    def laid_out(self: Screen[Any], *given: Any, **named: Any) -> None:
        noted("laid out", self)
        lay_out(self, *given, **named)

    def shown(self: app.SharedEnemyApp, screen: Screen[Any], frame: Any) -> None:
        noted("shown", screen)
        show(self, screen, frame)

    dress, show = app.SharedEnemyApp.update_styles, app.SharedEnemyApp._display
    lay_out: Callable[..., None] = Screen._refresh_layout
    monkeypatch.setattr(app.SharedEnemyApp, "update_styles", dressed)
    monkeypatch.setattr(app.SharedEnemyApp, "_display", shown)
    monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
    saves = library(tmp_path)
    async with running(saves, size, start=new_match(saves)) as running_app:
        for kind in (TableScreen, Question):
            own = [(what, classes) for what, each, classes in steps if each is kind]
            assert [what for what, _ in own[:2]] == ["laid out", "shown"]
            assert "dressed" not in {what for what, _ in own}
            assert {classes for _, classes in own} == {running_app.screen.classes}


async def test_until_somebody_decides_the_table_is_drawn_up_twice_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what has moved and without, however often it is asked for."""
    made: list[object] = []
    board = vars(teller)["board"]

    def counted(*given: Any) -> object:
        made.append(given)
        return board(*given)

    monkeypatch.setattr(teller, "board", counted)
    saves = library(tmp_path)
    async with running(saves, start=new_match(saves)) as running_app:
        await told(running_app)
        assert len(made) == 2
        match = front(running_app, TableScreen).match
        match.decide(match.legal()[0])
        await settled(running_app)
        await told(running_app)
        assert len(made) > 2


async def test_a_table_asks_once_for_a_frame_which_keys_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys at the foot are one widget, whichever they are."""
    asked: list[object] = []
    ask = vars(Fitted)["active_bindings"]

    def counted(self: Screen[Any]) -> object:
        asked.append(self)
        return ask.fget(self)

    saves = library(tmp_path)
    async with running(saves, start=new_match(saves)) as running_app:
        await told(running_app)
        table = front(running_app, TableScreen)
        monkeypatch.setattr(Fitted, "active_bindings", property(counted))
        foot = table.query_one(Footer)
        assert not foot.children
        table.refresh_bindings()
        table.refresh_bindings()
        await settled(running_app)
        assert len(asked) == 1


LATER = (
    "cattrs",
    *(f"game.{room}" for room in ("authoring", "balance", "export", "plain")),
    *(f"game.match.{each}" for each in ("entry", "looks", "record", "replay", "verifying", "walk")),
    *(f"game.opponents.{each}" for each in ("character", "doctrine.compiled")),
    *(
        f"game.opponents.search.{each}"
        for each in ("analysis", "evaluation", "search_tree", "think", "worth")
    ),
    *(f"game.review.{each}" for each in ("chain", "evaluations", "glyphs", "making", "reachable")),
    "game.scenario.reading.read",
    *(f"game.telling.{each}" for each in ("article", "beats", "briefing", "menu", "transcript")),
    "game.telling.turning_points",
    *(f"game.tui.draw.{each}" for each in ("beat_rows", "detail", "lesson_rows")),
    *(f"game.tui.screens.{each}" for each in ("ask", "learnt", "question", "story")),
)
"""What checks, measures, lists, exports, reviews and thinks, and what tells what happens and can be
chosen: the table opens without it.
"""


NOT_YET = (
    *("click", "secrets"),
    *(f"game.review.{each}" for each in ("coach", "course", "forecast", "intents", "why")),
    "game.teaching.tutor",
    *(f"game.telling.{each}" for each in ("debate", "forecast", "intents", "opponents", "preview")),
)
"""What opens the table in a process that a table has been opened in before may have imported."""

UNTIL_PAINTED = """
import sys
SCREEN, *typed = sys.argv[1:]
from game.cli import run, screens
from game.tui.app import SharedEnemyApp

def painted(app, screen, drawn, show=SharedEnemyApp._display):
    show(app, screen, drawn)
    if type(screen).__name__ == SCREEN and not there:
        there.update(sys.modules)
        app.exit()

there = set()
SharedEnemyApp._display = painted
SharedEnemyApp.run = lambda app, run=SharedEnemyApp.run: run(app, headless=True)
screens.need_terminal = lambda: None
if typed:
    import game.cli.begin
    game.cli.begin.need_terminal = lambda: None
run(typed)
print(*there)
"""
"""Runs the app, and says what was imported when a screen was painted for the first time."""


def test_the_title_is_painted_before_the_game_is_imported(tmp_path: Path) -> None:
    """Whatever it has to say of matches is said after that."""
    env = {name: str(tmp_path) for name in ("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    env["SHARED_ENEMY_SAVES"] = str(tmp_path / "saves")
    env["SHARED_ENEMY_SETTINGS"] = str(tmp_path / "settings.json")
    Path(env["SHARED_ENEMY_SETTINGS"]).write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED, "TitleScreen"],
        env={**environment(), **env},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    there = set(done.stdout.split())
    assert "game.tui.screens.title" in there
    assert not {each for each in there if each.startswith(GAME)}


GAME = tuple(f"game.{each}" for each in ("match", "opponents", "review", "rules", "scenario"))
"""What a match is made of."""


PLAYED = ("play", "--ru", "student", "--seed", "1")


def test_the_table_is_painted_before_anybody_thinks_checks_or_reviews(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sits there: an opponent is imported when it has something to do, and of a lesson
    nothing in a match that is none; nor does click read what is plain.
    """
    folders = {name: str(tmp_path) for name in ("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    saves = {"SHARED_ENEMY_SAVES": str(tmp_path / "saves")}
    saves["SHARED_ENEMY_SETTINGS"] = str(tmp_path / "settings.json")
    for name, folder in folders.items():
        monkeypatch.setenv(name, folder)
    # Whoever has played before has read both before.
    monkeypatch.setattr(kept, "folder", lambda: user_folder("cache"))
    kept.keep(read_text(MAIN)[0], load(MAIN))
    kept.keep(character_text("student")[0], character("student"))
    done = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED, "TableScreen", *PLAYED],
        env={**environment(), **folders, **saves},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    there = set(done.stdout.split())
    assert "game.tui.screens.table" in there
    assert not {each for each in there if each.startswith("game.opponents")}
    assert sorted(there & {*LATER, *NOT_YET}) == []


def test_an_opponent_is_there_before_it_decides() -> None:
    """What it needs to decide is imported when it decides."""
    code = (
        "import sys;"
        "from game.opponents import opponent; from game.opponents.search import WorkerPool;"
        "opponent('search:3', seed=1, thinker=WorkerPool()); opponent('search:3', seed=1);"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    there = set(done.stdout.split())
    assert "game.opponents.search.worker_pool" in there
    assert there.isdisjoint(LATER)


def test_who_plays_is_named_before_any_of_them_is_there() -> None:
    """The page before a game, and a list of who can sit there, import nobody who decides."""
    code = (
        "import sys; import game.telling.briefing, game.telling.opponents;"
        "from game.opponents import HUMAN, Game, seats;"
        "assert HUMAN in seats();"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    imported = set(done.stdout.split())
    there = {each for each in imported if each.startswith("game.opponents.")}
    named = ("hardness", "search", "search.level", "seat", "seats")
    assert there == {f"game.opponents.{each}" for each in named}
    assert "game.match.entry" not in imported


def test_when_the_app_has_ended_nothing_is_looked_through_for_garbage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long replay would be felt at the end of Python, which has nothing left to do."""
    ended: list[object] = []

    def end(self: app.SharedEnemyApp) -> None:
        ended.append(self)

    monkeypatch.setattr(app.SharedEnemyApp, "run", end)
    monkeypatch.setattr(tui, "heed_nobody", lambda: None)
    monkeypatch.setattr(strips, "clean_strips", lambda: None)
    monkeypatch.setattr(gc, "freeze", keep)
    tui.run(library(tmp_path))
    assert len(ended) == 1
    assert not any(each is ended[0] for each in gc.get_objects())
