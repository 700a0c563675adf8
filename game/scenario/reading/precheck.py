"""A first look at a scenario's text, linear in its length, before a TOML parser sees it.

What is harmless to read here can cost a TOML parser gigabytes: twenty kilobytes of ``a.a.a.a``
are enough. The same look refuses characters that nobody can see, in comments as well.
"""

from __future__ import annotations

import re
from typing import Final

from game.scenario.kinds import SIZE
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.places import LONG_STRING, SHORT_STRING
from game.text import faulty

LINE: Final = 2_000
"""The longest line, in characters."""

DEPTH: Final = 16
"""How deep brackets may be nested."""

DOTS: Final = 8
"""How many dots one key may have."""

DIGITS: Final = 18
"""How many digits a number may have."""

_TOKEN: Final = re.compile(
    rf"""
      {LONG_STRING.pattern}
    | (?P<long>\"\"\"|''')
    | {SHORT_STRING.pattern}
    | (?P<quote>["'])
    | \#[^\n]*
    | (?P<open>[\[{{])
    | (?P<close>[\]}}])
    | (?P<dot>\.)
    | (?P<word>[0-9A-Za-z_+-]{{{DIGITS + 1},}})
    """,
    re.VERBOSE,
)
"""What is looked at, and strings and comments, which are passed over."""

_PART: Final = re.compile(rf"[ \t]*(?:[0-9A-Za-z_-]+|{SHORT_STRING.pattern})?[ \t]*")
"""What stands between two dots of one key."""


def precheck(log: FaultLog) -> None:
    """Report to the log what keeps its text from being parsed."""
    text = log.text
    if text.startswith("\ufeff"):
        log.at(
            0,
            1,
            "byte-order-mark",
            "The file begins with a byte order mark (U+FEFF).",
            "Save it as UTF-8 without BOM.",
        )
        return
    if (size := len(text.encode("utf-8", "surrogatepass"))) > SIZE:
        log.at(
            0,
            1,
            "too-large",
            f"The file has {size} bytes.",
            f"Shorten it: a scenario has at most {SIZE} bytes.",
        )
        return
    _characters(log)
    _lines(log)
    if not log.faults:
        _tokens(log)


def _characters(log: FaultLog) -> None:
    """Every code point of the file, comments included."""
    if faulty(log.text.replace("\t", " "), lines=True) is None:
        return
    for start, line in log.lines():
        if flaw := faulty(line.replace("\t", " ")):
            log.at(
                start + flaw.at,
                1,
                "bad-text",
                f"The line holds {flaw}.",
                "Take it out; a file may hold visible characters, tabs and line breaks only.",
            )


def _lines(log: FaultLog) -> None:
    if max(map(len, log.text.split("\n"))) <= LINE:
        return
    for start, line in log.lines():
        if len(line) > LINE:
            log.at(
                start + LINE,
                1,
                "long-line",
                f"The line has {len(line)} characters.",
                f"Break it: a line has at most {LINE}; texts in triple quotes run over several.",
            )


def _tokens(log: FaultLog) -> None:
    """Depth of brackets, dots in keys, digits in numbers, and strings that do not end."""
    text, depth, dots, dotted = log.text, 0, 0, 0
    for found in _TOKEN.finditer(text):
        kind, at = found.lastgroup, found.start()
        if kind in ("long", "quote"):
            _open_string(log, found)
            return
        if kind == "open":
            depth += 1
            if depth > DEPTH:
                log.at(
                    at,
                    1,
                    "too-deep",
                    f"Brackets are nested more than {DEPTH} deep here.",
                    "Take brackets out: a scenario needs no more than four.",
                )
                return
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "dot":
            dots = dots + 1 if _PART.fullmatch(text, dotted, at) else 1
            dotted = at + 1
            if dots > DOTS:
                log.at(
                    at,
                    1,
                    "too-many-dots",
                    f"A key has more than {DOTS} dots.",
                    "Shorten it: a scenario needs no more than three.",
                )
                return
        elif kind == "word" and _digits(found.group()) > DIGITS:
            log.at(
                at,
                len(found.group()),
                "long-number",
                f"A number has more than {DIGITS} digits.",
                "Write a smaller one: no number of a scenario needs more than seven.",
            )
            return


def open_brackets(text: str, end: int) -> list[int]:
    """Where the brackets and braces begin that are open at a place of a text, the last one last."""
    found: list[int] = []
    for token in _TOKEN.finditer(text, 0, end):
        if token.lastgroup == "open":
            found.append(token.start())
        elif token.lastgroup == "close" and found:
            found.pop()
    return found


def _digits(word: str) -> int:
    """How many digits a word has if it is a number."""
    if not word.lstrip("+-")[:1].isdigit():
        return 0
    return sum(letter in "0123456789abcdefABCDEF" for letter in word)


def _open_string(log: FaultLog, found: re.Match[str]) -> None:
    quote = found.group()
    log.at(
        found.start(),
        len(quote),
        "open-string",
        f"A text begins here with {quote} and does not end.",
        "Close it with the same quotes on the same line."
        if len(quote) == 1
        else f"Close it with {quote}.",
    )
