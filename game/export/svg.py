"""Drawing in SVG: elements as text, and how wide words are.

Everything is placed by whole numbers, so that the same drawing is the same bytes everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from game.text import line
from game.text.escape import markup

_NARROW: Final = "iIjlftr.,:;!'|()[]/-‘’“”"
_BROAD: Final = "mwMWÆŒæœ@%#&<>=+~^—→−жмшщыюфЖМШЩЫЮФ"


def element(name: str, content: str = "", /, **attributes: str | int) -> str:
    """An element; ``content`` is markup already. Of ``class_`` and ``stroke_width`` the
    underscores become what SVG writes.
    """
    parts = [name]
    for key, value in attributes.items():
        parts.append(f'{key.strip("_").replace("_", "-")}="{markup(str(value))}"')
    opening = " ".join(parts)
    return f"<{opening}>{content}</{name}>" if content else f"<{opening}/>"


def rect(x: int, y: int, width: int, height: int, kind: str, **more: str | int) -> str:
    """A rectangle of a class."""
    return element("rect", x=x, y=y, width=max(width, 0), height=height, class_=kind, **more)


def stroke(x1: int, y1: int, x2: int, y2: int, kind: str) -> str:
    """A straight line of a class."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def label(x: int, y: int, words: str, kind: str, **more: str | int) -> str:
    """Words at a place, of a class; nothing if there are none."""
    words = line(words)
    return element("text", markup(words), x=x, y=y, class_=kind, **more) if words else ""


def group(*parts: str, title: str = "", **attributes: str | int) -> str:
    """Elements together; the title is what a pointer resting on them shows."""
    name = element("title", markup(line(title))) if title else ""
    return element("g", name + "".join(parts), **attributes)


def width(words: str, size: int) -> int:
    """About how wide words are in a common sans-serif face of a size, rather more than less."""
    return sum(map(_wide, line(words))) * size // 100


def fit(words: str, size: int, room: int) -> str:
    """Words cut to a width; a cut shows as an ellipsis."""
    words = line(words)
    most = room * 100 // size
    last = most - _wide("…")
    at = taken = kept = 0
    for at, character in enumerate(words):
        if taken <= last:
            kept = at
        taken += _wide(character)
        if taken > most:
            return words[:kept].rstrip() + "…"
    return words


def wrap(words: str, size: int, room: int, most: int) -> list[str]:
    """Words broken into lines of a width; ``most`` lines, of which the last may be cut."""
    full = room * 100 // size
    rows: list[list[str]] = []
    taken = 0
    for word in line(words).split(" "):
        wide = sum(map(_wide, word))
        taken += _wide(" ") + wide
        if not rows or (taken > full and len(rows) < most):
            rows.append([])
            taken = wide
        rows[-1].append(word)
    return [fit(" ".join(row), size, room) for row in rows if row != [""]]


@cache
def _wide(character: str) -> int:
    """The width of a character, in hundredths of the size."""
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 104
    if character in _NARROW or character == " ":
        return 34
    if character in _BROAD:
        return 92
    return 70 if character.isupper() else 60
