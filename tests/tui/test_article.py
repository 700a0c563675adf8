"""The article behind the game opens at the paragraph that the marked line cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Match
from game.scenario import read_text
from game.tui.screens.article import ArticlePage
from game.tui.screens.table import TableScreen
from tests.tui.driving import (
    PEOPLE,
    SIZES,
    front,
    library,
    play_on,
    press,
    rows,
    running,
    told,
)


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_at_the_paragraph_of_the_marked_motion(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Whatever the keyboard: by its letter, by the sign itself, by the place of the letter."""
    text, where = read_text("shared-enemy")
    match = play_on(Match.new(text, where, seats=PEOPLE, seed=21, clock=lambda: ""), 14, seed=1)
    async with running(library(tmp_path), size, start=match) as app:
        await told(app)
        hand = front(app, TableScreen).hand
        while not hand.cited:
            await press(app, "down")
            assert hand.choices.highlighted
        cited = hand.cited
        for key in ("r", "¶", "к"):
            await press(app, key)
            assert isinstance(app.screen, ArticlePage), key
            assert rows(app)[2].strip(" │").startswith(f"▸ ¶{cited[0]} ")
            await press(app, "home")
            assert match.scenario.source.note[:40] in " ".join(" ".join(rows(app)).split())
            await press(app, "q")
            assert isinstance(app.screen, TableScreen)
