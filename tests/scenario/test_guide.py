"""The guide for authors shows pieces of the game that ``scenario new`` writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.check import check_text
from game.authoring.starter import starter
from game.balance.properties import read_gate
from game.scenario import load, shipped
from tests.scenario.full import FULL

GUIDE = (shipped("scenarios") / "README.md").read_text(encoding="utf-8")
PIECES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


def test_the_guide_has_a_piece_for_every_kind_of_entry() -> None:
    shown = "\n".join(PIECES)
    for kind in (
        "sides",
        "tracks",
        "motions",
        "arguments",
        "acts",
        "headlines",
        "drifts",
        "objectives",
        "doctrines.rules",
    ):
        assert f"[[{kind}]]" in shown
    assert "[ladder]" in shown


GATES = [piece for piece in PIECES if "[[properties]]" in piece]
ADDED = [piece for piece in PIECES if 'id = "ferry"' in piece]


@pytest.mark.parametrize("piece", [each for each in PIECES if each not in (*GATES, *ADDED)])
def test_every_piece_of_the_guide_stands_in_a_scenario_that_is_played(piece: str) -> None:
    """In the starter, or in the starter with every rule switched on."""
    assert piece in starter("two-towns") or piece in FULL


def test_what_the_guide_adds_to_the_starter_is_found_good() -> None:
    """The dead motion is no fault of the file: only play shows that it is dead."""
    (ferry,) = ADDED
    assert not check_text(f"{starter('two-towns')}\n{ferry}", "two-towns.toml")


def test_what_must_hold_is_asked_for_as_the_guide_has_it(tmp_path: Path) -> None:
    (text,) = GATES
    path = tmp_path / "gate.toml"
    path.write_text(text, encoding="utf-8")
    gate = read_gate(path, load("shared-enemy"))
    assert [each.id for each in gate.properties] == ["bargain"]
