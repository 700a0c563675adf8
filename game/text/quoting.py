"""How messages quote what strangers wrote."""

from __future__ import annotations

from typing import Final

from game.text import codepoints
from game.text.door import clean, line

MOST_QUOTED: Final = 60
"""The most characters of what a stranger wrote that a message quotes."""


def shown(value: object, most: int = MOST_QUOTED) -> str:
    r"""A value as an error message quotes it: on one line, printable, and not too long.

    Whatever strangers wrote stands in messages by way of this, and of nothing else.

    Args:
        value: what was written.
        most: how many characters it may take, quotation marks, escapes and ellipsis included.

    >>> shown("sharе\x1b[2J"), shown(True), shown([1, 2, 3]), shown(None)
    ('"sharе\\u001b[2J"', 'true', 'a list of 3', 'null')
    >>> shown("x" * 1000, 10)
    '"xxxxxxx…"'
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < 10**20 else "a number of more than 20 digits"
    if isinstance(value, str):
        return _quoted(value, most)
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a table"
    return cut(line(str(value)), most)


def cut(text: str, most: int = MOST_QUOTED) -> str:
    """A text of at most so many characters; an ellipsis stands for the rest.

    >>> cut("motions", 7), cut("motions[3]", 7)
    ('motions', 'motion…')
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _quoted(value: str, most: int) -> str:
    pieces = [_escaped(character) for character in value[:most]]
    length = sum(map(len, pieces))
    if len(value) == len(pieces) and length <= most - 2:
        return clean(f'"{"".join(pieces)}"')
    while pieces and length > most - 3:
        length -= len(pieces.pop())
    return clean(f'"{"".join(pieces)}…"')


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if codepoints.kind(character):
        point = ord(character)
        return f"\\u{point:04x}" if point < 1 << 16 else f"\\U{point:08x}"
    return character
