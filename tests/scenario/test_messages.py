"""What authors are told is what was agreed on."""

from __future__ import annotations

import pytest

from game.authoring.check import check_text
from game.authoring.starter import starter
from game.scenario.reading.faults import MOST_SHOWN, Fault, ScenarioError
from tests.scenario.messages import FILE, MISTAKES, messages


def test_ten_typical_mistakes_are_told_as_agreed() -> None:
    """``python -m tests.scenario.messages`` writes the file anew."""
    assert len(MISTAKES) == 10
    assert messages() == FILE.read_text(encoding="utf-8")


def fault(number: int = 1, source: str = "income = 2", column: int = 10, width: int = 1) -> Fault:
    """Some fault."""
    message = f"Fault {number}."
    return Fault(
        "wrong-type", "error", "a.toml", number, column, "income", message, "", (), source, width
    )


def test_a_message_writes_out_twenty_faults_and_counts_the_rest() -> None:
    error = ScenarioError(fault(number) for number in range(1, 31))
    assert len(error.faults) == 30
    assert str(error).count("[wrong-type]") == MOST_SHOWN == 20
    assert str(error).endswith("... and 10 more like these.")
    assert isinstance(error, ValueError)


def test_a_fault_of_a_file_as_a_whole_has_no_line_and_no_excerpt() -> None:
    whole = Fault("no-file", "error", "x.toml", 0, 0, "", "There is no such file.", "Check it.")
    assert str(whole) == "x.toml  [no-file]\n  There is no such file. Check it."


def test_a_warning_says_that_it_is_one() -> None:
    warning = Fault("always-true", "warning", "x.toml", 3, 1, "a", "It holds.", "Why?", (), "a")
    assert str(warning).splitlines()[1] == "  warning: It holds. Why?"


def test_a_long_line_is_shown_around_the_fault() -> None:
    source = "x" * 500 + "HERE" + "y" * 500
    head, said, line, caret = str(fault(7, source, 501, 4)).splitlines()
    assert head == "a.toml:7:501  income  [wrong-type]"
    assert said == "  Fault 1." or said == "  Fault 7."
    assert len(line) < 105
    assert line[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_the_caret_stands_under_wide_letters() -> None:
    *_, line, caret = str(fault(7, '"東京" = 2', 8, 1)).splitlines()
    assert line.index("2") + 2 == caret.index("^")  # two letters take two cells each


def test_tabs_count_as_one_column() -> None:
    *_, line, caret = str(fault(7, "\t\tincome = 2", 12, 1)).splitlines()
    assert line[caret.index("^")] == "2"


def test_many_known_values_are_cut_short() -> None:
    known = tuple(f"k{number}" for number in range(30))
    text = str(Fault("unknown-key", "error", "a.toml", 1, 1, "k", "No.", "", known, "k"))
    assert "Known: k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, and 18 more" in text


@pytest.mark.parametrize("odd", [r"\n- and more", "k" * 1_500, r"\u001b[2J" * 40])
def test_ids_that_are_offered_are_short_and_on_the_line(odd: str) -> None:
    """Whatever was written where an id belongs."""
    text = starter("two-towns").replace('carried = "sandbags"', f'carried = "{odd}"')
    unknown = [each for each in check_text(text, "a.toml") if each.code == "unknown-motion"]
    assert unknown
    for each in unknown:
        _, said, *_ = lines = str(each).split("\n")
        assert len(lines) == 4
        assert "Known: " in said
        assert len(said) < 300
        assert "k" * 61 not in said


def test_a_path_that_means_harm_is_cleaned() -> None:
    harm = Fault(
        "no-file", "error", "\x1b[2J\n" + "a" * 300, 1, 1, "", "No.", "", (), "\x1b]0;x\x07"
    )
    text = str(harm)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert len(text.splitlines()[0]) < 150
