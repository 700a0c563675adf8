"""What the app does until its first screen is there, and after its last, counted."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets._footer import FooterKey

from game import tui
from game.process import environment
from game.tui import app, strips
from tests.tui.driving import library, new_match, running, told

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
    kept = library(tmp_path)
    async with running(kept, start=new_match(kept)):
        assert read[OURS] == 1


async def test_the_keys_at_the_foot_are_dressed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever others do something, all of them are there anew."""
    alone: list[object] = []
    dress = Stylesheet.update_nodes

    def counted(self: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        dressed = list(nodes)
        alone.extend(each for each in dressed[:1] if isinstance(each, FooterKey))
        dress(self, dressed, animate)

    monkeypatch.setattr(Stylesheet, "update_nodes", counted)
    kept = library(tmp_path)
    async with running(kept, start=new_match(kept)) as running_app:
        await told(running_app)
        assert len(running_app.screen.query(FooterKey)) > 3
        assert alone == []


LATER = (
    "cattrs",
    *(f"game.{room}" for room in ("authoring", "balance", "export", "plain")),
    *(f"game.opponents.{each}" for each in ("character", "doctrine.compiled")),
    *(
        f"game.opponents.search.{each}"
        for each in ("analysis", "evaluation", "search_tree", "think", "worth")
    ),
    *(f"game.review.{each}" for each in ("chain", "evaluations", "glyphs", "making", "reachable")),
    "game.scenario.reading.read",
)
"""What checks, measures, exports, reviews and thinks; the table opens without it."""


def test_the_table_is_there_before_anybody_thinks_checks_or_reviews() -> None:
    """Whoever sits there: what an opponent needs to decide is imported when it decides."""
    code = (
        "import sys, game.cli.play, game.tui.app, game.tui.terminal, game.tui.screens.table;"
        "from game.opponents import opponent; from game.opponents.search import WorkerPool;"
        "opponent('search:3', seed=1, thinker=WorkerPool()); opponent('search:3', seed=1);"
        "import game.tui.navigation; print(*sys.modules)"
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
    try:
        tui.run(library(tmp_path))
        assert len(ended) == 1
        assert not any(each is ended[0] for each in gc.get_objects())
    finally:
        gc.unfreeze()
