"""The briefing is read on one page, whatever the size; how it came to this can be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Match
from game.scenario import read_text
from game.scenario.catalogue import ids
from game.tui.app import SharedEnemyApp
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import front, library, press, running, settled, text


@pytest.mark.parametrize("name", ids())
async def test_the_briefing_is_one_page_on_the_smallest_terminal(tmp_path: Path, name: str) -> None:
    """What you want, with every objective, and who sits there; the story begins the transcript."""
    for seats in (("human", "student"), ("student", "human"), ("human", "human")):
        match = Match.new(*read_text(name), seats=seats, seed=5, clock=lambda: "")
        async with running(library(tmp_path), (80, 24), start=match) as app:
            question = front(app, Question)
            pane = question.query_one(TextPane)
            seen = " ".join(" ".join(row.plain for row in pane.rows).split())
            assert "▼" not in seen
            side = match.scenario.sides[seats.index("human")]
            assert " ".join(side.about.split()) in seen
            first = " ".join(match.scenario.opening.split("\n\n")[0].split())[:200]
            assert "t tells it, at any time" in seen
            await press(app, "t")
            assert first in words(app)
            await press(app, "q")
            assert front(app, Question) is question
            await press(app, "enter")
            await settled(app)
            front(app, TableScreen)
            await press(app, "t", "g")
            assert first in words(app)


def words(app: SharedEnemyApp) -> str:
    """What stands on the screen, without frames."""
    return " ".join(text(app).replace("│", " ").split())
