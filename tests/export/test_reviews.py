"""A review reads the same in every form, and adds up as it is shown."""

from __future__ import annotations

import json
import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from game.export import ExportedGame
from game.export.review_charts import plane_chart
from game.export.review_markdown import review_markdown
from game.export.review_page import review_page
from game.export.review_record import review_record
from game.export.review_text import NARROWEST, review_rows, review_text
from game.review.evaluations import TO_A_HUNDREDTH
from game.review.reviewed_line import ReviewedLine
from game.rules import play
from game.telling.debrief import debriefing
from game.telling.layout.cells import SIDES
from game.telling.layout.cells import text as words_of
from game.telling.layout.dot_canvas import DotCanvas
from game.telling.plane import plane_points
from game.telling.review import glyph_name, signed_tenths, steps, tenths, totals
from game.text.cells import cells
from tests.examples import examples
from tests.export.games import HARMLESS, PAYLOADS, planted
from tests.export.reviews import pairs, reviewed
from tests.export.test_page import Reader

Pair = tuple[ExportedGame, ReviewedLine]


def worth(words: str) -> int:
    """Millipoints as they were written."""
    return round(Fraction(words.replace("−", "-")) * 10)


@given(st.integers(-(10**6), 10**6))
def test_tenths_are_read_back_as_they_were(amount: int) -> None:
    assert worth(tenths(amount)) == worth(signed_tenths(amount)) == amount
    assert signed_tenths(amount).startswith("+") is (amount > 0)


@examples(8)
@given(pairs)
def test_the_parts_add_up_to_the_payoff_as_they_are_shown(both: Pair) -> None:
    """Rounded as they stand there, for each side."""
    game, found = both
    first, *rows, last = totals(game.voice, found)
    for side in (0, 1):
        parts = [worth(row.amounts[side]) for row in (first, *rows)]
        assert sum(parts) == worth(last.amounts[side]) == found.review.end[side]


@examples(8)
@given(both=pairs, width=st.integers(NARROWEST, 100), braille=st.booleans())
def test_no_line_of_text_is_wider_than_the_terminal(
    both: Pair, width: int, *, braille: bool
) -> None:
    game, found = both
    text = review_text(game, found, width=width, braille=braille)
    assert all(cells(row) <= width for row in text.splitlines())
    assert braille or not any("\u2500" <= character <= "\u28ff" for character in text)


@examples(8)
@given(pairs)
def test_every_form_tells_all_of_the_debrief(both: Pair) -> None:
    """In the same words, apart from where lines break and what is escaped."""
    game, found = both
    text = " ".join(review_text(game, found).split())
    record = json.loads(review_record(game, found))
    sections = debriefing(game.voice, found)
    assert record["debrief"] == [
        {"heading": each.heading, "lines": [*each.lines]} for each in sections
    ]
    reader = Reader()
    reader.feed(review_page(game, found))
    page = " ".join(" ".join(reader.words).split())
    for section in sections:
        for words in section.lines:
            assert words in text
            assert words in page
    assert review_markdown(game, found).count("\n### ") == len(sections)


@examples(8)
@given(pairs)
def test_a_better_line_is_told_with_what_it_would_have_been(both: Pair) -> None:
    """Wherever a mark promises one; every decision of it can be played."""
    game, found = both
    for told in steps(game.voice, found):
        promised = told.step.promised
        assert (promised is None) or glyph_name(game.voice, promised) in told.better
        assert bool(told.better) is bool(told.step.better)
        state = game.states[told.step.ply]
        for decision in told.step.better:
            state = play(game.book, state, decision).state


@examples(8)
@given(pairs)
def test_a_program_can_add_up_the_record(both: Pair) -> None:
    """Exactly, in fractions; and each step says what it was."""
    game, found = both
    record = json.loads(review_record(game, found))
    for each in record["totals"].values():
        *parts, end = (Fraction(amount) for amount in each.values())
        assert sum(parts) == end
    for name, side in zip(game.book.side_ids, (0, 1), strict=True):
        luck = sum(Fraction(e["changes"][name]) for e in record["steps"] if e["who"] == "chance")
        assert luck == found.review.luck[side]
    assert all(each["said"] for each in record["steps"])


def test_words_that_try_to_be_markup_are_only_words() -> None:
    """Page and Markdown have the shape that they have with harmless words."""

    def shape(payload: str) -> tuple[list[str], int]:
        game = planted(payload)
        found = reviewed(game)
        reader = Reader()
        reader.feed(review_page(game, found))
        assert reader.open == []
        assert reader.links == []
        return reader.shape, review_markdown(game, found).count("\n")

    assert shape("".join(PAYLOADS)) == shape(HARMLESS)


# ---------------------------------------------------------------------- drawing

places = st.tuples(st.integers(0, 19), st.integers(0, 11))


@given(st.lists(places, min_size=1, max_size=6))
def test_no_sign_is_drawn_over_one_that_it_is_to_leave(found: list[tuple[int, int]]) -> None:
    canvas = DotCanvas(20, 12, braille=False)
    letters = "ABCDEF"[: len(found)]
    for place, letter in zip(found, letters, strict=True):
        canvas.sign(*place, letter, beside=letters)
    rows = canvas.rows()
    assert sorted("".join(rows).replace(" ", "")) == sorted(letters)
    x, y = found[0]
    assert rows[y][x] == letters[0]


@examples(8)
@given(pairs)
def test_every_point_of_the_plane_that_has_a_name_is_seen(both: Pair) -> None:
    """Also where several lie in one place; in the page and on the terminal."""
    game, found = both
    letters = sorted(each.letter for each in plane_points(game.voice, found))
    drawn = re.findall(r">([A-Z]+)</text>", plane_chart(game, found))
    assert sorted("".join(drawn)) == letters
    text = review_text(game, found, braille=False)
    rows = text[text.index("What could be reached together") :].splitlines()
    drawing = [row for row in rows if not row[:8].strip() or row[:8].strip().isdigit()]
    for letter in letters:
        assert any(letter in row[8:] for row in drawing)


@examples(8)
@given(pairs)
def test_both_curves_stand_on_one_scale_with_the_rounds_below(both: Pair) -> None:
    """Each in the look of its side, with its end beside it; no higher than the game needs."""
    game, found = both
    rows = review_rows(game, found)
    drawn = [row for row in rows if row.parts]
    looks = {look for row in drawn for words, look in row.parts if words.strip()}
    assert {*SIDES} <= looks
    for side in (0, 1):
        label = f"{game.voice.side_short(side)} {tenths(found.review.end[side])}"
        assert sum(row.words.endswith(label) for row in drawn) == 1
    every = [worth for step in found.review.steps for worth in step.worth] + [*found.review.end]
    numbers = [row.words[:6].strip() for row in drawn]
    high, *_, low = (TO_A_HUNDREDTH * int(each) for each in numbers if each.isdigit())
    step = 20 * TO_A_HUNDREDTH
    assert low <= min(every) < low + step
    assert max(every) <= high < max(max(every) + step, low + 2 * step + 1)
    (below,) = [
        row for row in drawn if row.words.split()[:1] == [game.voice.say("story.end.round")]
    ]
    assert below.words.split()[1] == str(found.line.states[0].round)
    assert all(words_of(row.parts).rstrip() == row.words for row in drawn)


def dots(rows: tuple[str, ...]) -> int:
    """How many dots are set."""
    every = (character for row in rows for character in row if character != " ")
    return sum(1 if each == "." else (ord(each) - 0x2800).bit_count() for each in every)


@given(places, places)
def test_a_line_goes_from_end_to_end_without_a_gap(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    """As many dots as the longer way has, in braille."""
    canvas = DotCanvas(10, 3)
    canvas.line(*one, *two)
    assert dots(canvas.rows()) == 1 + max(abs(one[0] - two[0]), abs(one[1] - two[1]))
    again = DotCanvas(10, 3)
    again.dot(*one)
    again.dot(*two)
    for mine, ends in zip(canvas.rows(), again.rows(), strict=True):
        for place, character in enumerate(ends):
            bits = 0 if character == " " else ord(character) - 0x2800
            assert (ord(mine[place]) - 0x2800 if bits else 0) & bits == bits


def test_a_sign_stands_over_what_is_drawn_and_nothing_is_drawn_outside() -> None:
    for braille in (True, False):
        canvas = DotCanvas(3, 1, braille=braille)
        canvas.line(-5, 0, 50, 0)
        canvas.sign(canvas.wide // 2, 0, "K")
        canvas.sign(99, 0, "X")
        (row,) = canvas.rows()
        assert len(row) == 3
        assert row[1] == "K"
        assert row[0] == row[2] == ("\u2809" if braille else ".")
