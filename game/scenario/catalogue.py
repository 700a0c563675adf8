"""Which scenarios there are, and finding one by its id or as a file."""

from __future__ import annotations

from pathlib import Path

from game.scenario.model import Scenario
from game.scenario.read import parse


def load(name: str | Path) -> Scenario:
    path = Path(__file__).parents[2] / "scenarios" / f"{name}.toml"
    return parse(path.read_text(encoding="utf-8"), str(path))
