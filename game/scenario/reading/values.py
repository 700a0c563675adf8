"""Single values on their way into the model: numbers, words, ids and the like, never coerced."""

from __future__ import annotations

import re
from typing import Final, get_args

from game.scenario.kinds import COLORS, SPELLING, Verbatim, Whole, Words
from game.scenario.reading.located import Hook, Located
from game.scenario.walk import Hint
from game.text import faulty, shown
from game.text.names import nearest
from game.text.paragraphs import blank, folded

_DIGITS: Final = re.compile(r"-?[0-9]{1,9}")
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")


def read_whole(bounds: Whole) -> Hook:
    def hook(located: Located, _: object) -> object:
        value = located.value
        if not isinstance(value, int) or isinstance(value, bool):
            digits = isinstance(value, str) and _DIGITS.fullmatch(value)
            located.refuse(
                f"a whole number without quotes: {value}" if digits else "a whole number"
            )
        elif not bounds.least <= value <= bounds.most:
            located.error(
                "out-of-range",
                f"{shown(value)} is out of range.",
                f"Write a number from {bounds.least} to {bounds.most}.",
            )
        return value

    return hook


def read_bool(located: Located, _: object) -> object:
    if not isinstance(located.value, bool):
        located.refuse("true or false without quotes")
    return located.value


def read_words(located: Located, kind: Words) -> str:
    """Words for people; of no use if a fault was noted."""
    value = located.value
    if not isinstance(value, str):
        located.refuse("a text in quotes")
        return ""
    if flaw := faulty(value, lines=kind.lines):
        located.error(
            "bad-text",
            f"{shown(value)} holds {flaw}.",
            "Write it on one line." if value[flaw.at] == "\n" else "Take it out.",
            letter=flaw.at,
        )
        return ""
    text = folded(value, paragraphs=kind.paragraphs)
    if blank(text):
        located.error(
            "no-text",
            f"{shown(value)} has nothing to read in it.",
            "Write what is to be read here.",
        )
    elif len(text) > kind.most:
        located.error(
            "long-text",
            f"{shown(value, 24)} has {len(text)} characters.",
            f"Shorten it: there is room for {kind.most}.",
        )
    return text


def read_verbatim(kind: Verbatim) -> Hook:
    def hook(located: Located, _: object) -> object:
        value = located.value
        if not isinstance(value, str):
            located.refuse("a text in quotes")
        elif kind.most is not None and len(value) > kind.most:
            located.error(
                "long-text",
                f"{shown(value, 24)} has {len(value)} characters.",
                f"Shorten it: there is room for {kind.most}.",
            )
        elif kind.most is not None and (flaw := faulty(value, lines=kind.lines)):
            located.error("bad-text", f"{shown(value)} holds {flaw}.", "Take it out.")
        return value

    return hook


def read_id(located: Located, _: object) -> object:
    value = located.value
    if not isinstance(value, str):
        located.refuse("an id in quotes")
    elif not SPELLING.fullmatch(value):
        plain = re.sub(r"[^a-z0-9_-]+", "-", value.casefold()).strip("-_")[:40]
        located.error(
            "bad-id",
            f"{shown(value)} cannot be an id.",
            (f'Write "{plain}"? ' if SPELLING.fullmatch(plain) else "")
            + "An id has up to 40 of the characters a-z, 0-9, _ and -, and begins with a letter.",
        )
    return value


def read_ref(located: Located, _: object) -> object:
    """Whether there is such an id is asked when the shape is right."""
    if not isinstance(located.value, str):
        located.refuse("an id in quotes")
    return located.value


def read_tint(located: Located, _: object) -> object:
    value = located.value
    if not isinstance(value, str):
        located.refuse("a colour in quotes")
    elif value not in COLORS and not _HEX.fullmatch(value):
        _unknown(located, value, "colour", (*COLORS, "#rrggbb"))
    return value


def read_choice(type_: Hint) -> Hook:
    known = get_args(type_)

    def hook(located: Located, _: object) -> object:
        if not isinstance(located.value, str):
            located.refuse("a word in quotes")
        elif located.value not in known:
            _unknown(located, located.value, "word", known)
        return located.value

    return hook


def _unknown(located: Located, value: str, what: str, known: tuple[str, ...]) -> None:
    meant = nearest(value, known)
    located.error(
        f"unknown-{what}",
        f"{shown(value)} is not a known {what}.",
        f"Did you mean {shown(meant)}?" if meant else "Write one of these.",
        known=known,
    )
