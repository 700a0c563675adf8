"""What is written into fields, and found in lists: bounded, told, and seen where the focus is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Select

from game.export.beside import exported, pictured
from game.match import verify
from game.scenario import load
from game.scenario.catalogue import ids
from game.tui.draw.palette import SIGN, contrast
from game.tui.screens.ask import Ask
from game.tui.screens.catalogue import CatalogueScreen
from game.tui.screens.help import Help
from game.tui.screens.new_game import MOST, NewGameScreen
from game.tui.screens.seats import SeatsScreen
from game.tui.screens.table import TableScreen
from game.tui.widgets.choices import Choices
from game.tui.widgets.line import LineInput, number_of
from game.tui.widgets.pick import Pick, PickList, line
from game.tui.widgets.text_pane import TextPane
from tests.tui.driving import (
    LARGE,
    SIZES,
    front,
    library,
    new_match,
    paste,
    play_on,
    press,
    rows,
    running,
    said,
    settled,
    text,
)
from tests.tui.legible import COLOURED, colours, marked
from tests.tui.tour import stocked

from textual._styles_cache import StylesCache  # isort: skip


async def test_a_seed_of_thousands_of_digits_is_no_seed(tmp_path: Path) -> None:
    """It is cut to what the field holds, said, and refused before it is read as a number."""
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        field = app.screen.query_one("#seed", LineInput)
        field.value = ""
        field.focus()
        await paste(app, "9" * 4400)
        assert field.value == "9" * len(str(MOST))
        assert "the rest was cut off" in said(app)
        await press(app, "f2")
        front(app, NewGameScreen)
        assert f"a whole number from 0 to {MOST}" in text(app)
        await paste(app, "no number")
        assert "Only digits can stand here" in said(app)
        field.value = "9" * 10_000
        assert field.number(MOST) is None


@given(st.integers(0, 2 * MOST) | st.sampled_from([MOST, MOST + 1]), st.integers(0, 9))
def test_a_number_is_read_up_to_its_bound(number: int, zeros: int) -> None:
    """With any zeros before it; everything else is no number."""
    assert number_of("0" * zeros + str(number), MOST) == (number if number <= MOST else None)
    for other in ("", " ", "-1", "1e3", "١٢", "²", "1_0", "1 0", f"{number}x"):
        assert number_of(other, MOST) is None


async def test_every_field_has_a_length(tmp_path: Path) -> None:
    """On every screen that has fields."""
    async with running(stocked(tmp_path)) as app:
        for keys in (("n",), ("p", "slash"), ("p", "r"), ("p", "end", "enter", "c")):
            app.navigation.title()
            await settled(app)
            await press(app, *keys)
            for field in app.screen.query(Input):
                assert isinstance(field, LineInput)
                assert field.max_length


async def test_lines_that_are_pasted_are_joined_and_a_cut_is_told(tmp_path: Path) -> None:
    async with running(stocked(tmp_path)) as app:
        await press(app, "p", "r")
        field = front(app, Ask).query_one(LineInput)
        await paste(app, "one\r\ntwo\n\nthree")
        assert field.value == "one two three"
        assert "3 lines were joined into one." in said(app)
        await press(app, "end")
        await paste(app, "x" * 5000)
        assert len(field.value) == field.max_length
        assert field.value.startswith("one two threexx")
        assert "the rest was cut off" in said(app)


async def test_letters_find_a_line_in_every_list_that_opens(tmp_path: Path) -> None:
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        for name, letters, wanted in (("way", "toge", "together"), ("scenario", "hel", None)):
            pick = app.screen.query_one(f"#{name}", Select)
            pick.focus()
            await press(app, "enter", *letters, "enter")
            known = next(each for each in ids() if "hel" in each) if wanted is None else wanted
            assert pick.value == known


async def test_a_match_begins_with_the_marked_scenario(tmp_path: Path) -> None:
    """With n and with Enter; its rules are shown by ?."""
    async with running(library(tmp_path)) as app:
        for key in ("n", "enter"):
            await press(app, "s", "end")
            listed = front(app, CatalogueScreen)._marked
            assert listed is not None
            marked = listed.id
            await press(app, "?")
            told = front(app, Help).query_one(TextPane)._text.plain
            assert load(marked).title in told
            await press(app, "q", key)
            chosen = front(app, NewGameScreen).query_one("#scenario", Select)
            assert chosen.value == marked
            app.navigation.title()
            await settled(app)


@pytest.mark.parametrize("keys", [("n",), ("p", "end", "enter", "b")])
async def test_the_focus_is_seen_wherever_it_is_in_every_theme(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """What has it stands on another ground than without, as much as signs on theirs."""
    seen: set[tuple[str, str]] = set()
    with marked() as marks:
        async with running(stocked(tmp_path), LARGE) as app:
            await press(app, *keys)
            for widget in app.screen.focus_chain:
                app.screen.set_focus(None)
                await settled(app)
                before = grounds(app, widget.region.right - 2, widget.region.y)
                widget.focus()
                await settled(app)
                after = grounds(app, widget.region.right - 2, widget.region.y)
                seen.add((marks.names[before], marks.names[after]))
    assert seen
    for theme in COLOURED:
        made = colours(theme)
        for pair in seen:
            assert contrast(*(Color.parse(made[each]).rgb for each in pair)) >= SIGN, (theme, pair)


async def test_a_key_in_a_form_touches_the_field_that_it_leaves_and_the_one_that_it_comes_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else is painted or styled anew; not even the keys at the foot, which do the same."""
    touched: set[DOMNode] = set()
    paint, style = StylesCache.render_widget, Stylesheet.apply

    def painted(cache: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
        touched.add(widget)
        return paint(cache, widget, crop)

    def styled(sheet: Stylesheet, node: DOMNode, **how: Any) -> None:
        touched.add(node)
        style(sheet, node, **how)

    monkeypatch.setattr(StylesCache, "render_widget", painted)
    monkeypatch.setattr(Stylesheet, "apply", styled)
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        for key in ["home", *["down"] * len(app.screen.focus_chain), "up", "up"]:
            fields = {app.focused}
            touched.clear()
            await press(app, key)
            fields.add(app.focused)
            assert touched or key == "home"
            assert all(fields & {*each.ancestors_with_self} for each in touched), key
            assert not any(isinstance(each, PickList) for each in touched)


async def test_a_field_that_opens_into_a_list_shows_what_is_chosen_and_whether_it_is_open(
    tmp_path: Path,
) -> None:
    """In its one row, however long the name is."""
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        pick = app.screen.query_one("#variant", Pick)
        pick.set_options([(line("A name " * 20, "And what is said of it"), "long")])
        pick.focus()
        await settled(app)
        row = rows(app)[pick.region.y][pick.region.x : pick.region.right]
        assert row.startswith("A name A name")
        assert row.endswith("… ▼")
        assert "said" not in row
        await press(app, "enter")
        assert rows(app)[pick.region.y][pick.region.x : pick.region.right].endswith("▲")
        await press(app, "escape")
        assert rows(app)[pick.region.y][pick.region.x : pick.region.right] == row


def grounds(app: object, x: int, y: int) -> tuple[int, int, int]:
    """The colour behind a cell."""
    strip = app.screen._compositor.render_strips()[y].crop(x, x + 1)  # type: ignore[attr-defined]
    for segment in strip:
        if segment.style is not None and segment.style.bgcolor is not None:
            ground: tuple[int, int, int] = segment.style.bgcolor.get_truecolor()
            return ground
    raise AssertionError("nothing is there")


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_is_at_its_top_again_with_home(tmp_path: Path, size: tuple[int, int]) -> None:
    """The heading above the first choice is in view, too."""
    async with running(library(tmp_path), size, start=new_match(None)) as app:
        await press(app, "enter", "end", "home")
        assert front(app, TableScreen).query_one(Choices).scroll_y == 0
        assert "Table a motion" in text(app)


async def test_the_dialog_for_the_seats_is_whole_on_the_smallest_terminal(tmp_path: Path) -> None:
    async with running(stocked(tmp_path)) as app:
        await press(app, "p", "end", "enter", "b")
        front(app, SeatsScreen)
        box = app.screen.query_one("#question").region
        for pick in app.screen.query(Select):
            assert box.contains_region(pick.region)
            assert rows(app)[pick.region.y][: pick.region.right].rstrip().endswith("▼")


async def test_words_in_help_do_not_run_into_the_keys(tmp_path: Path) -> None:
    """On every row of the table of keys: the keys, or nothing, and then the words."""
    async with running(library(tmp_path), (80, 60)) as app:
        await press(app, "?", "G")
        shown = rows(app)
        start = next(line for line, row in enumerate(shown) if "ask the opponent" in row)
        for row in shown[start : start + 8]:
            assert len(row) <= 80
            assert row[17] == " "
            assert row[18] != " "


async def test_a_picture_of_the_screen_is_kept_beside_the_saves(tmp_path: Path) -> None:
    """Each under a name of its own; the path is told."""
    kept = library(tmp_path)
    async with running(kept) as app:
        app.deliver_screenshot()
        app.deliver_screenshot()
        await settled(app)
        for name in ("screen.svg", "screen-2.svg"):
            path = kept.directory / name
            assert str(path) in said(app)
            assert path.read_text(encoding="utf-8").startswith("<svg")


def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A folder that is a file, one that is closed, a link to nowhere under the name."""
    kept = library(tmp_path)
    match = play_on(new_match(kept), 4)
    match.close()
    assert match.journal is not None
    save = match.journal.path
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", Path("/dev/null")):
        for words in (exported(save, "markdown", folder), pictured("<svg/>", folder)):
            assert "Nothing can be written in" in words
    odd = tmp_path / "odd"
    odd.mkdir()
    (odd / f"{save.stem}.md").symlink_to(tmp_path / "nowhere")
    assert f"{save.stem}-2.md" in exported(save, "markdown", odd)
    assert not os.path.lexists(tmp_path / "nowhere")
    assert (tmp_path / "file").read_text() == "mine"
    assert verify(save).good
