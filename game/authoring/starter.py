"""A scenario to begin with: small, commented, and good to play as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.scenario.kinds import SPELLING
from game.scenario.reading.faults import Fault, ScenarioError
from game.text import shown

_TEMPLATE: Final = Path(__file__).with_name("starter.toml")


def starter(name: str) -> str:
    """The text of a new scenario.

    Args:
        name: its id.

    Raises:
        ScenarioError: the name cannot be an id.
    """
    if not SPELLING.fullmatch(name):
        raise ScenarioError(
            [
                Fault(
                    "bad-id",
                    "error",
                    name or '""',
                    0,
                    0,
                    "",
                    f"{shown(name)} cannot be an id.",
                    "An id has up to 40 of the characters a-z, 0-9, _ and -, "
                    "and begins with a letter.",
                )
            ]
        )
    title = " ".join(part.capitalize() for part in name.replace("_", "-").split("-") if part)
    text = _TEMPLATE.read_text(encoding="utf-8")
    return text.replace("@ID@", name).replace("@TITLE@", title)
