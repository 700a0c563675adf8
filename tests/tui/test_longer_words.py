"""In a language whose messages are 40 % longer nothing that matters is cut at 80x24."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.review.standing import MotionStanding
from game.telling.layout.marks import MOTIONS
from game.telling.messages import english
from game.tui.draw.board_rows import LIST
from game.tui.draw.teller import Teller
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import Choices
from game.tui.widgets.footer import Footer
from game.tui.widgets.hand import Hand
from game.tui.widgets.text_pane import TextPane
from tests.telling.test_pseudo import pseudo
from tests.tui.driving import SMALL, front, library, rows, running, text, told
from tests.tui.snapshots import SCENES, until
from tests.tui.tour import stocked, tour


@pytest.fixture(autouse=True)
def longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every message is longer."""
    monkeypatch.setattr(english(), "after", pseudo)


def flat(words: str) -> str:
    """Words without breaks, gaps and bars."""
    return " ".join(words.replace("▌", " ").split())


async def test_every_screen_can_be_left_and_explained(tmp_path: Path) -> None:
    """Help and the last key are on every footer, which is as wide as the screen; every screen has
    its rows.
    """
    kept = stocked(tmp_path)
    async with running(kept) as app:

        def visit(name: str) -> None:
            assert len(rows(app)) == SMALL[1]
            for footer in app.screen.query(Footer):
                assert sum(key.width + 1 for key in footer.keys) <= SMALL[0], name
                assert pseudo("Help") in rows(app)[-1], name
                last = list(app.screen.active_bindings.values())
                shown = [each.binding for each in last if each.binding.show]
                assert shown[-1].description in rows(app)[-1], name

        await tour(app, kept, visit)


@pytest.mark.parametrize("scene", SCENES)
async def test_the_table_says_all_that_matters(tmp_path: Path, scene: str) -> None:
    """What is asked, every number, every motion; what is chosen is read whole beside the list."""
    match = until(SCENES[scene])
    async with running(library(tmp_path), start=match) as app:
        await told(app)
        table = front(app, TableScreen)
        board, seen = Teller(match).latest(), flat(text(app))
        assert board.header.question in seen
        assert board.header.when in seen
        for gauge in board.gauges:
            assert re.search(rf"{re.escape(gauge.name)} *[▲▼]? *{gauge.value}", seen)
        for party in board.parties:
            score = f"{party.score}/{party.threshold}".replace("-", "−")
            name = re.escape(f"{party.short} {party.goal_short}")
            assert re.search(rf"{name} +[▲▼]? *{score}", seen)
            filled = party.capital - party.capital_low
            assert "●" * filled + "○" * (party.capital_top - party.capital) in seen
        if board.debate is None:
            for rung in board.ladder.rungs:
                for step in rung.steps:
                    sign = MOTIONS[step.how][0]
                    folded = step.how is MotionStanding.CARRIED and rung.folded in seen
                    assert f"{sign} {step.short}" in seen or folded
            assert flat(board.ladder.ceiling_reason) in seen
        else:
            assert flat(board.debate.speeches[-1].quoted) in seen
            assert board.debate.floor in seen
        choices = table.query_one(Hand).query_one(Choices)
        assert choices.size.height >= min(LIST - 1, choices.option_count)
        assert choices.current is not None
        beside = flat(" ".join(row.plain for row in table.query_one("#detail", TextPane).rows))
        assert flat(choices.current.label) in beside
