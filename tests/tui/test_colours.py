"""Colours: legible in every theme, with and without them, and never the only sign of anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorType
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from game.review.standing import MotionStanding
from game.settings import THEME
from game.telling.layout.marks import CARDS as ARGUMENTS
from game.telling.layout.marks import MOTIONS as MARKS
from game.tui.draw.palette import ENOUGH, MOST, SIDES, SIGN, contrast, palette
from game.tui.draw.styles import STRONG
from game.tui.draw.themes import CONTRAST, OWN
from game.tui.widgets.menu import Menu
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import LARGE, library, new_match, play_on, press, running, settled, told
from tests.tui.legible import COLOURED, SAMPLE, colours, faint, marked
from tests.tui.snapshots import SCENES, until

ANSI = [name for name, theme in BUILTIN_THEMES.items() if theme.ansi]


async def test_the_table_is_legible_as_it_is_painted(tmp_path: Path) -> None:
    """Text, numbers, marks, the line under the cursor and the keys."""
    match = play_on(new_match(None, seed=6), 17, seed=6)
    async with running(library(tmp_path), LARGE, start=match) as app:
        await press(app, "enter")
        dim = {}
        for theme in SAMPLE:
            app.theme = theme
            await settled(app)
            dim[theme] = faint(app, MOST if theme == CONTRAST else ENOUGH)
        assert not any(dim.values()), dim


async def test_what_cannot_be_taken_is_legible(tmp_path: Path) -> None:
    """*Resume* at the title, where there is nothing to resume; also under the cursor of another."""
    async with running(library(tmp_path)) as app:
        menu = app.screen.query_one(Menu)
        assert menu.get_option_at_index(0).disabled
        dim = {}
        for theme in SAMPLE:
            app.theme = theme
            await settled(app)
            dim[theme] = faint(app, MOST if theme == CONTRAST else ENOUGH)
        assert not any(dim.values()), dim


@pytest.mark.parametrize("decisions", [17, 24])
async def test_the_table_is_legible_in_every_theme(tmp_path: Path, decisions: int) -> None:
    """In a debate as before one; 7 to 1 where the contrast is the strongest."""
    match = play_on(new_match(None, seed=6), decisions, seed=6)
    with marked() as marks:
        async with running(library(tmp_path), LARGE, start=match) as app:
            await press(app, "enter")
            marks.look(app)
    assert not marks.others
    assert {theme: pairs for theme in COLOURED if (pairs := marks.faint(theme))} == {}
    assert ("ink-warn", "background") in marks.pairs


@pytest.mark.parametrize("theme", COLOURED)
def test_signs_and_focus_stand_out_in_every_theme(theme: str) -> None:
    """What has the focus from what is around it, bars and marks from their ground: 3 to 1."""
    made = colours(theme)
    signs = ("ink-dim", "ink-good", "ink-bad", "ink-warn", "block-cursor-background", "scrollbar")
    for name in (*signs, *(f"ink-{side}" for side in SIDES)):
        for ground in ("background", "surface"):
            pair = (Color.parse(made[each]).rgb for each in (name, ground))
            assert contrast(*pair) >= SIGN, (name, ground)


@pytest.mark.parametrize("theme", [each.name for each in OWN])
def test_our_own_colours_mean_one_thing_each(theme: str) -> None:
    """Danger, good, and the two sides of a scenario are told apart from each other."""
    made = colours(theme)
    names = ("ink-warn", "ink-good", "ink-blue", "ink-red", "foreground")
    assert len({made[each] for each in names}) == len(names)


def test_of_sixteen_colours_those_of_the_sides_mean_nothing_else() -> None:
    """Not danger, not the keys at the foot, not a scrollbar."""
    for dark in (True, False):
        made = palette({}, dark=dark, ansi=True)
        sides = {made["ink-blue"], made["ink-red"]}
        others = ("ink-bad", "ink-warn", "ink-good", "scrollbar", "footer-key-foreground")
        assert not sides & {made[each] for each in others}


async def test_amber_is_danger_and_nothing_else(tmp_path: Path) -> None:
    """Neither what was said last, nor what fits the hour, nor what moved a number, nor a moment of
    a replay.
    """
    match = until(SCENES["debate"])
    async with running(library(tmp_path), LARGE, start=match) as app:
        await told(app)
        for key, rows in (("m", TextPane), ("w", TextPane)):
            await press(app, key)
            shown = app.screen.query_one(rows).rows
            assert shown
            styles = {str(span.style) for row in shown for span in row.spans}
            assert not {style for style in styles if "warn" in style}, key
            if key == "w":
                signed = [row for row in shown if row.plain.strip()[:1] in ("+", "−")]
                looks = {str(row.spans[0].style) for row in signed}
                assert {row.plain.strip()[0] for row in signed} == {"+", "−"}
                assert looks == {STRONG}
            await press(app, "q")


async def test_the_theme_of_the_game_is_worn_from_the_start(tmp_path: Path) -> None:
    """By the app, and by every name that a player may choose."""
    async with running(library(tmp_path)) as app:
        assert app.theme == THEME
        assert {each.name for each in OWN} <= set(app.available_themes)


async def test_without_colours_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR leaves greys that are still far enough apart."""
    monkeypatch.setenv("NO_COLOR", "1")
    match = play_on(new_match(None, seed=6), 17, seed=6)
    async with running(library(tmp_path), LARGE, start=match) as app:
        await press(app, "enter")
        assert app.no_color
        for theme in SAMPLE:
            app.theme = theme
            await settled(app)
            # The weights by which Textual makes grey of colours are not those of WCAG.
            assert not faint(app, least=3)


async def test_without_colours_no_theme_can_be_chosen_that_would_be_black_on_black(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal's own sixteen colours and the others need different filters from the start."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(library(tmp_path)) as app:
        assert not set(ANSI) & set(app.available_themes)
        assert set(COLOURED) <= set(app.available_themes)


@pytest.mark.parametrize("theme", ANSI)
async def test_the_sixteen_colours_of_the_terminal_are_left_to_it(
    tmp_path: Path, theme: str
) -> None:
    """There no colour of our own is painted."""
    match = play_on(new_match(None, seed=6), 17, seed=6)
    async with running(library(tmp_path), LARGE, start=match) as app:
        app.theme = theme
        await settled(app)
        await press(app, "enter")
        for strip in app.screen._compositor.render_strips():
            for text, style, _ in strip:
                for color in (style.color, style.bgcolor) if style and text.strip() else ():
                    assert color is None or color.type is not ColorType.TRUECOLOR


def test_every_mark_is_a_sign_of_its_own() -> None:
    """Carried, open, too expensive, barred and closed are told apart without colour; so are
    arguments that are ready, spent, and on the record.
    """
    assert len({MARKS[each][0] for each in MotionStanding}) == len(MotionStanding)
    assert len(set(ARGUMENTS.values())) == len(ARGUMENTS)


colors = st.tuples(*[st.integers(0, 255)] * 3)


@given(colors, colors, colors, colors, st.booleans())
def test_any_theme_is_made_legible(
    background: tuple[int, int, int],
    surface: tuple[int, int, int],
    ink: tuple[int, int, int],
    tint: tuple[int, int, int],
    dark: bool,  # noqa: FBT001 - drawn
) -> None:
    """However a theme chooses its colours, as long as its grounds leave room between them."""
    if max(min(contrast(end, ground) for ground in (background, surface)) for end in ENDS) < ENOUGH:
        return  # grounds so far apart that nothing stands out from both
    names = ("foreground", "primary", "accent", "text-success", "text-error", "text-warning")
    theme = {name: Color(*(ink if number % 2 else tint)).hex for number, name in enumerate(names)}
    theme |= {"background": Color(*background).hex, "surface": Color(*surface).hex}
    made = palette(theme, dark=dark, ansi=False)
    for name in ("foreground", "ink-dim", "ink-good", *(f"ink-{side}" for side in SIDES)):
        for ground in (background, surface):
            assert contrast(Color.parse(made[name]).rgb, ground) >= ENOUGH
    cursor = Color.parse(made["block-cursor-background"]).rgb
    assert contrast(cursor, Color.parse(made["block-cursor-foreground"]).rgb) >= ENOUGH


ENDS = ((0, 0, 0), (255, 255, 255))
