"""What was left is let go of: screens, matches, and all that was drawn of them."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

import pytest

from game.tui.screens.title import TitleScreen
from tests.examples import number
from tests.garbage import keep
from tests.tui.driving import front, library, new_match, play_on, press, running

WAYS = {
    "a match resumed": ("enter", "q", "enter"),
    "a match replayed": ("p", "enter", "end", "?", "?", "q"),
    "a new game not begun": ("n", "?", "?", "escape", "s", "escape"),
}
KINDS = {"Strip", "StylesCache", "Match", "Scenario", "Rulebook", "Worker", "Timer", "Option"}
"""What is counted by name, besides everything that has a place on a screen."""
FEW = 1000
"""Objects more, of some eighty thousand; a screen that is kept holds thousands."""


def alive() -> tuple[Counter[str], int]:
    """How many there are of some kinds, and of all."""
    gc.collect()
    objects = gc.get_objects()
    known = Counter(
        type(each).__name__
        for each in objects
        if type(each).__name__ in KINDS or hasattr(type(each), "DEFAULT_CSS")
    )
    return known, len(objects)


@pytest.fixture
def nothing_older() -> None:
    """What other tests have left is not looked at, which would take long."""
    gc.collect()
    keep()


@pytest.mark.usefixtures("nothing_older")
async def test_what_was_left_is_gone(tmp_path: Path) -> None:
    """The way there and back again, often: nothing is left of it."""
    kept = library(tmp_path)
    play_on(new_match(kept), 8).close()
    async with running(kept) as app:

        async def again(way: str) -> tuple[Counter[str], int]:
            await press(app, *WAYS[way])
            front(app, TitleScreen)
            return alive()

        for way in WAYS:
            await again(way)
            before, all_before = await again(way)
            for _ in range(number(1)):
                after, all_after = await again(way)
            assert after == before, way
            assert all_after - all_before < FEW, way
