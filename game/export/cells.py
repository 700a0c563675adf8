"""Styled words on a grid of cells, as terminals have it: measured, cut, and written with SGR."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from game.export.escape import line

Span = tuple[str, str]
"""Words, and how they look: the numbers of an SGR sequence, such as ``1`` or ``1;94``."""

Row = tuple[Span, ...]
"""A line of a frame."""

PLAIN: Final = ""
BOLD: Final = "1"
DIM: Final = "2"
GOOD: Final = "32"
WARN: Final = "33"
BAD: Final = "1;31"

_NAMED: Final = {
    "blue": "94",
    "cyan": "96",
    "green": "92",
    "magenta": "95",
    "red": "91",
    "yellow": "93",
}


def tint(color: str) -> str:
    """The look of a scenario's colour, in bold.

    >>> tint("blue"), tint("#ff8000")
    ('1;94', '1;38;2;255;128;0')
    """
    if color.startswith("#"):
        red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
        return f"{BOLD};38;2;{red};{green};{blue}"
    return f"{BOLD};{_NAMED.get(color, '39')}"


def cells(words: str) -> int:
    """How many cells words take."""
    return sum(map(_cell, words))


def span(words: str, look: str = PLAIN) -> Span:
    """Words of one line, fit to be shown."""
    kept = line(words)
    start = " " * (len(words) - len(words.lstrip(" ")))
    end = " " * (len(words) - len(words.rstrip(" "))) if kept else ""
    return f"{start}{kept}{end}", look


def length(row: Iterable[Span]) -> int:
    """How many cells a row takes."""
    return sum(cells(words) for words, _ in row)


def fit(row: Iterable[Span], room: int) -> Row:
    """A row of exactly so many cells; a cut shows as an ellipsis."""
    row = tuple(row)
    spare = room - length(row)
    if spare >= 0:
        return (*row, (" " * spare, PLAIN))
    kept: list[Span] = []
    left = room - 1
    for words, look in row:
        part = ""
        for character in words:
            if (left := left - _cell(character)) < 0:
                break
            part += character
        kept.append((part, look))
        if left < 0:
            break
    kept.append(("…", DIM))
    return (*kept, (" " * (room - length(kept)), PLAIN))


def spread(left: Iterable[Span], right: Iterable[Span], room: int) -> Row:
    """A row with something at either end; the left end gives way."""
    right = tuple(right)
    return (*fit(left, max(1, room - length(right) - 1)), (" ", PLAIN), *right)


def wrap(words: str, room: int) -> list[str]:
    """Words broken into lines of at most so many cells; a longer word is cut."""
    rows: list[str] = []
    for word in line(words).split(" "):
        if rows and cells(f"{rows[-1]} {word}") <= room:
            rows[-1] += f" {word}"
        else:
            rows.append(text(fit((span(word),), room)).rstrip(" "))
    return rows


def text(row: Iterable[Span]) -> str:
    """The words of a row."""
    return "".join(words for words, _ in row)


def sgr(row: Iterable[Span]) -> str:
    """A row as a terminal is sent it."""
    return "".join(f"\x1b[{look}m{words}\x1b[0m" if look else words for words, look in row)


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
