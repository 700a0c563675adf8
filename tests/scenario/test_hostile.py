"""Files that do not mean well are refused, without much ado and in plain words.

Here every sixth of them; ``python -m tests.scenario.campaign hostile`` takes them all, each in
a process of its own whose memory is measured.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario import ScenarioError, load
from tests.scenario.hostile import Hostile, hostile
from tests.scenario.trials import assert_safe, most_steps
from tests.steps import counted

ALL = tuple(hostile())
WHOLE = {"too-large", "not-utf-8"}
"""Codes of faults that may have no line, for they are found before there are lines."""


def test_there_are_more_than_three_hundred_of_them() -> None:
    assert len({each.name for each in ALL}) == len(ALL) > 300
    assert len({each.data for each in ALL}) == len(ALL)


@pytest.mark.parametrize("each", ALL[::6], ids=lambda each: each.name)
def test_a_hostile_file_is_refused(each: Hostile, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(each.data)
    with pytest.raises(ScenarioError) as caught:
        load(path)
    assert_safe(caught.value)
    for fault in caught.value.faults:
        assert fault.severity == "error"
        assert fault.line > 0 or fault.code in WHOLE
        assert fault.hint or fault.known


@pytest.mark.parametrize("each", ALL[::60], ids=lambda each: each.name)
def test_a_hostile_file_costs_no_more_than_its_length(each: Hostile, tmp_path: Path) -> None:
    """The steps until it is refused are so many for each of its bytes, whatever stands in it."""
    path = tmp_path / "a.toml"
    path.write_bytes(each.data)
    with counted() as steps, pytest.raises(ScenarioError):
        load(path)
    assert steps.count <= most_steps(len(each.data))
