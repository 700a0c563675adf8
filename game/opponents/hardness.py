"""How hard an opponent is for whoever plays against it, as it was measured.

The one table of it lies beside the characters. It is of use to whoever chooses an opponent, and to
nobody who decides.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType

from game.scenario.cast import FOLDER, MEASURED
from game.scenario.catalogue import shipped


class Hardness(Enum):
    """How hard an opponent is, the easiest first. The value is the word of the table."""

    FIRST_GAME = "first_game"
    EASY = "easy"
    FAIR = "fair"
    HARD = "hard"
    VERY_HARD = "very_hard"


def hardness(seat: str) -> Hardness | None:
    """How hard whoever plays a seat is, by its name; nothing if that was not measured.

    >>> hardness("student")
    <Hardness.FIRST_GAME: 'first_game'>
    """
    return measured().get(seat)


@cache
def measured() -> Mapping[str, Hardness]:
    """The table; empty if its file is not there or cannot be read."""
    path = shipped("scenarios") / FOLDER / f"{MEASURED}.toml"
    try:
        return table(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return MappingProxyType({})


def table(text: str) -> Mapping[str, Hardness]:
    """The table that a text holds. What is no word of it is passed over: a game can be played
    without.
    """
    try:
        found = tomllib.loads(text).get("hard")
    except (tomllib.TOMLDecodeError, RecursionError):
        found = None
    known = {each.value: each for each in Hardness}
    rows = found.items() if isinstance(found, dict) else ()
    return MappingProxyType(
        {name: known[word] for name, word in rows if isinstance(word, str) and word in known}
    )
