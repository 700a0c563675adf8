"""Files that do not mean well are refused, quickly and in plain words.

Here every sixth of them; ``python -m tests.scenario.campaign hostile`` takes them all, each in
a process of its own whose memory is measured.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.scenario import ScenarioError, load
from tests.scenario.hostile import Hostile, hostile
from tests.scenario.trials import assert_safe

ALL = tuple(hostile())
WHOLE = {"too-large", "not-utf-8"}
"""Codes of faults that may have no line, for they are found before there are lines."""


def test_there_are_more_than_three_hundred_of_them() -> None:
    assert len({each.name for each in ALL}) == len(ALL) > 300
    assert len({each.data for each in ALL}) == len(ALL)


def seconds(path: Path) -> float:
    """The processor's time for refusing a file."""
    begun = time.process_time()
    with pytest.raises(ScenarioError):
        load(path)
    return time.process_time() - begun


@pytest.mark.parametrize("each", ALL[::6], ids=lambda each: each.name)
def test_a_hostile_file_is_refused(each: Hostile, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(each.data)
    with pytest.raises(ScenarioError) as caught:
        load(path)
    assert_safe(caught.value)
    assert seconds(path) < 1 or seconds(path) < 1  # the machine may have been busy
    for fault in caught.value.faults:
        assert fault.severity == "error"
        assert fault.line > 0 or fault.code in WHOLE
        assert fault.hint or fault.known
