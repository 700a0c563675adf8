"""However long the app is open, it keeps nothing of what was left."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

import pytest
from textual.css.styles import StylesBase
from textual.dom import DOMNode

from game.match import Match
from game.match.timeline import Timeline
from tests.tui.driving import library, new_match, play_on, press, running, said

WARM, MORE = 2, 2
"""After so many matches all that is made once is there; after more, there is no more of it."""


@pytest.fixture(autouse=True)
def _counted_from_here() -> None:
    """What other tests have left is not looked at again and again."""
    gc.collect()
    gc.freeze()


def alive() -> Counter[str]:
    """How many objects there are of each kind that a match or a screen is made of."""
    gc.collect()
    kinds = (DOMNode, StylesBase, Match, Timeline)
    return Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, kinds))


async def test_nothing_is_left_of_matches_that_were_resumed_and_left(tmp_path: Path) -> None:
    """Not a widget, not a key of the footer, not a match."""
    kept = library(tmp_path)
    for seed in range(WARM + MORE):
        play_on(new_match(kept, seed=seed), 4).close()
        kept.rename(kept.find("played"), f"m{seed}")
    counts = []
    async with running(kept) as app:
        for seed in range(WARM + MORE):
            app.ways._open(kept.find(f"m{seed}"), app.ways.play, read_only=False)
            await press(app, "enter", "q", "enter")
            assert len(app.screen_stack) == 1, said(app)
            counts.append(alive())
    assert counts[WARM - 1]["FooterKey"] > 0
    assert counts[-1] == counts[WARM - 1]


async def test_nothing_is_left_of_replays_and_lists(tmp_path: Path) -> None:
    """Lists of saves, scenarios and variations, a replay, and a form that was left."""
    kept = library(tmp_path)
    play_on(new_match(kept), 12).close()
    counts = []
    async with running(kept) as app:
        for _ in range(WARM + MORE):
            await press(app, "p", "enter", "v", "escape", "escape", "n", "escape", "s", "escape")
            assert len(app.screen_stack) == 1, said(app)
            counts.append(alive())
    assert counts[-1] == counts[WARM - 1]
