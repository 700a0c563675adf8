"""Colours: legible in every theme, with and without them, and never the only sign of anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorType
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES

from game.review.standing import Standing
from game.tui.app import SharedEnemyApp
from game.tui.draw.ladder import MARKS
from game.tui.draw.palette import ENOUGH, SIDES, contrast, palette
from game.tui.draw.sides import MARKS as ARGUMENTS
from tests.tui.driving import LARGE, library, new_match, play_on, press, running, settled
from tests.tui.tour import stocked, tour

COLOURED = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]
ANSI = [name for name, theme in BUILTIN_THEMES.items() if theme.ansi]


def faint(app: SharedEnemyApp, least: float = ENOUGH) -> set[tuple[str, str, str]]:
    """Words on the screen that stand out from their ground by less than they should."""
    filters: list[LineFilter] = [each for each in app._filters if each.enabled]
    found = set()
    # What lies behind a question is dimmed, and not to be read just now.
    box = next((each.region for each in app.screen.query("#question")), app.screen.region)
    for row in app.screen._compositor.render_strips()[box.y : box.bottom]:
        strip = row.crop(box.x, box.right)
        for each in filters:
            strip = strip.apply_filter(each, app.screen.background_colors[1])
        for text, style, _ in strip:
            if not text.strip() or style is None or style.color is None or style.bgcolor is None:
                continue
            if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
                continue  # the terminal's own colours, which nobody here knows
            ink, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
            if style.dim or contrast(ink, ground) < least:
                found.add((text.strip(), ink.hex, ground.hex))
    return found


async def test_the_table_is_legible_in_every_theme(tmp_path: Path) -> None:
    """Text, numbers, marks, the line under the cursor and the keys."""
    match = play_on(new_match(None, seed=6), 17, seed=6)
    async with running(library(tmp_path), LARGE, start=match) as app:
        await press(app, "enter")
        dim = {}
        for theme in COLOURED:
            app.theme = theme
            await settled(app)
            dim[theme] = faint(app)
        assert not any(dim.values()), dim


async def test_every_screen_is_legible(tmp_path: Path) -> None:
    """In a theme that is faint by itself."""
    kept = stocked(tmp_path)
    async with running(kept) as app:
        app.theme = "solarized-light"
        await settled(app)
        dim: dict[str, set[tuple[str, str, str]]] = {}

        def visit(name: str) -> None:
            if found := faint(app):
                dim[name] = found

        await tour(app, kept, visit)
        assert dim == {}


async def test_without_colours_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR leaves greys that are still far enough apart."""
    monkeypatch.setenv("NO_COLOR", "1")
    match = play_on(new_match(None, seed=6), 17, seed=6)
    async with running(library(tmp_path), LARGE, start=match) as app:
        await press(app, "enter")
        assert app.no_color
        for theme in ("textual-dark", "textual-light", "nord", "solarized-dark"):
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
    """Carried, open, too dear, barred and closed are told apart without colour; so are arguments
    that are ready, spent, and on the record.
    """
    assert len({MARKS[each] for each in Standing}) == len(Standing)
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
