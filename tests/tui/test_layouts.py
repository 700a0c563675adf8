"""Keys by place: another layout, Caps Lock, and the codes of terminals that name keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.widgets import Input, Select

from game.scenario.catalogue import ids, languages
from game.tui.layouts import at_place_of, layouts, others
from game.tui.screens.help import Help
from game.tui.screens.new_game import NewGameScreen
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.story import Story
from game.tui.screens.title import TitleScreen
from game.tui.terminal import Keyboard
from tests.tui.driving import front, library, new_match, play_on, press, running
from tests.tui.ptys import ROOT

RUSSIAN = "йцукенгшщзфывапролдячсмитьё"
LATIN = "qwertyuiopasdfghjklzxcvbnm`"


def test_every_language_of_the_game_has_its_layout() -> None:
    """Those that the scenarios are translated into, wherever they lie."""
    found = {path.suffixes[0][1:] for path in ROOT.glob("*/*/*.toml") if len(path.suffixes) == 2}
    found |= {language for each in ids() for language in languages(each)}
    assert "ru" in found
    assert found <= set(layouts())


def test_every_place_has_one_character() -> None:
    """And every letter of the alphabet its place."""
    for places in layouts().values():
        assert len(set(places.values())) == len(places)
    assert [at_place_of(each) for each in RUSSIAN] == list(LATIN)
    assert [at_place_of(each.upper()) for each in RUSSIAN[:-1]] == list(LATIN[:-1].upper())


@given(st.characters(max_codepoint=127))
def test_what_every_keyboard_has_stays_what_it_is(character: str) -> None:
    """Comma and full stop too, which lie elsewhere; a capital may be the small letter."""
    assert not at_place_of(character)
    assert set(others(character)) <= {character.lower()}
    assert not list(others("comma")) + list(others("full_stop")) + list(others("question_mark"))


@given(st.text())
def test_any_name_of_a_key_is_looked_up(name: str) -> None:
    """There is no name that breaks it, and none that means itself again."""
    assert name not in list(others(name))


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[1089;5u", "ctrl+c"),
        ("\x1b[1081;5u", "ctrl+q"),
        ("\x1b[1079;69u", "ctrl+p"),
        ("\x1b[1089;6u", "ctrl+shift+c"),
        ("\x1b[1103;3u", "alt+z"),
        ("\x1b[113;69u", "ctrl+q"),
        ("\x1b[1081;1;1081u", "й"),
        ("\x1b[1081;2;1049u", "Й"),
        ("й", "й"),
        ("\x1b[252;5u", "ctrl+ü"),
    ],
)
def test_a_terminal_that_names_keys_names_their_place(sequence: str, key: str) -> None:
    """With Ctrl or Alt only the place counts; a letter alone stays a letter, for it may be text."""
    assert [each.key for each in Keyboard().feed(sequence) if isinstance(each, events.Key)] == [key]


async def test_the_ways_of_the_title_open_by_place(tmp_path: Path) -> None:
    """In Russian, and with Caps Lock on in both."""
    kept = library(tmp_path)
    play_on(new_match(kept), 3).close()
    async with running(kept) as app:
        for keys, kind in (("тТN", NewGameScreen), ("зЗP", SavesScreen), ("кКR", SavesScreen)):
            for key in keys:
                await press(app, key)
                front(app, kind)
                await press(app, "escape")
                front(app, TitleScreen)
        await press(app, "Й")
        assert app.return_code == 0


async def test_keys_of_the_table_work_by_place(tmp_path: Path) -> None:
    """е is at the place of t; its Escape is no key by place."""
    async with running(library(tmp_path), start=new_match(None)) as app:
        await press(app, "enter", "е")
        front(app, Story)


async def test_a_capital_that_means_something_is_not_the_small_letter(tmp_path: Path) -> None:
    """G goes to the end, g to the start; so do П and п at their place."""
    match = play_on(new_match(None), 6)
    end = len(match.decisions)
    async with running(library(tmp_path), watch=match) as app:
        screen = front(app, ReplayScreen)
        for key, at in (("G", end), ("g", 0), ("П", end), ("п", 0)):
            await press(app, key)
            assert screen.moment == at, key


async def test_a_text_field_takes_every_letter_as_it_is(tmp_path: Path) -> None:
    """Nothing opens and nothing closes behind it."""
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        field = app.screen.query_one("#name", Input)
        field.focus()
        await press(app, *"йЙт")
        assert field.value == "йЙт"
        assert field.has_focus
        front(app, NewGameScreen)


async def test_a_list_that_is_searched_by_typing_takes_every_letter(tmp_path: Path) -> None:
    """й is looked for; the key at its place, which leaves, is not meant."""
    async with running(library(tmp_path)) as app:
        await press(app, "n")
        chosen = app.screen.query_one("#scenario", Select)
        chosen.focus()
        await press(app, "enter")
        assert chosen.expanded
        await press(app, *"йЙ")
        assert chosen.expanded
        front(app, NewGameScreen)


async def test_a_key_that_means_nothing_anywhere_does_nothing(tmp_path: Path) -> None:
    """Neither at its own place nor at that of another layout."""
    async with running(library(tmp_path)) as app:
        await press(app, "?")
        front(app, Help)
        before = len(app.screen_stack)
        await press(app, "ё", "Ё", "ъ", "語", "Z", ",", ".")
        assert len(app.screen_stack) == before
