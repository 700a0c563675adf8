"""Colours for pages and pictures, on light and on dark ground.

A side's colour marks and fills, and never is all that tells something: names, signs and places
say the same. Text is written in ``text`` and ``dim``, at least 4.5:1 on its ground.
"""

from __future__ import annotations

import re
from typing import Final

from game.scenario.model import Scenario

LIGHT, DARK = 0, 1

_GROUND: Final = {
    "ground": ("#ffffff", "#14171c"),
    "panel": ("#f4f5f7", "#1d2229"),
    "edge": ("#c5cad3", "#3d4552"),
    "text": ("#1a1d23", "#e6e9ee"),
    "dim": ("#555d6b", "#9fa8b7"),
    "good": ("#1a7a3c", "#63c587"),
    "warn": ("#9a5b00", "#e5ad4c"),
    "bad": ("#b3261e", "#ff8a80"),
    "track": ("#5b6472", "#8d97a8"),
}

_NAMED: Final = {
    "blue": ("#2457d6", "#82aaff"),
    "cyan": ("#0e7490", "#6fd3e0"),
    "green": ("#1a7a3c", "#8fd18f"),
    "magenta": ("#9a2aa8", "#e29bf0"),
    "red": ("#c42b2b", "#ff8a80"),
    "yellow": ("#8a6a00", "#e6c85c"),
}

_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


def inks(scenario: Scenario, ground: int) -> dict[str, str]:
    """All colours by name on one ground; the sides' are ``side0`` and ``side1``."""
    found = {name: pair[ground] for name, pair in _GROUND.items()}
    for number, side in enumerate(scenario.sides):
        found[f"side{number}"] = _tint(side.color, ground)
    return found


def _tint(color: str, ground: int) -> str:
    """A side's colour: the scenario's own if it is written in numbers, else by its name."""
    if _HEX.fullmatch(color):
        return color
    return _NAMED.get(color, _GROUND["track"])[ground]
