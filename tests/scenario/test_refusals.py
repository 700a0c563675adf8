"""Refusals that need more than one wrong piece, or no piece at all."""

from __future__ import annotations

import re
import tomllib

import pytest

from game.authoring.starter import starter
from game.scenario import ScenarioError, parse
from game.scenario.kinds import SIZE
from tests.scenario.trials import faults

STARTER = starter("two-towns")


def codes(*changes: tuple[str, str]) -> list[str]:
    """The codes of the faults of the starter with some pieces replaced everywhere."""
    text = STARTER
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return [fault.code for fault in faults(text)]


def test_a_track_cannot_have_the_name_of_a_sides_own_number() -> None:
    assert "repeated-id" in codes(('id = "trust"', 'id = "upper_score"'))


def test_a_variant_cannot_start_in_collapse() -> None:
    assert codes(("start = { flood = 2, quarrel = 4 }", "start = { flood = 10 }")) == [
        "collapse-at-start"
    ]


def test_a_variant_may_start_a_side_richer() -> None:
    assert codes(("start = { flood = 2, quarrel = 4 }", "start = { upper_capital = 8 }")) == []
    assert codes(("start = { flood = 2, quarrel = 4 }", "start = { upper_capital = 9 }")) == [
        "start-outside"
    ]


def test_a_byte_order_mark_is_named_alone() -> None:
    found = faults("\ufeff" + STARTER + "\x00")
    assert [(fault.code, fault.line, fault.column) for fault in found] == [
        ("byte-order-mark", 1, 1)
    ]


def test_a_text_that_is_too_large_is_not_read_at_all() -> None:
    found = faults("é" * (SIZE // 2) + "\x00")
    assert [(fault.code, fault.line) for fault in found] == [("too-large", 1)]
    assert faults("é" * (SIZE // 2))[0].code == "long-line"


@pytest.mark.parametrize("error", [RecursionError("too deep"), ValueError("odd")])
def test_whatever_the_parser_raises_is_a_refusal(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise error

    monkeypatch.setattr(tomllib, "loads", fail)
    with pytest.raises(ScenarioError, match=str(error)):
        parse("a = 1", "a.toml")


def test_of_a_newer_format_nothing_else_is_said() -> None:
    (fault,) = faults("format = 7\nwhatever = 1\n")
    assert fault.code == "other-format"
    assert "newer version of the game" in fault.hint
    (fault,) = faults("format = 0\nwhatever = 1\n")
    assert fault.hint == "Write format = 1."


def test_faults_of_ids_do_not_make_every_mention_of_them_a_fault() -> None:
    """An id that is badly spelt names its entry all the same."""
    assert codes(('"sandbags"', '"Sandbags"')) == ["bad-id"]
    missing = STARTER.replace('id = "sandbags"\n', "")
    assert [fault.code for fault in faults(missing)] == ["missing-key"]


def test_a_doctrine_without_rules_is_told_of_once() -> None:
    head = STARTER[: STARTER.index("[[doctrines.rules]]")]
    tail = STARTER[STARTER.index("[[variants]]") :]
    assert [fault.code for fault in faults(head + tail)] == ["missing-key"]
    assert [fault.code for fault in faults(f"{head}rules = []\n{tail}")] == ["wrong-count"]
    bare = '[[doctrines.rules]]\nreason = "Why."\nprefer = []\n'
    assert [fault.code for fault in faults(head + bare + tail)] == ["wrong-count"]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a = 1\na = 2\n", 2, 1, "This key stands here for the second time."),
        ("a = 1\n  a = [\n2]\n", 3, 3, "This key stands here for the second time."),
        ("a = “b”\n", 1, 5, "This is a curly quotation mark."),
        ("a = 1\n“a” = 2\n", 2, 1, "This is a curly quotation mark."),
        ("[a]\nb = 1\n[a]\n", 3, 1, "There is a table of this name already."),
        ("a = { b = 1, b = 2 }\n", 1, 19, "A key stands in these braces for the second time."),
        ("a: 1\n", 1, 2, "There is no = after this key."),
        ("[a\nb = 1\n", 1, 3, "This header does not end."),
        ("[[a]\n", 1, 4, "This header does not end."),
        ("a = 1 b = 2\n", 1, 7, "Something follows here that does not belong to the line."),
        ("a = yes\n", 1, 5, "yes is no value."),
        ("a = True\n", 1, 5, "True is no value."),
        ("a = +\n", 1, 5, "Here is no value."),
        ("a = # five\n", 1, 5, "A value is missing here."),
        ("a = 05\n", 1, 5, "No number begins with 0."),
        ("a = 1,\n", 1, 6, "A line does not end with a comma."),
        ("= 1\n", 1, 1, "This line is neither a key nor a header."),
        ("a.=1\n", 1, 3, "No key can begin like this."),
        ("a = [1 2]\n", 1, 8, "There is no comma before this entry."),
        ("a = [\n  'b'\n  'c'\n]\n", 3, 3, "There is no comma before this entry."),
        ("a = { b = 1 c = 2 }\n", 1, 13, "There is no comma before this key."),
        ("a = { b = 1, }\n", 1, 12, "Here is a comma too many."),
        ("a = [1,, 2]\n", 1, 8, "Here is a comma too many."),
        ("a = [{ b = 1 },\n{ b = 2, }]\n", 2, 8, "Here is a comma too many."),
        ("a = [1, 2\nb = 3\n", 1, 5, "A list begins here and does not end."),
        ("a = {\n  b = 1\n}\n", 1, 5, "Braces begin here and do not end on this line."),
        ("a = { b = 1, # so\n c = 2 }\n", 1, 5, "Braces begin here and do not end on this line."),
        (
            *("[a]\nb = 1\n[[a]]\n", 3, 1),
            "a begins with double brackets here, and with single ones in line 1.",
        ),
        (
            *("[[a]]\nb = 1\n[a]\n", 3, 1),
            "a begins with single brackets here, and with double ones in line 1.",
        ),
        ("a = []\n[[a]]\n", 2, 1, "a has a value already, in line 1."),
        ('a = "\\q"\n', 1, 8, "A backslash in a text begins an escape, and this is none."),
        ('a = "\\ud800"\n', 1, 12, "This escape stands for no character."),
        ('a = "\\uzzzz"\n', 1, 8, "This escape stands for no character."),
        ("a = 2001-02-31\n", 1, 5, "There is no such date."),
    ],
)
def test_slips_of_toml_are_told_in_plain_words(
    text: str, line: int, column: int, message: str
) -> None:
    (fault,) = faults(text)
    assert (fault.code, fault.message) == ("not-toml", message)
    assert fault.line == line
    assert fault.hint
    assert abs(fault.column - column) <= 4  # parsers point before or behind it


@pytest.mark.parametrize("around", ["a = {}3", "a{} = 3", "a = 3{}", "{}a = 3", "a = [1,{}2]"])
@pytest.mark.parametrize(
    ("character", "name", "hint"),
    [
        ("\u00a0", "no-break space (U+00A0)", "Write an ordinary space."),
        ("\u3000", "ideographic space (U+3000)", "Write an ordinary space."),
        ("\u2212", "minus sign (U+2212)", "Write a plain hyphen-minus, -"),
        ("\u2013", "en dash (U+2013)", "Write a plain hyphen-minus, -"),
        ("\uff1d", "fullwidth equals sign (U+FF1D)", "Write = in its place."),
        ("ы", "cyrillic small letter yeru (U+044B)", "Put a text in quotes"),
    ],
)
def test_a_character_outside_a_text_is_named(
    around: str, character: str, name: str, hint: str
) -> None:
    (fault,) = faults(around.replace("{}", character))
    assert fault.message == f"A character stands outside a text here: {name}."
    assert fault.hint.startswith(hint)
    assert fault.column == around.index("{}") + 1


@pytest.mark.parametrize(
    ("lost", "hint"),
    [
        ("rounds = 6", "Add a line that begins with rounds = before the first table."),
        ("[debate]", "Add a table that begins with [debate]."),
        ("[[motions]]", "Add entries, each of which begins with [[motions]]."),
        (
            "[[acts]]",
            (
                "Add entries, each of which begins with [[acts]]; "
                "or write acts = [] before the first table, if there are none."
            ),
        ),
        ("cost = 3", "Add a line that begins with cost ="),
        ("min = 0", "Add min = in the braces."),
    ],
)
def test_what_is_missing_is_added_as_it_is_written(lost: str, hint: str) -> None:
    """A list as entries, a table with its header, a key in its line or its braces."""
    assert lost in STARTER
    if lost.startswith("["):
        parts = re.split(r"(?m)^(?=\[)", STARTER)
        mine = f"{lost.strip('[]')}."
        text = "".join(
            each for each in parts if not each.lstrip("[").startswith((lost.strip("["), mine))
        )
    else:
        text = re.sub(rf"{re.escape(lost)}(?:, )?", "", STARTER, count=1)
    missing = [each for each in faults(text) if each.code == "missing-key"]
    assert hint in [each.hint for each in missing]


def test_a_table_where_a_list_belongs_is_told_both_ways_to_write_it() -> None:
    needs = '[{ carried = "sandbags" }]'
    (fault,) = faults(STARTER.replace(f"needs = {needs}", f"needs = {needs[1:-1]}", 1))
    assert fault.hint == (
        "Write a list in brackets, [{ … }]; or each entry begins with [[motions.needs]]."
    )
