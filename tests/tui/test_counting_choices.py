"""What is counted while a review is made."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from game.review.evaluator import ReviewProgress
from game.rules import NOBODY, legal
from game.tui.parts.reviewing import Reviewing
from game.tui.screens.replay import ReplayScreen
from tests.match.games import new, play_out
from tests.tui.driving import front, library, running


async def test_what_is_counted_are_choices(tmp_path: Path) -> None:
    """Fewer than all decisions, by which those in the list are numbered: the news are none."""
    kept = library(tmp_path)
    match = play_out(new(seed=15, journal=kept.create("small")), 15)
    line = match.tree.timeline
    choices = sum(
        state.side != NOBODY and len(legal(line.book, state)) > 1 for state in line.states[:-1]
    )
    assert 0 < choices < len(line.decisions)
    async with running(kept, watch=match) as app:
        reviewing = Reviewing(
            front(app, ReplayScreen),
            match,
            0,
            cache=None,
            shelf=app.navigation.reviews,
            workers=False,
            changed=lambda: None,
        )
        said, begin_part = set[str](), ReviewProgress.begin_part

        def heard(own: ReviewProgress, playouts: int) -> None:
            begin_part(own, playouts)
            said.add(reviewing.said)

        with patch.object(ReviewProgress, "begin_part", heard):
            reviewing.begin(1)
            await app.workers.wait_for_complete()
        looks = [each for each in said if each.startswith("look ")]
        assert looks
        assert all(each.endswith(f" of {choices} choices") for each in looks)
