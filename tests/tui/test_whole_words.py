"""Where there is little room, what is shown is whole: nothing begins that cannot be read on."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content, Span

from game.rules import Decision, Kind, Rule
from game.settings import Settings
from game.telling.beats import BeatKind, beats
from game.telling.menu import Item, Section, menu
from game.telling.messages import english
from game.telling.voice import Voice
from game.text.cells import HELD, held
from game.tui.draw.beat_rows import draw_beat
from game.tui.draw.detail import draw_item
from game.tui.draw.styles import lines, say, wrapped
from game.tui.draw.teller import Teller, draw_effects
from game.tui.screens.table import TableScreen
from game.tui.widgets.beats import rows_before, whole_rows
from game.tui.widgets.choices import row_of
from tests.tui.driving import front, library, new_match, play_on, press, running, text

WORDS = st.lists(st.text("ab", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)
MORE = english().say("beat.again")


@given(
    st.sampled_from(["", " ", "  • "]),
    st.lists(st.text("abcé東“→+3−≤", min_size=1, max_size=9), min_size=1, max_size=14),
    st.integers(1, 30),
    st.data(),
)
def test_a_text_breaks_where_textual_would_break_it(
    lead: str, words: list[str], width: int, data: st.DataObject
) -> None:
    """And every letter looks as it did."""
    plain = lead + " ".join(words)
    places = sorted(data.draw(st.sets(st.integers(0, len(plain)), max_size=4)))
    spans = [Span(*ends, "bold") for ends in zip(places[::2], places[1::2], strict=False)]
    found = wrapped(Content(plain, spans), width)
    if cell_len(plain) <= width or len(lead) >= width:
        assert len(found) == 1
        return
    rows = Content(held(plain), spans)[len(lead) :].wrap(width - len(lead))
    rows = [row.pad_left(len(lead) if place else 0) for place, row in enumerate(rows)]
    rows[0] = Content(plain, spans)[: len(lead)] + rows[0]
    assert [*map(letters, found)] == [*map(letters, rows)]


def letters(row: Content) -> list[tuple[str, bool]]:
    """The letters of a row, and which of them have a style of their own."""
    plain = row.plain.replace(HELD, " ").rstrip()
    return [
        (letter, any(span.start <= place < span.end for span in row.spans))
        for place, letter in enumerate(plain)
    ]


@given(st.lists(WORDS, max_size=6), st.integers(1, 8), st.integers(30, 100))
def test_what_happened_last_is_kept_in_whole_sentences(
    sentences: list[str], most: int, width: int
) -> None:
    """And if one is left out, it is said how to read it."""
    rows = [row.plain for row in whole_rows(lines([*map(say, sentences)]), most, width)]
    assert len(rows) <= most
    told = [[row.plain.rstrip() for row in wrapped(say(each), width)] for each in sentences]
    left = "\n".join(row.removesuffix(MORE).rstrip() for row in rows).rstrip("\n")
    kept = next(n for n in range(len(told) + 1) if "\n".join(chain.from_iterable(told[:n])) == left)
    assert any(MORE in row for row in rows) == (kept < len(told))


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=4),
    st.integers(0, 12),
    st.integers(9, 60),
)
def test_of_what_was_told_before_no_sentence_stands_without_its_beginning(
    beats: list[list[str]], most: int, width: int
) -> None:
    """The newest ones that there is room for, and a free row below them."""
    rows = [
        row.plain.rstrip()
        for row in rows_before([[*map(say, each)] for each in beats], most, width)
    ]
    sentences = [*chain.from_iterable(beats)]
    told = [[row.plain.rstrip() for row in wrapped(say(each), width)] for each in sentences]
    assert len(rows) <= most
    kept = next(n for n in range(len(told) + 1) if [*chain.from_iterable(told[n:])] == rows[:-1])
    assert not rows or rows[-1] == ""
    assert kept == 0 or len(told[kept - 1]) + len(rows or [""]) > most


@pytest.mark.parametrize("width", [36, 37, 38, 54])
def test_a_reason_or_a_price_in_the_list_is_never_half_a_word_nor_less(width: int) -> None:
    match = play_on(new_match(None, seed=21), 60, seed=1)
    voice = Voice(match.book)
    for state in match.states:
        for section in menu(voice, state):
            for item in section.items:
                row = row_of(item, section, width).plain.partition("\n")[0].rstrip()
                if item.closed and not section.closed:
                    assert row.endswith(item.briefly), row
                    assert "…" not in row.removeprefix(f"✗ {item.label}") or item.label not in row
                elif row.startswith(name := f"  {item.label}"):
                    told = row.removeprefix(name).strip()
                    assert told in ("", item.note, item.ends, *item.notes), row


@pytest.mark.parametrize("note", ["信頼 +1, 資本 −1, 世論 +1", "Trust +1, Capital −1"])
@pytest.mark.parametrize("width", range(14, 60))
def test_what_an_answer_changes_is_told_whole_in_letters_of_any_width(
    note: str, width: int
) -> None:
    """In as many rows as that takes, which are measured in cells, not in letters."""
    item = Item("Open talks", note, Decision("choose:A", Kind.CHOOSE))
    first, *rest = row_of(item, Section("", (item,)), width).plain.split("\n")
    assert first.strip() == "Open talks"
    assert all(cell_len(row) == width for row in (first, *rest))
    assert "".join("".join(rest).split()) == "".join(note.split())


async def test_one_key_shows_all_of_a_beat_before_the_next(tmp_path: Path) -> None:
    """What there is no room for is the next page, and it stays while somebody thinks."""
    paged = 0
    for count in (8, 12, 16, 20, 24):
        match = play_on(new_match(None, seed=21), count, seed=1)
        still = Settings(reduced_motion=True)
        async with running(library(tmp_path), start=match, as_set=still) as app:
            table = front(app, TableScreen)
            while table.reciting:
                seen, before = text(app), [*table.recital.shown]
                await press(app, "space")
                if "▼ Space" in seen:
                    paged += 1
                    assert [*table.recital.shown] == before
                    assert table.reciting
                    after = text(app)
                    assert after != seen
                    table.turns.show_thought()
                    assert text(app) == after
    assert paged


def test_a_cause_is_told_once_where_it_is_news_and_never_lost() -> None:
    """A collapse says what has reached its end, and stands above all else that would follow."""
    match = play_on(new_match(None, seed=21), 200, seed=1)
    assert match.verdict is not None
    voice, line = Voice(match.book), match.tree.timeline
    passages = Teller(match).passages(line)
    for beat in beats(voice, line.decisions, passages):
        rows = [row.plain for row in draw_beat(voice, beat)]
        causes = [each.why for each in beat.changes if each.why]
        for why in causes:
            assert any(why in row for row in rows) or any(row in why for row in rows[:2])
        if beat.kind is BeatKind.STRIKE:
            assert sum(causes[0] in row for row in rows) == 1
    fatal = next(each for each in passages[-1].told if each.rule is Rule.COLLAPSE)
    items = [item for section in menu(voice, line.states[-2]) for item in section.items]
    item = next(item for item in items if item.decision == line.decisions[-1])
    last = lines(draw_item(voice, line.states[-2], item)).plain.split("\n")
    assert next(row for row in last if row.startswith("•")).startswith("• collapse – " + fatal.why)


@pytest.mark.parametrize("width", [37, 38, 40, 66])
def test_a_choice_gives_up_words_and_then_its_long_name_but_never_its_price(width: int) -> None:
    """And what is told about it stands at the end of the row, or in a row of its own."""
    match = play_on(new_match(None, seed=21), 60, seed=1)
    voice = Voice(match.book)
    below = 0
    for section in chain.from_iterable(menu(voice, state) for state in match.states):
        for item in section.items:
            if item.closed or (item.decision and item.decision.kind is Kind.CHOOSE):
                continue
            name, *more = row_of(item, section, width).plain.split("\n")
            told = (item.ends,) if item.ends else item.notes or (item.note,)
            assert (more or [name])[0].rstrip().endswith(told), name
            assert name[2:].startswith((item.label, item.short or item.label)), name
            assert more or not told[0] or not name.endswith(" ")
            below += bool(more)
    assert bool(below) == (width < 66)


@pytest.mark.parametrize("width", [38, 40, 66])
def test_the_price_of_what_is_closed_is_told_in_the_same_words_in_the_whole_list(
    width: int,
) -> None:
    match = play_on(new_match(None, seed=21), 60, seed=1)
    voice = Voice(match.book)
    for section in chain.from_iterable(menu(voice, state) for state in match.states):
        rows = [row_of(item, section, width).plain for item in section.items if item.closed]
        forms = {"you have" in row for row in rows if "costs" in row}
        assert len(forms) <= 1, rows


def test_where_the_words_are_heard_elsewhere_it_is_still_said_who_did_what() -> None:
    """Before anything that came of it; and what a contradiction costs stands below that alone."""
    match = play_on(new_match(None, seed=21), 60, seed=1)
    voice, line = Voice(match.book), match.tree.timeline
    teller = Teller(match)
    caught = 0
    for passage in teller.passages(line):
        for beat in beats(voice, line.decisions, [passage]):
            if beat.kind is not BeatKind.SPEECH:
                continue
            rows = [row.plain for row in draw_beat(voice, beat, [beat.quoted])]
            acted = (passage.briefly, beat.contradiction)
            assert passage.briefly.startswith(voice.side_short(beat.side))
            assert not rows or rows[0] in acted
            assert all(row.plain == acted[0] for row in draw_effects(voice, passage)[:1])
            if beat.contradiction:
                caught += 1
                above = rows[: rows.index(beat.contradiction)]
                costs = sum(each.rule is Rule.TABLE for each in beat.changes)
                assert sum(row.startswith("  •") for row in above) == costs
    assert caught
