"""What the app does until its first screen is there, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.css import stylesheet

from game.tui import app
from tests.tui.driving import library, new_match, running

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
