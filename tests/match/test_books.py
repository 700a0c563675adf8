"""A scenario's text is read once, however many saves hold it and lists show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import books
from game.match.books import rulebook
from game.scenario import Scenario, ScenarioError, load, parse, scenarios, texts
from game.scenario.recent import Recent
from tests.match.games import WELL


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read, with nothing kept from before."""
    found: list[str] = []

    def counted(text: str, where: str) -> Scenario:
        found.append(text)
        return parse(text, where)

    monkeypatch.setattr("game.scenario.reading.read.parse", counted)
    monkeypatch.setattr(texts, "_scenarios", Recent())
    monkeypatch.setattr(books, "_books", Recent())
    return found


def test_a_text_is_read_once_for_all_variants_of_its_start(reads: list[str]) -> None:
    """And compiled once for each."""
    plain = rulebook(WELL, "a", None)
    wet = rulebook(WELL, "b", "wet")
    assert plain is not wet
    assert plain.scenario is wet.scenario
    assert rulebook(WELL, "c", None) is plain
    assert rulebook(WELL, "d", "wet") is wet
    assert reads == [WELL]


def test_what_was_asked_for_longest_ago_is_forgotten_first(reads: list[str]) -> None:
    """Many scenarios do not fill the memory, and the one in use stays."""
    for number in range(40):
        rulebook(f"{WELL}# {number}", "x", None)
        rulebook(WELL, "x", None)
    assert reads.count(WELL) == 1
    rulebook(f"{WELL}# 0", "x", None)
    assert reads.count(f"{WELL}# 0") == 2


def test_a_text_with_faults_is_not_kept(reads: list[str]) -> None:
    """The error names the file that was asked about."""
    for where in ("first.toml", "second.toml"):
        with pytest.raises(ScenarioError, match=where):
            rulebook("title = 1", where, None)
    assert len(reads) == 2


def test_a_file_is_read_anew_when_its_text_has_changed(reads: list[str], tmp_path: Path) -> None:
    """Until then it is read once, by whatever name."""
    files = [tmp_path / name for name in ("one.toml", "two.toml")]
    for file in files:
        file.write_text(WELL, encoding="utf-8")
    first, second = map(load, files)
    assert first is second
    changed = WELL.replace('title = "', 'title = "Another ', 1)
    files[0].write_text(changed, encoding="utf-8")
    assert load(files[0]).title.startswith("Another ")
    assert load(files[1]) is first
    assert reads == [WELL, changed]


def test_the_list_of_what_ships_is_read_once(reads: list[str]) -> None:
    assert scenarios() == scenarios()
    assert len(reads) == len(scenarios())
