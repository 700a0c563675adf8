r"""Where in a TOML file each value stands.

``tomllib`` gives the values and forgets where they were. This reads the same text once more,
after ``tomllib`` has found it valid, and remembers the place of every key and every value.

>>> index = places('[[motions]]\nid = "train"\ncost = 3\n')
>>> index[("motions", 0, "cost")].value
(32, 33)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.value import frozen

Path = tuple[str | int, ...]
"""Keys and indices that lead from the document to a value."""

Span = tuple[int, int]
"""Where something begins and ends in the text, in characters."""

_BLANK: Final = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
LONG_STRING: Final = re.compile(
    r'''(?s:"""(?>[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*)"""(?:"{1,2})?'''
    r"""|'''(?>[^']*(?:'(?!'')[^']*)*)'''(?:'{1,2})?)"""
)
"""A string in three quotes, from its first quote to its last.

What is inside is taken as a whole, by an atomic group: possessive repeats, which say the same,
are matched wrongly by Python before 3.11.5.
"""

SHORT_STRING: Final = re.compile(r"""(?:"(?>[^"\\\n]*(?:\\.[^"\\\n]*)*)"|'(?>[^'\n]*)')""")
"""A string in single or double quotes; the empty one is no beginning of three quotes here."""

_STRING: Final = re.compile(f"{LONG_STRING.pattern}|{SHORT_STRING.pattern}")
_BARE: Final = re.compile(r"[0-9A-Za-z_-]+")
_PLAIN: Final = re.compile(r"[^,\]}#\n]*")
_ESCAPE: Final = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([ \t]*\n[ \t\n]*)|(.))"
)
_LETTERS: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


@frozen
class Place:
    """Where a key and its value stand. For an element of a list the two are the same."""

    key: Span
    value: Span


def places(text: str) -> Mapping[Path, Place]:
    """The place of everything in a TOML document, by path.

    Args:
        text: a document that ``tomllib`` accepts, with line feeds as its only line breaks.
    """
    return _Reading(text).places


def letters(token: str) -> Iterator[tuple[int, str]]:
    r"""The characters that a TOML string stands for, each with its offset in the string as written.

    >>> list(letters('"a\\u0041"'))
    [(1, 'a'), (2, 'A')]
    """
    quote = token[:3] if token[:3] in ('"""', "'''") else token[:1]
    at, end = len(quote), len(token) - len(quote)
    if len(quote) == 3 and token[at : at + 1] == "\n":
        at += 1
    while at < end:
        found = _ESCAPE.match(token, at) if quote[0] == '"' else None
        if found is None:
            yield at, token[at]
            at += 1
            continue
        code = found[1] or found[2] or found[3]
        if code:
            yield at, chr(int(code, 16))
        elif found[5]:
            yield at, _LETTERS.get(found[5], found[5])
        at = found.end()


class _Reading:
    """One pass over a valid document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Path, Place] = {(): Place((0, 0), (0, 0))}
        self.counts: dict[Path, int] = {}
        """How many tables each list of tables has so far."""
        self.read()

    def read(self) -> None:
        table: Path = ()
        while True:
            self.skip(_BLANK)
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.statement(table)

    def skip(self, blank: re.Pattern[str]) -> None:
        found = blank.match(self.text, self.at)
        assert found is not None  # the pattern matches nothing as well
        self.at = found.end()

    def header(self) -> Path:
        start = self.at
        listed = self.text.startswith("[[", start)
        self.at += 2 if listed else 1
        keys = self.keys()
        self.at += 2 if listed else 1
        span = (start, self.at)
        path: Path = ()
        for key, _ in keys[:-1]:
            path = (*path, key)
            self.places.setdefault(path, Place(span, span))
            path = self.last(path)
        path = (*path, keys[-1][0])
        if listed:
            index = self.counts.get(path, 0)
            self.counts[path] = index + 1
            self.places.setdefault(path, Place(span, span))
            path = (*path, index)
        self.places[path] = Place(span, span)
        return path

    def last(self, path: Path) -> Path:
        """The table that a key of a header means: of a list of tables, its last one."""
        count = self.counts.get(path)
        return path if count is None else (*path, count - 1)

    def statement(self, table: Path) -> None:
        keys = self.keys()
        self.at += 1  # the equals sign
        path = table
        for key, span in keys[:-1]:
            path = (*path, key)
            self.places.setdefault(path, Place(span, span))
        self.value((*path, keys[-1][0]), keys[-1][1])

    def keys(self) -> list[tuple[str, Span]]:
        """A key with its dots; the cursor stands behind it and the blanks that follow."""
        found: list[tuple[str, Span]] = []
        while True:
            self.skip(_SPACE)
            start = self.at
            if self.text[start] in "\"'":
                token = self.token(_STRING)
                key = "".join(letter for _, letter in letters(token))
            else:
                key = self.token(_BARE)
            found.append((key, (start, self.at)))
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return found
            self.at += 1

    def token(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        assert found is not None  # the document is valid
        self.at = found.end()
        return found.group()

    def value(self, path: Path, key: Span | None) -> None:
        self.skip(_BLANK)
        start = self.at
        first = self.text[start]
        self.places[path] = Place((start, start), (start, start))  # before what is inside it
        if first in "\"'":
            self.token(_STRING)
        elif first == "[":
            self.array(path)
        elif first == "{":
            self.table(path)
        else:
            self.at = start + len(self.token(_PLAIN).rstrip())
        span = (start, self.at)
        self.places[path] = Place(key or span, span)

    def array(self, path: Path) -> None:
        self.at += 1
        index = 0
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == "]":
                break
            self.value((*path, index), None)
            index += 1
            self.skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1

    def table(self, path: Path) -> None:
        self.at += 1
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == "}":
                break
            self.statement(path)
            self.skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
