"""The guide for authors shows pieces of the game that ``scenario new`` writes."""

from __future__ import annotations

import re

import pytest

from game.authoring.starter import starter
from game.scenario import shipped
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


@pytest.mark.parametrize("piece", PIECES)
def test_every_piece_of_the_guide_stands_in_a_scenario_that_is_played(piece: str) -> None:
    """In the starter, or in the starter with every rule switched on."""
    assert piece in starter("two-towns") or piece in FULL
