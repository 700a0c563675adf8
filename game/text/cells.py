"""The cells of a terminal that words take, and words broken into rows of so many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from game.text.door import clean


def cells(words: str) -> int:
    """How many cells words take.

    >>> cells("east"), cells("東"), cells("e\u0301")
    (4, 2, 1)
    """
    return len(words) if words.isascii() else _wide(words)


def begins(words: str, room: int) -> str:
    """The longest beginning of words that takes at most so many cells."""
    taken = 0
    for index, character in enumerate(words):
        taken += _cell(character)
        if taken > room:
            return words[:index]
    return words


HELD: Final = "\ue000"
"""Stands for a space at which no row may break. No text that is shown has one of its own."""

_FIGURES: Final = re.compile(r"(?<=[→≤≥]) (?=\S)|(?<=\S) (?=[→≤≥]|[+−]\d)")


def held(words: str) -> str:
    """Words, each as wide as before, that do not break within a change or a condition.

    >>> held("Trust 3 → 4").replace(HELD, "_")
    'Trust 3_→_4'
    """
    return _FIGURES.sub(HELD, words)


def wrapped(words: str, room: int, lead: int = 0) -> Iterator[str]:
    """Words in rows of at most so many cells, but for words that are longer by themselves.

    Args:
        words: the words; where their lines break does not matter.
        room: how many cells a row has.
        lead: how far all rows but the first are set in.

    >>> list(wrapped("one two three", 8, 2))
    ['one two', '  three']
    """
    row, taken, margin = "", 0, ""
    for word in held(clean(words)).split():
        more = cells(word) + 1
        if row and taken + more > room:
            yield row.replace(HELD, " ")
            row, margin = "", " " * lead
        if row:
            row, taken = f"{row} {word}", taken + more
        else:
            row, taken = margin + word, len(margin) + more - 1
    if row:
        yield row.replace(HELD, " ")


@lru_cache(maxsize=4096)
def _wide(words: str) -> int:
    return sum(map(_cell, words))


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
