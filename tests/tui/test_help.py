"""Help: for what has the focus, and back to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.rules import Rulebook
from game.scenario import load
from game.telling.voice import Voice
from game.tui.screens.front import Front
from game.tui.screens.help import EXPLAINED, KEYS, Help, bindings, key_name
from tests.examples import LONG
from tests.tui.campaign import PLACES, at
from tests.tui.driving import LARGE, SMALL, press, running, text
from tests.tui.tour import stocked

SOME = (
    *("title", "scenarios", "new game", "saves", "delete", "replay", "lines"),
    *("hand-over", "table", "why", "leave"),
)
"""Places of every kind; the long form visits all."""


@pytest.mark.parametrize("size", [SMALL, LARGE] if LONG else [SMALL])
async def test_help_comes_and_goes_with_its_key_and_leaves_all_as_it_was(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """``?`` and F1 alike, pressed twice or with Escape, from wherever it is no letter to write."""
    met = 0
    async with running(stocked(tmp_path), size) as app:
        for place in PLACES if LONG else SOME:
            await at(app, place)
            screen = app.screen
            if not isinstance(screen, Front) or isinstance(screen, Help):
                continue
            if not {"help", "catalogue.rules"} & screen.bound:
                continue
            before, depth, focused = text(app), len(app.screen_stack), screen.focused
            # Either key, and either way back, at every other place; all of them in the long form.
            ways = (("?", "?"), ("f1", "escape")), (("f1", "f1"), ("?", "escape"))
            for key, leave in (*ways[0], *ways[1]) if LONG else ways[met % 2]:
                await press(app, key)
                assert isinstance(app.screen, Help), place
                assert len(app.screen_stack) == depth + 1
                await press(app, leave)
                assert app.screen is screen, place
                assert screen.focused is focused
                assert text(app) == before
            met += 1
    assert met >= len(SOME)


TOLD_FIRST = (
    ("table", ("take your last decision back", "transcript:"), ("in a replay: step",)),
    ("replay", ("in a replay: step", "comment on"), ("take your last decision back", "hint:")),
    ("saves", ("in the list of saves: find", "delete, undelete"), ("hint:", "in a replay: ")),
    ("lines", ("among lines of play",), ("in the list of saves", "hint:")),
    ("title", ("move in a list", "this page"), ("in the list of saves", "hint:")),
)
"""By place, of which keys help tells first, and of which only further below."""


async def test_help_tells_first_what_keys_do_here(tmp_path: Path) -> None:
    async with running(stocked(tmp_path)) as app:
        for place, keys, not_there in TOLD_FIRST:
            await at(app, place)
            await press(app, "?")
            assert isinstance(app.screen, Help), place
            here = app.screen._text.plain.partition("Keys here\n")[2]
            here, _, elsewhere = here.partition("Keys elsewhere\n")
            for words in keys:
                assert words in " ".join(here.split()), words
            for words in not_there:
                assert words not in " ".join(here.split()), words
                assert words in " ".join(elsewhere.split()), words


async def test_the_keys_of_a_place_come_before_the_rules(tmp_path: Path) -> None:
    """They are in view at once, below what the place is, and no row is cut."""
    async with running(stocked(tmp_path)) as app:
        await press(app, "p", "?")
        seen = text(app).splitlines()
        assert seen[2].strip() == "The list of saves"
        assert "Keys here" in [row.strip() for row in seen]
        assert any("delete, undelete" in row for row in seen)
        assert all(len(row.rstrip()) <= SMALL[0] for row in seen)
        assert all(not row[: KEYS // 2].strip() or row.strip() for row in seen)


async def test_help_names_every_key_of_its_screens_and_no_other(tmp_path: Path) -> None:
    """The table, a replay, the lists: by what their keys are bound to."""
    async with running(stocked(tmp_path)) as app:
        await press(app, "?")
        assert isinstance(app.screen, Help)
        page = app.screen._text.plain
    here, elsewhere = (page.partition(f"Keys {where}\n")[2] for where in ("here", "elsewhere"))
    told = [*here.partition("\n\n")[0].splitlines(), *elsewhere.splitlines()]
    named = {key for row in told for key in row[:KEYS].split()}
    bound = bindings()
    assert {each for row in EXPLAINED.values() for each in row.shown} <= set(bound)
    voice = Voice(Rulebook(load("shared-enemy")))
    keys = {key_name(voice, key) for several in bound.values() for key in several}
    assert named - {"or"} == keys
