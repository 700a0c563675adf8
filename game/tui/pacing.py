"""How fast a table tells what happens."""

from __future__ import annotations

from typing import Final

from game.settings.settings import PACES, Pace

_PER_WORD: Final[dict[Pace, float]] = {"fast": 0.08, "normal": 0.22, "slow": 0.4}
"""Seconds in which a word is read; people read four or five words of print in a second."""
_AT_LEAST: Final[dict[Pace, float]] = {"fast": 0.4, "normal": 1.2, "slow": 2.0}
"""Seconds in which somebody sees that there is something else to read."""
GRACE: Final = 0.4
"""Seconds for which the key that ended the last beat may be pressed once more by mistake."""


def time_for(pace: Pace, words: int) -> float | None:
    """For how many seconds a beat of so many words stays; nothing if it waits for a key."""
    return _AT_LEAST[pace] + _PER_WORD[pace] * words if pace in _PER_WORD else None


def other_pace(pace: Pace, by: int) -> Pace:
    """The pace that is so many steps faster, or slower if negative, as far as there is one."""
    return PACES[min(max(PACES.index(pace) + by, 0), len(PACES) - 1)]
