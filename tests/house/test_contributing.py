"""What CONTRIBUTING.md says of the house is so."""

from __future__ import annotations

import re

from tests.house.source import ROOT
from tests.house.test_imports import FLOORS

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:game|tests|bench|docs)/[\w/.-]+)`", TEXT))
    assert len(named) > 20
    assert not {name for name in named if not (ROOT / name).exists()}


def test_the_plan_of_the_house_is_the_one_that_is_kept() -> None:
    """Every room on its floor; the house has no room that is not told of."""
    rows = re.findall(r"^\| (\d) \| (.*?) \|", TEXT, re.MULTILINE)
    told = {
        name.removesuffix(".py"): int(floor)
        for floor, rooms in rows
        for name in re.findall(r"`game/([\w.]+)`", rooms)
    }
    rooms = {path.name.removesuffix(".py") for path in (ROOT / "game").iterdir()}
    assert told == {room: floor for room, floor in FLOORS.items() if room in told}
    assert rooms & FLOORS.keys() - told.keys() <= {"__main__"}
