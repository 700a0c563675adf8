"""No headline passes untold, on a small screen neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Match
from game.rules import Phase
from game.scenario.catalogue import ids, read_text
from game.telling.beats import BeatKind
from game.tui.screens.table import TableScreen
from game.tui.widgets.beats import Beats
from tests.tui.driving import PEOPLE, front, library, play_on, press, running, settled
from tests.tui.snapshots import EVERY_SIZE

ENOUGH = 3
"""So many headlines that stand alone are looked at."""


def words(table: TableScreen) -> str:
    """What stands where it is told what happened, as one line."""
    return " ".join(" ".join(row.plain for row in table.query_one(Beats).rows).split())


@pytest.mark.parametrize(
    ("scenario", "size"),
    [*((each, EVERY_SIZE[0]) for each in ids()), ("shared-enemy", EVERY_SIZE[1])],
)
async def test_a_headline_is_told_with_what_it_changes_before_anybody_decides(
    tmp_path: Path, scenario: str, size: tuple[int, int]
) -> None:
    """Also where nothing else has happened, and nobody answers it; one that is to be answered
    stands there by itself.
    """
    match = Match.new(*read_text(scenario), seats=PEOPLE, seed=1, clock=lambda: "")
    async with running(library(tmp_path), size, start=match) as app:
        await press(app, "enter")  # how it begins
        table, alone = front(app, TableScreen), 0
        while alone < ENOUGH and not match.over:
            seen = ""
            while table.reciting:
                seen += words(table)
                await press(app, "space")
            seen += words(table)
            last = table.recital.beats[-1:]
            for each in table.recital.beats:
                if each.kind in (BeatKind.NEWS, BeatKind.STRIKE):
                    answered = [each] == last and match.state.phase is Phase.EVENT
                    assert answered or (each.words or each.head) in seen
                    assert all(it in seen for change in each.changes for it in change.changes)
                    alone += [each] == last and not answered
            play_on(match, 1)
            await settled(app)
        assert alone
