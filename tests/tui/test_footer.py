"""The keys at the foot of a screen."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from game.tui.app import SharedEnemyApp
from game.tui.screens.help import Help
from game.tui.screens.table import TableScreen
from game.tui.widgets.footer import GAP, HELP, Footer, FootKey, fitting
from tests.tui.driving import (
    LARGE,
    SMALL,
    click,
    front,
    library,
    new_match,
    rows,
    running,
    send,
    settled,
    told,
)

KEYS = st.lists(
    st.builds(
        FootKey,
        st.text("abc?", min_size=1, max_size=1),
        st.text("^abc", min_size=1, max_size=4),
        st.text("some 東", max_size=12),
        st.sampled_from(["one", "other", HELP]),
    ),
    max_size=8,
)


@given(KEYS, st.integers(0, 120))
def test_where_there_is_no_room_the_last_key_stays_and_help(keys: list[FootKey], room: int) -> None:
    """Those that are left are in order, and fit, unless no other can give way."""
    kept = fitting(keys, room)
    rest = iter(keys)
    assert all(any(each is key for key in rest) for each in kept)
    assert kept[-1:] == keys[-1:]
    assert [each for each in keys if each.action == HELP] == [
        each for each in kept if each.action == HELP
    ]
    others = [each for each in kept[:-1] if each.action != HELP]
    assert not others or sum(each.width + GAP for each in kept) - GAP <= room


async def point(app: SharedEnemyApp, x: int, y: int) -> None:
    """Move the mouse to a place."""
    send(
        app,
        events.MouseMove(
            None, x, y, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y
        ),
    )
    await settled(app)


async def test_a_key_is_pressed_by_a_click_on_it_and_marked_under_the_mouse(tmp_path: Path) -> None:
    """On a screen with room to spare, too, where the row begins further in; between two keys
    nothing is pressed.
    """
    kept = library(tmp_path)
    for width, height in (SMALL, LARGE):
        async with running(kept, (width, height), start=new_match(None)) as app:
            await told(app)
            foot = front(app, TableScreen).query_one(Footer)
            column, row = rows(app)[-1].index("Help"), height - 1
            before = foot.render()
            await point(app, column, row)
            assert not foot.render().is_same(before)
            for between in range(GAP):
                await point(app, column + len("Help") + between, row)
                assert foot.render().is_same(before)
                await click(app, column + len("Help") + between, row)
                front(app, TableScreen)
            await click(app, column + 1, row)
            front(app, Help)
