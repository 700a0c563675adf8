"""What is wrong with a text that is not TOML, in words for authors.

The parser knows where it gave up and says why in its own terms. Most slips have an author's
name: brackets that should be double, a key that stands there twice, a comma forgotten.
"""

from __future__ import annotations

import re
import tomllib
from typing import Final

from game.scenario.reading.fault_log import Page
from game.text import shown

_AT: Final = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_HEADER: Final = re.compile(r"[ \t]*(\[(?!\[)[ \t]*([^\]\n]*?)[ \t]*\])")
_KEY: Final = re.compile(r"[ \t]*([^=#\[\]{}\n]*?)[ \t]*=")
_AGAIN: Final = "This key stands here for the second time."
_CURLY: Final = "“”„‟‘’‚‛«»"
_TWICE: Final = "There is a table of this name already."
_ONCE: Final = "Give it once, or begin every entry of a list with double brackets: [[name]]."
_TOLD: Final[tuple[tuple[str, str, str], ...]] = (
    ("Cannot declare", _TWICE, _ONCE),
    ("Cannot mutate immutable namespace", _TWICE, _ONCE),
    ("Cannot redefine namespace", _TWICE, _ONCE),
    (
        "Cannot overwrite a value",
        _AGAIN,
        "Take one of the two out.",
    ),
    (
        "Duplicate inline table key",
        "A key stands in these braces for the second time.",
        "Take one of the two out.",
    ),
    (
        "Expected '='",
        "There is no = after this key.",
        "A line is key = value; a [table] or a [[list of tables]] stands in brackets.",
    ),
    (
        "Expected ']",
        "This header does not end.",
        "A table begins with [name], an entry of a list with [[name]].",
    ),
    (
        "Expected newline",
        "Something follows here that does not belong to the line.",
        "One line has one key = value; a text stands in quotes, and a remark begins with #.",
    ),
    (
        "Invalid value",
        "Here is no value.",
        "A text stands in quotes, a number does not; true and false are written small.",
    ),
    (
        "Invalid initial character",
        "No key can begin like this.",
        "A key has letters, digits, _ and -; every other key stands in quotes.",
    ),
    (
        "Invalid statement",
        "This line is neither a key nor a header.",
        "A line is key = value, a [table], a [[list of tables]], or begins with #.",
    ),
    (
        "Unclosed array",
        "This list goes wrong here.",
        "Its entries stand between commas, and a closing bracket ends it.",
    ),
    (
        "Unclosed inline table",
        "These braces go wrong here.",
        "Their entries stand between commas on one line, and a closing brace ends them.",
    ),
    (
        "Unescaped",
        "A backslash in a text begins an escape, and this is none.",
        r"Write \\ for the backslash itself.",
    ),
    (
        "Escaped character",
        "This escape stands for no character.",
        "Write the character itself.",
    ),
    ("Invalid hex", "This escape stands for no character.", "Write the character itself."),
    ("Invalid date", "There is no such date.", "A text stands in quotes."),
)
"""How the parser's messages begin, and what is told instead: what is wrong, and what to do."""

GENERAL: Final = "A line is key = value, a [table] or a [[list of tables]]."


def note_syntax(page: Page, error: tomllib.TOMLDecodeError) -> None:
    """Note on a page why its text is not TOML."""
    found = _AT.fullmatch(str(error))
    said, line, column = found.groups() if found else (str(error), None, None)
    offset = page.offset(int(line), int(column)) if line and column else len(page.text)
    width = 1
    message, hint = _told(said)
    number, _, text = page.locate(min(offset, len(page.text) - 1))
    if message == _TWICE and (header := _HEADER.match(text)):  # the parser points behind it
        offset, width = page.offset(number, header.start(1) + 1), len(header[1])
        name = shown(header[2])[1:-1]
        hint = f"Give it once, or if it is an entry of a list write [[{name}]]."
    elif message == _AGAIN and (key := _KEY.match(text)):  # and behind the value
        offset, width = page.offset(number, key.start(1) + 1), len(key[1])
    elif page.text[offset : offset + 1] in (*_CURLY,):
        message = "This is a curly quotation mark."
        hint = 'A text stands in straight ones: "like this".'
    page.at(offset, width, "not-toml", message, hint)


def _told(said: str) -> tuple[str, str]:
    for begins, message, hint in _TOLD:
        if said.startswith(begins):
            return message, hint
    return f"This is not TOML: {shown(said, 120)[1:-1]}.", GENERAL
