"""Good scenarios with a few blind changes, most of which leave them TOML."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|-?\b\d+\b|\btrue\b|\bfalse\b|\b[a-z_]+\b')
_NASTY = (
    *('"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "#", "\\", "\n", " "),
    *("\\u001b", "\\n", "\x00", "\x1b", "\u202e", "\ufeff", "e\u0301\u0301\u0301\u0301\u0301"),
    *("-1", "0", "1e9", "999999999999999999", "1979-05-27", "nan", "true", "none", "us", "7a"),
    *('"', "[]", "{}", '""', "a.b", "x = 1", "[x]", "[[motions]]", "\r\n", "\t", "é", "東"),
)


def mutant(random: Random, text: str) -> str:
    """A text with one to three changes."""
    for _ in range(random.choice([1, 1, 2, 3])):
        text = random.choice(_CHANGES)(random, text)
    return text


def _token(random: Random, text: str) -> re.Match[str]:
    found = _TOKEN.search(text, random.randrange(len(text) or 1)) or _TOKEN.search(text)
    return found or next(re.finditer("", text))


def swap_token(random: Random, text: str) -> str:
    """One word, number or text takes another's place."""
    taken = _token(random, text)
    return text[: taken.start()] + _token(random, text).group() + text[taken.end() :]


def nasty_token(random: Random, text: str) -> str:
    taken = _token(random, text)
    return text[: taken.start()] + random.choice(_NASTY) + text[taken.end() :]


def no_token(random: Random, text: str) -> str:
    taken = _token(random, text)
    return text[: taken.start()] + text[taken.end() :]


def insert(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_NASTY) + text[at:]


def letter(random: Random, text: str) -> str:
    at = random.randrange(len(text) or 1)
    return text[:at] + chr(random.randrange(32, 127)) + text[at + 1 :]


def number(random: Random, text: str) -> str:
    """A number becomes another one."""
    at = random.randrange(len(text) or 1)
    found = re.compile(r"-?\d+").search(text, at)
    if found is None:
        return text
    value = random.choice([-1, 0, 1, 2, 5, 11, 50, 1000, 1001, -1000])
    return text[: found.start()] + str(value) + text[found.end() :]


def cut_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    del lines[at : at + random.choice([1, 1, 1, 2, 8])]
    return "\n".join(lines)


def double_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    at, size = random.randrange(len(lines)), random.choice([1, 1, 9, 10])
    lines[at:at] = lines[at : at + size]
    return "\n".join(lines)


def move_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    at, size = random.randrange(len(lines)), random.choice([1, 1, 9, 10])
    taken = lines[at : at + size]
    del lines[at : at + size]
    to = random.randint(0, len(lines))
    return "\n".join([*lines[:to], *taken, *lines[to:]])


def cut_letters(random: Random, text: str) -> str:
    at = random.randrange(len(text) or 1)
    return text[:at] + text[at + random.choice([1, 1, 3, 40]) :]


_CHANGES: tuple[Callable[[Random, str], str], ...] = (
    swap_token,
    swap_token,
    nasty_token,
    no_token,
    insert,
    letter,
    number,
    number,
    cut_lines,
    double_lines,
    move_lines,
    cut_letters,
)
