"""A translation says of which words it was made, and every text that has changed since is named."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.check import check
from game.authoring.sums import _leaves, stale, sums, words_table
from game.scenario import ScenarioError, load, translate
from game.scenario.catalogue import ids, read_side_file
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import spelt
from game.scenario.reading.precheck import LINE
from game.scenario.reading.translation import _told, texts
from tests.books import RULES_3
from tests.scenarios.test_translation import SCENARIO, TEXT, TRANSLATED, WHERE, changed, few, line


@pytest.mark.parametrize(("name", "language"), TRANSLATED)
def test_a_shipped_translation_was_made_of_the_words_that_the_scenario_has_now(
    name: str | Path, language: str
) -> None:
    """If this fails, words of the scenario have changed: translate them, and when the side file
    says the same again, give the text its sum there, as ``scenario check`` tells.
    """
    assert stale(load(name), *read_side_file(name, language)) == ()


ALL_SUMS = sums(SCENARIO)
TABLE = f"format = 1\n{words_table(SCENARIO)}"


def rewritten(place: tuple[Any, ...], words: str) -> Scenario:
    """The scenario with another text at one place, which is named as in a side file."""
    (path,) = (leaf.path for at, leaf in texts(SCENARIO) if at == place)
    told = _told(SCENARIO, (), {path: words})
    assert isinstance(told, Scenario)
    return told


@few
@given(st.sampled_from(sorted(ALL_SUMS, key=spelt)), st.text("abc ", min_size=1))
def test_whatever_text_changes_that_one_is_named_and_no_other(
    place: tuple[Any, ...], words: str
) -> None:
    older = rewritten(place, f"{words}!")
    (found,) = stale(older, TABLE, WHERE)
    assert (found.path, found.now, found.marked) == (place, f"{words}!", True)
    assert TABLE.replace(ALL_SUMS[place], found.sum) != TABLE


def test_a_translation_of_older_words_is_read_all_the_same() -> None:
    """A save may hold an older scenario, and is told in another language nevertheless."""
    older = rewritten(("summary",), "An older summary.")
    assert [each.path for each in stale(older, TEXT, WHERE)] == [("summary",)]
    assert translate(older, TEXT, WHERE) == translate(SCENARIO, TEXT, WHERE)
    renewed = TEXT[: TEXT.index("[words]")] + words_table(older)
    assert stale(older, renewed, WHERE) == ()


def test_the_table_of_sums_has_every_text_and_is_read_as_it_was_written() -> None:
    for name in ids():
        own = load(name)
        table = words_table(own)
        assert dict(_leaves(tomllib.loads(table)["words"], ())) == sums(own)
        assert stale(own, table, name) == ()
        assert max(map(len, table.split("\n"))) < LINE


def test_a_text_without_a_sum_and_a_sum_without_a_text_are_named() -> None:
    """As after an entry was added to the scenario, or taken out."""
    renamed = changed("motions.arm = ", "motions.gone = ")
    found = stale(SCENARIO, renamed, WHERE)
    assert [(each.path, each.marked) for each in found if each.now is not None] == [
        (("motions", "arm", part), False) for part in ("name", "short", "text")
    ]
    assert [each.path for each in found if each.now is None] == [
        ("words", "motions", "gone", part) for part in ("name", "short", "text")
    ]


def test_a_side_file_without_sums_is_taken_at_its_word() -> None:
    unsaid = TEXT[: TEXT.index("[words]")]
    older = attrs.evolve(SCENARIO, summary="An older summary.")
    assert stale(older, unsaid, WHERE) == ()
    assert translate(older, unsaid, WHERE) == translate(SCENARIO, TEXT, WHERE)


def test_sums_that_are_no_table_are_refused() -> None:
    with pytest.raises(ScenarioError, match="scenario words shared-enemy prints it"):
        stale(SCENARIO, 'words = "22e3ecd42cce"\n' + TEXT[: TEXT.index("[words]")], WHERE)


# ---------------------------------------------------------------------- a side file by itself


def test_a_translation_given_as_a_scenario_is_told_from_one(tmp_path: Path) -> None:
    """In one sentence, not by all that a scenario has and it has not."""
    path = tmp_path / "own.ru.toml"
    path.write_text(TEXT, encoding="utf-8")
    for where in (path, RULES_3.with_name("shared-enemy.ru.toml")):
        with pytest.raises(ScenarioError) as caught:
            load(where)
        (fault,) = caught.value.faults
        assert (fault.code, fault.line) == ("side-file", line("translates ="))
        assert 'a translation of "shared-enemy"' in fault.message
    assert [fault.code for fault in check(path)] == ["side-file"]
    path.write_text("format = 1\ntranslates = 3\n", encoding="utf-8")
    assert [fault.code for fault in check(path)] == ["side-file"]
