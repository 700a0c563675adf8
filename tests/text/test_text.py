"""The door for words: what is accepted, and what may reach a terminal."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text import clean, codepoints, faulty, shown
from game.text.door import masked
from game.text.names import alike
from game.text.paragraphs import blank, folded

# Ordinary letters, and much of what is refused.
_ODD = (
    "\x00\x07\x1b\r\n\t\v\x85\x9b\xad\u0301\u0489\u200b\u200d\u202e\u2028\u3164\ufeff"
    "\ufffe\ue000\ud800\U000e0041"
)
texts = st.text() | st.text(alphabet=st.sampled_from(_ODD + "ab é東["))


@given(texts)
def test_what_is_cleaned_is_accepted(text: str) -> None:
    assert faulty(clean(text), lines=True) is None


@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts)
def test_accepted_text_is_left_as_it_is(text: str) -> None:
    if faulty(text, lines=True) is None:
        assert clean(text) == text
    else:
        assert clean(text) != text


@given(texts, texts)
def test_cleaning_never_makes_a_control_sequence_of_harmless_pieces(one: str, other: str) -> None:
    assert faulty(clean(one) + "|" + clean(other), lines=True) is None


@given(texts)
def test_the_first_flaw_is_named_with_its_place(text: str) -> None:
    flaw = faulty(text)
    if flaw is not None:
        assert ord(text[flaw.at]) == flaw.point
        before = text[: flaw.at]
        assert faulty(before) is None or "marks" in flaw.what
        assert f"U+{flaw.point:04X}" in str(flaw)


@given(texts)
def test_a_masked_line_is_accepted_and_keeps_its_length(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert faulty(masked(text)) is None


@given(texts, st.integers(3, 80))
def test_a_quoted_value_is_one_short_printable_line(text: str, most: int) -> None:
    quoted = shown(text, most)
    assert faulty(quoted) is None
    assert quoted[0] == quoted[-1] == '"'
    assert len(quoted) <= most


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert "\n" not in folded(text, paragraphs=False)
    assert "\n\n\n" not in folded(text)


def test_line_breaks_become_spaces_and_empty_lines_part_paragraphs() -> None:
    text = "\nOne line\nand another.\n  \n\n\nA second\nparagraph.  "
    assert folded(text) == "One line and another.\n\nA second paragraph."
    assert folded(text, paragraphs=False) == "One line and another. A second paragraph."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a\x1b[2Jb", "U+001B (control character)"),
        ("a\x7f", "U+007F (control character)"),
        ("a\x9b", "U+009B (control character)"),
        ("a\nb", "U+000A (line break in a text of one line)"),
        ("a\u202eb", "U+202E (bidirectional control)"),
        ("a\u2066b", "U+2066 (bidirectional control)"),
        ("a\u200bb", "U+200B (invisible character)"),
        ("a\u200db", "U+200D (invisible character)"),
        ("a\u00adb", "U+00AD (invisible character)"),
        ("a\ufe0f", "U+FE0F (invisible character)"),
        ("a\ufeffb", "U+FEFF (invisible character)"),
        ("a\U000e0041", "U+E0041 (invisible character)"),
        ("a\u3164", "U+3164 (blank filler)"),
        ("a\ud800", "U+D800 (surrogate)"),
        ("a\ue000", "U+E000 (private-use character)"),
        ("a\U0010ffff", "U+10FFFF (noncharacter)"),
        ("a\ufdd0", "U+FDD0 (noncharacter)"),
        ("e" + "\u0301" * 5, "U+0301 (more than 4 combining marks in a row)"),
    ],
)
def test_each_kind_of_refused_character_is_named(text: str, what: str) -> None:
    assert str(faulty(text)) == what


@pytest.mark.parametrize(
    "text",
    ["Fähre “x” – 50 %", "Ёлка", "東京", "שלום", "e\u0301\u0301\u0301\u0301", "a\u00a0b", "⠿"],
)
def test_ordinary_letters_of_any_script_are_accepted(text: str) -> None:
    assert faulty(text) is None


def test_line_feeds_are_accepted_where_lines_are() -> None:
    assert faulty("a\nb", lines=True) is None
    assert faulty("a\r\nb", lines=True) is not None


def test_the_table_of_marks_has_every_mark_that_this_python_knows() -> None:
    """Newer versions of Unicode only add marks; the table is that of 15.1."""
    marks = codepoints.marks()
    for point in range(sys.maxunicode + 1):
        if unicodedata.category(chr(point)) in ("Mn", "Me"):
            assert chr(point) in marks, hex(point)


def test_every_control_surrogate_and_private_character_is_refused() -> None:
    refused = codepoints.refused()
    for point in range(sys.maxunicode + 1):
        if unicodedata.category(chr(point)) in ("Cc", "Cs", "Co", "Zl", "Zp"):
            assert refused.match(chr(point)), hex(point)
        if point & 0xFFFE == 0xFFFE:
            assert refused.match(chr(point)), hex(point)


def test_no_letter_digit_or_punctuation_is_refused() -> None:
    """But for the fillers, which are letters that cannot be seen."""
    fillers = {0x115F, 0x1160, 0x3164, 0xFFA0}
    refused = codepoints.refused()
    for point in range(sys.maxunicode + 1):
        if unicodedata.category(chr(point))[0] in "LNPS" and point not in fillers:
            assert not refused.match(chr(point)), hex(point)


def test_a_text_is_judged_by_the_tables_whatever_it_is_made_of() -> None:
    """Also one that is made of usual characters, for which they are not asked."""
    for character in map(chr, range(0x3000)):
        known = codepoints.refused().match(character) or character in codepoints.marks()
        assert (faulty(character * (codepoints.STACK + 1)) is not None) == bool(known)


def test_a_text_of_spaces_has_nothing_to_read() -> None:
    assert blank("")
    assert blank(" \u00a0\u3000\n ")
    assert not blank(" a ")


def test_names_that_differ_in_case_width_or_spaces_look_alike() -> None:
    assert alike("Train  them ") == alike("ＴＲＡＩＮ them")
    assert alike("ﬁx") == alike("FIX")
    assert alike("Train") != alike("Trains")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"),
        (3, "3"),
        (10**30, "a number of more than 20 digits"),
        (1.5, "1.5"),
        ("a\nb", '"a\\nb"'),
        ('say "no"', '"say \\"no\\""'),
        ("\x1b[2J", '"\\u001b[2J"'),
        ("x" * 58, '"' + "x" * 58 + '"'),
        ("x" * 59, '"' + "x" * 57 + '…"'),
        ("\x1b" * 100, '"' + "\\u001b" * 9 + '…"'),
        (None, "null"),
        ([1, 2], "a list of 2"),
        ({"a": 1}, "a table"),
    ],
)
def test_a_value_is_quoted_as_a_person_can_read_it(value: object, said: str) -> None:
    assert shown(value) == said
