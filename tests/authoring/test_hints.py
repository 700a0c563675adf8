"""What an author is told can be acted on as it stands: every hint says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.check import check, check_text
from game.authoring.codes import Code
from game.scenario import Fault, ScenarioError, load, read_text
from game.scenario.catalogue import read_side_file
from tests.authoring.test_codes import EXAMPLES, STARTER
from tests.books import RULES_3
from tests.scenario.hostile import Hostile, hostile
from tests.scenario.mutants import mutant

SHIPPED = read_text(RULES_3)[0]
TO_DO = re.compile(
    r"(?:^|[.:;,?] (?:and |or |then )?)"
    r"(?:Add|Ask|Break|Change|Check|Choose|Close|Compare|Give|Let|Lower|Make|Move|Name|Put|Raise|"
    r"Save|Shorten|Start|Swap|Take|Translate|Use|Write)\b",
    re.IGNORECASE,
)
"""A clause that begins with what to do."""

GRAMMAR = re.compile(
    r"(?:is key = value|has one key = value|stands? in (?:quotes|straight ones)|"
    r"letters, digits, _|stand between commas|begins with \[name\])"
)
"""Or how such a place is written, where the file is no TOML."""


def idle(faults: tuple[Fault, ...]) -> list[str]:
    """The faults whose hint leaves the author alone."""
    return [
        f"{fault.code}: {fault.message} {fault.hint}"
        for fault in faults
        if not fault.hint.startswith("Did you mean")
        and not TO_DO.search(fault.hint)
        and not (fault.code == "not-toml" and GRAMMAR.search(fault.hint))
    ]


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.name)
def test_each_kind_of_fault_says_what_to_do(code: Code) -> None:
    assert idle(check_text(STARTER.replace(code.right, code.wrong, 1), "a.toml")) == []


@pytest.mark.parametrize("each", tuple(hostile())[::9], ids=lambda each: each.name)
def test_each_fault_of_a_hostile_file_says_what_to_do(each: Hostile, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(each.data)
    found = check(path)
    assert found
    assert idle(found) == []


@given(st.builds(Random, st.integers(0, 2**32 - 1)))
@settings(max_examples=60)
def test_each_fault_of_a_scenario_that_was_changed_says_what_to_do(random: Random) -> None:
    assert idle(check_text(mutant(random, SHIPPED), "a.toml")) == []


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *(("nowhere.toml", None), ("nowhere", None), ("shared-enmy", None), (".", None)),
        *((".toml", None), ("shared-enemy", "xx"), ("shared-enemy", "Russian"), ("a/b\0c", None)),
    ],
)
def test_what_cannot_be_found_says_what_to_do(name: str, language: str | None) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(Path(name) if name == "." else name, language)
    assert idle(caught.value.faults) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('language = "ru"', 'language = "de"'),
        ('translates = "shared-enemy"', 'translates = "paris-thaw"'),
        ("[motions.arm]", "[motions.arms]"),
        ('motions.arm = { name = "', 'motions.arm = { name = "0'),
        ("motions.arm = {", "motions.away = {"),
    ],
)
def test_each_fault_of_a_translation_says_what_to_do(old: str, new: str, tmp_path: Path) -> None:
    text = read_side_file(RULES_3, "ru")[0]
    assert text.count(old) == 1
    (tmp_path / "own.toml").write_text(SHIPPED, encoding="utf-8")
    side = tmp_path / "own.ru.toml"
    side.write_text(text.replace(old, new), encoding="utf-8")
    found = check(side)
    assert found
    assert idle(found) == []
