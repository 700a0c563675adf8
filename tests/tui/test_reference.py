"""What is looked up: the part of help about a scene, the rulebook, the words, and letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from game.rules import Phase, Rulebook
from game.scenario import load
from game.scenario.catalogue import ids
from game.telling.glossary import glossary, own_words
from game.telling.messages import english
from game.telling.rulebook import rulebook
from game.telling.rulebook.tables import table
from game.telling.voice import Voice
from game.text import clean
from game.text.escape import markdown
from game.tui.app import SharedEnemyApp
from game.tui.draw.markdown_rows import draw_markdown
from game.tui.screens.help import TOPICS, Help
from game.tui.screens.reference import GlossaryPage, RulebookPage
from game.tui.screens.story import PageScreen
from game.tui.topics import PHASES, PLACES
from game.tui.widgets.text_pane import FOUND, TextPane
from tests.tui.campaign import at
from tests.tui.driving import library, new_match, play_on, press, running, text, told
from tests.tui.tour import stocked


def head(app: SharedEnemyApp) -> str:
    """The first row of the text of the page in front."""
    return text(app).splitlines()[2].strip()


def title_of(topic: str) -> str:
    return english().say(f"help.topic.{topic}.title")


async def test_help_opens_at_the_place_it_is_asked_for_at(tmp_path: Path) -> None:
    async with running(stocked(tmp_path)) as app:
        for place in ("title", "new game", "saves", "replay", "lines", "scenarios"):
            await at(app, place)
            await press(app, "?")
            assert isinstance(app.screen, Help), place
            assert head(app) == title_of(place.replace(" ", "_"))


@pytest.mark.parametrize("phase", [Phase.TURN, Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.EVENT])
async def test_help_opens_at_what_is_asked_at_the_table(tmp_path: Path, phase: Phase) -> None:
    """While it is still told what happened, at that."""
    kept = library(tmp_path)
    match = new_match(kept)
    seed = 0
    while match.state.phase is not phase:
        if match.over:
            match, seed = new_match(kept), seed + 1
        play_on(match, 1, seed=seed * 1000 + len(match.decisions))
    async with running(kept, start=match) as app:
        await press(app, "enter")
        await told(app)
        await press(app, "?")
        assert head(app) == title_of(PHASES[phase])


async def test_all_scenes_are_in_help_wherever_it_is_asked_for(tmp_path: Path) -> None:
    """Each once; and every scene that a screen is about is one of them."""
    assert {*PHASES.values(), *PLACES.values(), "beats", "backing", "watching"} == set(TOPICS)
    async with running(stocked(tmp_path)) as app:
        await press(app, "?")
        assert isinstance(app.screen, Help)
        rows = app.screen._text.plain.split("\n")
        assert [rows.count(title_of(topic)) for topic in TOPICS] == [1] * len(TOPICS)


@pytest.mark.parametrize(("key", "page"), [("b", RulebookPage), ("w", GlossaryPage)])
async def test_help_leads_to_the_rulebook_and_to_the_words(
    tmp_path: Path, key: str, page: type[PageScreen]
) -> None:
    async with running(stocked(tmp_path)) as app:
        await press(app, "?", key)
        assert isinstance(app.screen, page)
        await press(app, "escape")
        assert isinstance(app.screen, Help)


@pytest.mark.parametrize(("name", "page"), [("rulebook", RulebookPage), ("words", GlossaryPage)])
async def test_the_palette_leads_there_as_well(
    tmp_path: Path, name: str, page: type[PageScreen]
) -> None:
    """Once; where the page is in front already it stays."""
    async with running(stocked(tmp_path)) as app:
        called = english().say(f"keys.{name}")
        for _ in range(2):
            (way,) = [each for each in app.get_system_commands(app.screen) if each.title == called]
            assert "palette" not in way.help
            await app.run_action(f"app.{name}")
            await press(app, "g")
            assert isinstance(app.screen, page)
            assert len(app.screen_stack) == 2


async def test_a_page_is_searched_line_by_line_and_from_its_top_again(tmp_path: Path) -> None:
    """Large and small letters are alike; what is found is marked and in view."""
    async with running(stocked(tmp_path)) as app:
        await press(app, "?", "w")
        pane = app.screen.query_one(TextPane)
        lines = pane._text.plain.split("\n")
        wanted = [place for place, line in enumerate(lines) if "debate" in line.casefold()]
        assert len(wanted) > 2
        await press(app, "/", *"DEBATE", "enter")
        found = []
        for _ in range(len(wanted) + 1):
            assert pane._found is not None
            found.append(pane._found[0])
            marked = [
                row.plain[span.start : span.end]
                for row in pane.rows
                for span in row.spans
                if span.style == FOUND
            ]
            assert [each.casefold() for each in marked] == ["debate"]
            await press(app, "/", "enter")
        assert found == [*wanted, wanted[0]]


async def test_what_a_page_does_not_have_is_said_and_moves_nothing(tmp_path: Path) -> None:
    async with running(stocked(tmp_path)) as app:
        await press(app, "?", "w", "j", "j")
        pane = app.screen.query_one(TextPane)
        top = pane._top
        await press(app, "/", *"[red]x", "enter")
        assert isinstance(app.screen, GlossaryPage)
        assert (pane._top, pane._found) == (top, None)
        assert any("“[red]x”" in note.message for note in app._notifications)


def test_every_word_of_a_rulebook_is_in_its_page() -> None:
    """A reader of Markdown finds no word that the page has not, in the same order."""
    words = english()
    for name in ids():
        written = rulebook(Voice(Rulebook(load(name))))
        tokens = MarkdownIt("commonmark").enable("table").parse(written)
        page, place = draw_markdown(words, written).plain, 0
        in_head = False
        for token in tokens:
            if token.type in ("thead_open", "thead_close"):
                in_head = token.type == "thead_open"
            for child in () if in_head else token.children or ():
                if child.content.strip(" –\n"):
                    place = page.index(child.content.strip(), place)


@given(st.lists(st.lists(st.text(), min_size=3, max_size=3), min_size=1, max_size=3))
def test_what_an_author_wrote_is_shown_as_it_is(cells: list[list[str]]) -> None:
    """No sign in a cell begins a column, a style or a line."""
    written = table(["a", "b", "c"], [[markdown(each) for each in row] for row in cells])
    rows = draw_markdown(english(), written).plain.split("\n")
    assert len(rows) == len(cells) + 1
    for row, several in zip(rows, cells, strict=False):
        for each in several:
            assert markdown(each) == markdown(clean(each))
            assert " ".join(clean(each).split()) in " ".join(row.split())


def test_the_words_of_the_game_are_those_of_the_scenario() -> None:
    """In the order of the alphabet, each once; what a scenario does without is left out."""
    for name in ids():
        scenario = load(name)
        voice = Voice(Rulebook(scenario))
        names = [each.name for each in glossary(voice)]
        assert names == sorted(set(names), key=str.casefold)
        assert ("Thaw" in names) == bool(scenario.payoff.thaw_within)
        assert ("Fork" in names) == any(motion.excludes for motion in scenario.motions)
        own = {each.name for each in own_words(voice)}
        assert {track.name for track in scenario.tracks} <= own
        assert {value.name for value in scenario.values} <= own


@pytest.mark.parametrize("word", ["hand", "paragraph", "seed", "playout", "hour", "overlap", "tag"])
def test_what_is_read_at_the_table_and_in_reviews_is_among_the_words(word: str) -> None:
    name = english().say(f"glossary.{word}.name")
    assert name in {each.name for each in glossary(Voice(Rulebook(load("shared-enemy"))))}
