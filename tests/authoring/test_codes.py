"""Every fault has a code, and every code an explanation whose example has that fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game.authoring
import game.scenario
import game.teaching
from game.authoring.check import check_text
from game.authoring.codes import Code, codes, explain
from game.authoring.starter import starter
from game.scenario import ScenarioError
from game.text import faulty

STARTER = starter("two-towns")
EXAMPLES = [code for code in codes().values() if code.right]
WITHOUT = [code.name for code in codes().values() if not code.right]
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in (game.scenario, game.authoring, game.teaching)
    for path in Path(room.__path__[0]).rglob("*.py")
)
WARNINGS = (
    *("always-true", "collapse-never", "threshold-never", "threshold-always", "same-colour"),
    *("motion-never", "argument-never", "argument-unanswered", "attack-never", "act-never"),
    *("headline-never", "drift-never", "drift-loop", "objective-never", "collapse-pays"),
    *("doctrine-wish-never", "doctrine-rule-never", "window-shut", "fork-needed"),
    *(
        "mood-unspoken",
        "thaw-pays-less",
        "epilogue-never",
        "silence-never",
        "situation-idle",
        "line-never",
    ),
)


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.name)
def test_an_example_has_its_fault_and_no_other(code: Code) -> None:
    assert code.right in STARTER
    found = check_text(STARTER.replace(code.right, code.wrong, 1), "a.toml")
    assert {fault.code for fault in found} == {code.name}
    wanted = "warning" if code.name in WARNINGS else "error"
    assert {fault.severity for fault in found} == {wanted}
    assert all(fault.line > 0 and fault.column > 0 for fault in found)
    assert all(fault.hint or fault.known for fault in found)


def test_codes_without_an_example_are_about_files_as_a_whole_characters_or_lessons() -> None:
    assert WITHOUT == [
        "unknown-scenario",
        "unknown-translation",
        "other-scenario",
        "bad-language",
        "other-language",
        "stale-translation",
        "side-file",
        "no-file",
        "not-a-file",
        "unreadable-file",
        "too-large",
        "not-utf-8",
        "byte-order-mark",
        "long-line",
        "side-idle",
        "many-decisions",
        "fork-one-branch",
        "situation-idle",
        "unknown-character",
        "large-character",
        "red-line-wish",
        "red-line-best",
        "red-line-empty",
        "red-line-stuck",
        "red-line-idle",
        "unknown-gap",
        "stray-brace",
        "grave-no-news",
        "role-nobody",
        "occasion-unspoken",
        "unknown-lesson",
        "lesson-id",
        "lesson-scenario",
        "unknown-start",
        "happening-empty",
        "step-empty",
        "lesson-endless",
        "lesson-seat",
        "lesson-turn",
        "lesson-over",
        "step-done",
        "opening-unplayable",
    ]


def test_every_code_in_use_is_explained_and_every_explained_code_is_in_use() -> None:
    used = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', SOURCE))
    kinds = ["side", "track", "motion", "tag", "argument", "value", "ending", "colour", "word"]
    kinds += ["scenario", "character", "lesson"]
    used |= {f"unknown-{kind}" for kind in kinds}
    assert set(codes()) <= used
    assert used - set(codes()) == {
        *("shared-enemy", "paris-thaw", "helsinki-1975"),
        *("unknown-code", "utf-8"),
    }


@pytest.mark.parametrize("name", sorted(codes()))
def test_an_explanation_is_plain_text(name: str) -> None:
    said = explain(name)
    assert said.startswith(f"{name}\n\n")
    assert faulty(said, lines=True) is None


def test_an_unknown_code_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(ScenarioError, match='Did you mean "unknown-track"') as caught:
        explain("unknown-trakc")
    assert caught.value.faults[0].code == "unknown-code"
