"""The door for words that strangers wrote: what is accepted, and what may reach a terminal.

``faulty`` judges text at the boundary (a scenario's file, a player's name, a pasted line).
``clean`` is the last net for everything that passes no such boundary, such as the message of an
exception: it never refuses, it removes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from game.text import codepoints

_BREAK: Final = re.compile(r"\r\n?|[\t\v\f\x85\u2028\u2029]")
_UNSHOWN: Final = re.compile("[\ud800-\udfff]")
_SHORT: Final = 200
"""Characters of a text that is remembered."""

_USUAL: Final = frozenset(
    chr(point)
    for first, last in ((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF), (0x2500, 0x25FF))
    for point in range(first, last + 1)
) | frozenset("–—‘’“”…•←↑→↓−≈≤≥✓✗✎⏎⌫")
"""What most texts and screens are made of, from Latin letters to the signs of a board: for them the
tables of all others are not even made.
"""

_SPACES: Final = re.compile(r"[ \n]+")


class Flaw(NamedTuple):
    """The first thing in a text that is not accepted.

    Attributes:
        at: the index of the character in the text.
        point: its code point.
        what: what is wrong with it, in words.
    """

    at: int
    point: int
    what: str

    def __str__(self) -> str:
        return f"U+{self.point:04X} ({self.what})"


def faulty(text: str, *, lines: bool = False) -> Flaw | None:
    r"""The first flaw of a text, or nothing if it is accepted.

    Refused are control characters, bidirectional controls, invisible characters, fillers,
    surrogates, private-use characters, noncharacters, and more than four combining marks in a
    row. A line feed is accepted where ``lines`` says so.

    >>> str(faulty("Share \x1b[2J all"))
    'U+001B (control character)'
    >>> faulty("Share all")
    """
    if text.isascii() and text.isprintable():
        return None
    # Asked of the few characters that occur, for the tables are long and texts are longer.
    found = set(text) - ({"\n"} if lines else set())
    if found <= _USUAL:
        return None
    occurring = "".join(found)
    if codepoints.refused().search(occurring):
        at = min(text.index(character) for character in codepoints.refused().findall(occurring))
        if text[at] == "\n":
            return Flaw(at, ord("\n"), "line break in a text of one line")
        return Flaw(at, ord(text[at]), codepoints.kind(text[at]))
    if not codepoints.marks().isdisjoint(occurring) and (pile := codepoints.pile().search(text)):
        at = pile.end(1)
        return Flaw(at, ord(text[at]), f"more than {codepoints.STACK} combining marks in a row")
    return None


def clean(text: str) -> str:
    r"""The text without anything that may never reach a terminal; never fails, and idempotent.

    Line feeds stay. Tabs and every other line break become spaces, surrogates become U+FFFD, a
    pile of combining marks keeps four, and the rest of what ``faulty`` refuses is removed.

    >>> clean("one\x1b[2J\ttwo\nthree")
    'one[2J two\nthree'
    """
    if text.isascii() and text.isprintable():
        return text
    return _cleaned(text) if len(text) > _SHORT else _known(text)


def _cleaned(text: str) -> str:
    text = _BREAK.sub(_broken, text)
    text = _UNSHOWN.sub("\ufffd", text)
    if faulty(text, lines=True) is None:
        return text
    text = codepoints.refused().sub(_kept, text)
    return codepoints.pile().sub(r"\1", text)


_known = lru_cache(maxsize=4096)(_cleaned)
"""The same of short texts: a screen shows most of them again when it is drawn anew."""


def _broken(found: re.Match[str]) -> str:
    return "\n" if found.group() == "\r\n" else " "


def _kept(found: re.Match[str]) -> str:
    return "\n" if found.group() == "\n" else ""


def line(text: str) -> str:
    """Text on one line, fit to be shown."""
    return _SPACES.sub(" ", clean(text)).strip()


def masked(line: str) -> str:
    """A line of the same length in which U+FFFD stands for what ``clean`` would take out."""
    if line.isascii() and line.isprintable():
        return line
    line = codepoints.refused().sub("\ufffd", line.replace("\t", " "))
    return codepoints.pile().sub(
        lambda found: found[1] + "\ufffd" * (len(found[0]) - len(found[1])), line
    )
