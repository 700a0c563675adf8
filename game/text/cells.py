"""The cells of a terminal that words take, and words broken into rows of so many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

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


def wrapped(words: str, room: int, lead: int = 0) -> Iterator[str]:
    """Words in rows of at most so many cells, but for words that are longer by themselves.

    Args:
        words: the words; where their lines break does not matter.
        room: how many cells a row has.
        lead: how far all rows but the first are set in.

    >>> list(wrapped("one two three", 8, 2))
    ['one two', '  three']
    """
    row, margin = "", ""
    for word in clean(words).split():
        if row and cells(f"{row} {word}") > room:
            yield row
            row, margin = "", " " * lead
        row = f"{row} {word}" if row else f"{margin}{word}"
    if row:
        yield row


@lru_cache(maxsize=4096)
def _wide(words: str) -> int:
    return sum(map(_cell, words))


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
