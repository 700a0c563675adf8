"""A replay of a line of any length: what a step costs does not grow with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import SupportsIndex, TypeVar, overload

import pytest
from textual import events

from game.match import Match
from game.match.timeline import Timeline
from game.tui.screens.replay import ReplayScreen
from game.tui.widgets.move_list import MoveList
from tests.tui.driving import (
    LARGE,
    click,
    front,
    library,
    new_match,
    play_on,
    press,
    running,
    settled,
    text,
)

T = TypeVar("T")


class Watched(list[T]):
    """A list that counts how often something is read from it, and that is never walked."""

    reads = 0
    walks = 0

    @overload
    def __getitem__(self, at: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> T | list[T]:
        self.reads += 1
        return super().__getitem__(at)

    def __iter__(self) -> Iterator[T]:
        self.walks += 1
        return super().__iter__()


def stretched(match: Match, times: int) -> Timeline:
    """Have a match go through its decisions so many times over."""
    line = match.tree.timeline
    line.states[:] = [*line.states[:-1] * times, line.states[-1]]
    line.decisions *= times
    line.consequences *= times
    line.reasons *= times
    line.intents *= times
    return line


@pytest.mark.parametrize("times", [1, 270])
async def test_a_jump_reads_a_few_positions_and_walks_through_none(
    tmp_path: Path, times: int
) -> None:
    """In a line of some thirty decisions as in one of ten thousand."""
    kept = library(tmp_path)
    match = play_on(new_match(None), 39)
    line = stretched(match, times)
    assert times == 1 or len(line.decisions) >= 9_990
    async with running(kept, watch=match) as app:
        replay = front(app, ReplayScreen)
        await press(app, "G", "g")
        states = line.states = Watched(line.states)
        decisions = line.decisions = Watched(line.decisions)
        for key in ("G", "left", "left_square_bracket", "I", "g", "i", "right", "n"):
            states.reads = decisions.reads = 0
            await press(app, key)
            assert states.walks == decisions.walks == 0
            # Once or twice for each row in view, and some for the rest of the screen.
            assert states.reads + decisions.reads < 8 * app.size.height
        assert replay.is_attached


async def test_the_rows_in_view_follow_the_cursor(tmp_path: Path) -> None:
    """They stand still while it is among them; then there are as many before it as after it."""
    match = play_on(new_match(None), 39)
    stretched(match, 3)
    last = len(match.decisions)
    async with running(library(tmp_path), LARGE, watch=match) as app:
        replay, moves = front(app, ReplayScreen), app.screen.query_one(MoveList)
        height, stood = moves.size.height, 0
        for key in [*["down"] * 2 * height, *["up"] * height]:
            before = moves.in_view
            await press(app, key)
            if len(moves.in_view) != len(before):
                continue  # a debate takes other rows at the top of a large screen
            if replay.moment in before:
                stood += 1
                assert moves.in_view == before
            else:
                middle = moves.size.height // 2
                assert moves.in_view.start == max(0, replay.moment - middle)
        assert stood > height
        middle = moves.size.height // 2
        replay.action_jump(60)
        assert 60 - moves.in_view.start == middle
        await press(app, "G")
        height = moves.size.height
        assert moves.in_view == range(last + 1 - height, last + 1)
        assert f"Replay {last} of {last}" in text(app)


async def test_the_mouse_moves_the_cursor_and_turns_the_roll(tmp_path: Path) -> None:
    """The wheel shows other rows, and leaves the cursor where it is."""
    match = play_on(new_match(None), 39)
    async with running(library(tmp_path), watch=match) as app:
        replay, moves = front(app, ReplayScreen), app.screen.query_one(MoveList)
        await click(app, moves.region.x + 2, moves.region.y + 3)
        assert replay.moment == 3
        top, height = moves.region, moves.size.height
        for kind, first in ((events.MouseScrollDown, 2), (events.MouseScrollUp, 0)):
            wheel = kind(
                None,
                top.x,
                top.y,
                0,
                0,
                0,
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=top.x,
                screen_y=top.y,
            )
            app.screen._forward_event(wheel)
            await settled(app)
            assert moves.in_view == range(first, first + height)
        assert replay.moment == 3
