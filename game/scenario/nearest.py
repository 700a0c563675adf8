"""Which known word was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

_LONGEST: Final = 60
"""Longer words are not compared: nobody meant a known one by them."""


def distance(one: str, other: str) -> int:
    """How many letters to insert, delete, replace or swap to make one word of the other.

    The optimal string alignment distance.

    >>> distance("thraet", "threat"), distance("cost", "costs")
    (1, 1)
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, match in enumerate(other, 1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != match))
            swapped = column > 1 and row > 1 and letter == other[column - 2]
            if swapped and match == one[row - 2]:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word nearest to another, or ``""`` if none is near.

    Args:
        word: what was written.
        known: what could have been meant; of several that are equally near the first is taken.

    >>> nearest("explode", ["add", "expand", "remove"])
    'expand'
    >>> nearest("mxn", ["min", "max"])
    'min'
    """
    if len(word) > _LONGEST or not known:
        return ""
    plain = _plain(word)
    least, best = min(
        ((distance(plain, _plain(each)), each) for each in known), key=lambda pair: pair[0]
    )
    if least <= max(1, len(plain) // 3):
        return best
    close = difflib.get_close_matches(plain, known, n=1, cutoff=0.5)
    return close[0] if close else ""


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
