"""How hard an opponent is for whoever plays against it, as it was measured.

The one table of it lies beside the characters. It is of use to whoever chooses an opponent, and to
nobody who decides.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from math import inf

from attrs import field

from game.scenario.cast import FOLDER, MEASURED
from game.scenario.catalogue import shipped
from game.value import frozen


class Hardness(Enum):
    """How hard an opponent is, the easiest first. The value is the word of the table."""

    FIRST_GAME = "first_game"
    EASY = "easy"
    FAIR = "fair"
    HARD = "hard"
    VERY_HARD = "very_hard"


@frozen
class HardnessTable:
    """What is known of opponents.

    Attributes:
        words: by the id of a scenario, and nothing for all others, how hard each seat is.
        figures: by the same what was measured of each seat, by a name for each number.
    """

    words: Mapping[str, Mapping[str, Hardness]] = field(factory=dict)
    figures: Mapping[str, Mapping[str, Mapping[str, float]]] = field(factory=dict)

    def of(self, seat: str, scenario: str = "") -> Hardness | None:
        """How hard a seat is in a scenario; nothing if that was not measured."""
        own = self.words.get(scenario, {}).get(seat)
        return own or self.words.get("", {}).get(seat)

    def edge(self, seat: str, scenario: str = "") -> float:
        """What beginners come to against a seat, in hundredths; least of all if nobody knows."""
        own = self.figures.get(scenario, {}).get(seat, {})
        elsewhere = (rows.get(seat, {}).get("edge") for rows in self.figures.values())
        known = own.get("edge", next((each for each in elsewhere if each is not None), None))
        return -inf if known is None else known


def hardness(seat: str, scenario: str = "") -> Hardness | None:
    """How hard whoever plays a seat is, by its name; nothing if that was not measured.

    Args:
        seat: the name of the seat.
        scenario: the id of the scenario, where somebody may be harder or easier than in others.

    >>> hardness("student")
    <Hardness.FIRST_GAME: 'first_game'>
    """
    return measured().of(seat, scenario)


@cache
def measured() -> HardnessTable:
    """The table; empty if its file is not there or cannot be read."""
    path = shipped("scenarios") / FOLDER / f"{MEASURED}.toml"
    try:
        return table(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return HardnessTable()


def table(text: str) -> HardnessTable:
    """The table that a text holds. What is no word of it is passed over: a game can be played
    without.
    """
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError):
        return HardnessTable()
    words = {"": _words(found.get("hard"))}
    words |= {name: _words(rows) for name, rows in _tables(found.get("scenarios"))}
    figures = {
        name: {seat: _numbers(row) for seat, row in _tables(rows)}
        for name, rows in _tables(found.get("figures"))
    }
    return HardnessTable({name: rows for name, rows in words.items() if rows}, figures)


def _words(rows: object) -> dict[str, Hardness]:
    known = {each.value: each for each in Hardness}
    pairs = rows.items() if isinstance(rows, dict) else ()
    return {name: known[word] for name, word in pairs if isinstance(word, str) and word in known}


def _tables(rows: object) -> list[tuple[str, object]]:
    pairs = rows.items() if isinstance(rows, dict) else ()
    return [(name, row) for name, row in pairs if isinstance(row, dict)]


def _numbers(row: object) -> dict[str, float]:
    pairs = row.items() if isinstance(row, dict) else ()
    return {name: value for name, value in pairs if type(value) in (int, float)}
