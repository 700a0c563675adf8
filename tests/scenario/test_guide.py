"""The guide for authors shows pieces of the game that ``scenario new`` writes."""

from __future__ import annotations

import re

import pytest

from game.scenario import shipped
from game.scenario.starter import starter

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
def test_every_piece_of_the_guide_stands_in_the_starter(piece: str) -> None:
    assert piece in starter("two-towns")
