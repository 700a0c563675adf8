"""The door for words that strangers wrote: what is accepted, and what may reach a terminal.

``faulty`` judges text at the boundary (a scenario's file, a player's name, a pasted line).
``clean`` is the last net for everything that passes no such boundary, such as the message of an
exception: it never refuses, it removes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from game.scenario import codepoints

MOST_QUOTED: Final = 60
"""The most characters of what a stranger wrote that a message quotes."""

_BREAK: Final = re.compile(r"\r\n?|[\t\v\f\x85\u2028\u2029]")
_UNSHOWN: Final = re.compile("[\ud800-\udfff]")
_PARAGRAPHS: Final = re.compile(r"\n(?:[ ]*\n)+")


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
    occurring = "".join(set(text) - {"\n"} if lines else set(text))
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
    text = _BREAK.sub(_broken, text)
    text = _UNSHOWN.sub("\ufffd", text)
    if faulty(text, lines=True) is None:
        return text
    text = codepoints.refused().sub(_kept, text)
    return codepoints.pile().sub(r"\1", text)


def _broken(found: re.Match[str]) -> str:
    return "\n" if found.group() == "\r\n" else " "


def _kept(found: re.Match[str]) -> str:
    return "\n" if found.group() == "\n" else ""


def masked(line: str) -> str:
    """A line of the same length in which U+FFFD stands for what ``clean`` would take out."""
    if line.isascii() and line.isprintable():
        return line
    line = codepoints.refused().sub("\ufffd", line.replace("\t", " "))
    return codepoints.pile().sub(
        lambda found: found[1] + "\ufffd" * (len(found[0]) - len(found[1])), line
    )


def folded(text: str, *, paragraphs: bool = True) -> str:
    r"""Text as paragraphs: a line break becomes a space, and blank lines part paragraphs.

    So a scenario's author may break lines wherever the file reads best. Without ``paragraphs``
    a blank line is no more than a space, too.

    >>> folded("One\nparagraph.\n\n\nAnother.\n")
    'One paragraph.\n\nAnother.'
    """
    parts = (
        " ".join(line.strip(" ") for line in part.split("\n") if line.strip(" "))
        for part in _PARAGRAPHS.split(text)
    )
    return ("\n\n" if paragraphs else " ").join(part for part in parts if part)


def blank(text: str) -> bool:
    """Whether there is nothing in a text to read."""
    return all(codepoints.blank().fullmatch(line) for line in text.split("\n"))


def alike(text: str) -> str:
    """What two names share that look alike: compatibility forms, case and spaces are levelled.

    >>> alike("Ｔrain  THEM") == alike("train them")
    True
    """
    levelled = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(levelled.split())


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
    return cut(clean(str(value)).replace("\n", " "), most)


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
