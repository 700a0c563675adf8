"""What is wrong with a text that is not TOML: what the author did, and what to write.

The parser knows where it gave up and says why in its own terms. Most slips have an author's
name: brackets that should be double, a comma too many, a dash where a minus belongs.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.precheck import open_brackets
from game.text import shown


class Slip(NamedTuple):
    """What an author did.

    Attributes:
        at: where, as an offset of the text.
        width: how many characters it takes.
        message: what is wrong.
        hint: what to do.
    """

    at: int
    width: int
    message: str
    hint: str


GENERAL: Final = "A line is key = value, a [table] or a [[list of tables]]."

_AT: Final = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_HEADER: Final = re.compile(r"[ \t]*(\[\[?[ \t]*([^\[\]\n]*?)[ \t]*\]\]?)")
_KEY: Final = re.compile(r"[ \t]*([^=#\[\]{}\n]*?)[ \t]*=(?!=)")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_REST: Final = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\n|$)")
_COMMA: Final = re.compile(r",[ \t]*$")
_CURLY: Final = "“”„‟‘’‚‛«»"
_AGAIN: Final = "This key stands here for the second time."
_TWICE: Final = "There is a table of this name already."
_ONCE: Final = "Give it once, or begin every entry of a list with double brackets: [[name]]."
_IN_TEXT: Final = ("Unescaped", "Escaped", "Invalid hex")
"""How the parser's messages on texts begin."""

_TOLD: Final[tuple[tuple[str, str, str], ...]] = (
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
        "Write a number, true or false, or a text in quotes.",
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
    ("Cannot overwrite", _AGAIN, "Take one of the two out."),
    ("Cannot", _TWICE, _ONCE),
    ("Invalid hex", "This escape stands for no character.", "Write the character itself."),
    ("Invalid date", "There is no such date.", "A text stands in quotes."),
)
"""How the parser's messages begin, and what is told if nobody knows better."""


def note_syntax(log: FaultLog, error: tomllib.TOMLDecodeError) -> None:
    """Note why a text is not TOML."""
    found = _AT.fullmatch(str(error))
    said, line, column = found.groups() if found else (str(error), None, None)
    at = log.offset(int(line), int(column)) if line and column else len(log.text)
    slips = (look(log, at, said) for look in _LOOKS)
    slip = next((each for each in slips if each is not None), None) or _told(at, said)
    log.at(slip.at, slip.width, "not-toml", slip.message, slip.hint)


def _told(at: int, said: str) -> Slip:
    for begins, message, hint in _TOLD:
        if said.startswith(begins):
            return Slip(at, 1, message, hint)
    return Slip(at, 1, f"This is not TOML: {shown(said, 120)[1:-1]}.", GENERAL)


def _character(log: FaultLog, at: int, said: str) -> Slip | None:
    """A character that looks like one of TOML's own and is another."""
    character = log.text[at : at + 1]
    if not character or character.isascii() or said.startswith(_IN_TEXT):
        return None
    if character in _CURLY:
        message = "This is a curly quotation mark."
        return Slip(at, 1, message, 'Write a text in straight ones: "like this".')
    name = unicodedata.name(character, "character").lower()
    message = f"A character stands outside a text here: {name} (U+{ord(character):04X})."
    plain = unicodedata.normalize("NFKC", character)
    if plain == " ":
        hint = "Write an ordinary space."
    elif character == "−" or unicodedata.category(character) == "Pd":
        hint = "Write a plain hyphen-minus, -, before a number; or put a text in quotes."
    elif plain.isascii() and plain.isprintable() and not plain.isalnum():
        hint = f"Write {plain} in its place."
    else:
        hint = "Put a text in quotes; a key has the letters a-z, digits, _ and -."
    return Slip(at, 1, message, hint)


def _brackets(log: FaultLog, at: int, said: str) -> Slip | None:
    """What is wrong between brackets or braces."""
    inside = open_brackets(log.text, at)
    if not inside or said.startswith(("Expected ']", *_IN_TEXT)):
        return None
    begin = inside[-1]
    rest = log.text[at:]
    before = _COMMA.search(log.text, begin, at)
    braces = log.text[begin] == "{"
    if braces and _REST.match(rest):
        hint = "Close them on the same line; or make a table of its own, [name], with a line each."
        return Slip(begin, 1, "Braces begin here and do not end on this line.", hint)
    if rest.startswith(",") or (rest.startswith("}") and before):
        comma = at if before is None or rest.startswith(",") else before.start()
        return Slip(comma, 1, "Here is a comma too many.", "Take it out.")
    if not rest.strip() or (not braces and not before and _KEY.match(rest)):
        return Slip(begin, 1, "A list begins here and does not end.", "Close it with a bracket, ].")
    if said.startswith("Unclosed"):
        what = "key" if braces else "entry"
        return Slip(at, 1, f"There is no comma before this {what}.", "Put a comma between the two.")
    return None


def _header(log: FaultLog, at: int, said: str) -> Slip | None:
    """A table or a list that is there already, in another way."""
    if not said.startswith("Cannot"):
        return None
    number, _, text = log.locate(min(at, len(log.text) - 1))
    header, key = _HEADER.match(text), _KEY.match(text)
    if header is None:
        if key is None:
            return None
        start = log.offset(number, key.start(1) + 1)
        return Slip(start, len(key[1]), _AGAIN, "Take one of the two out.")
    start, name = log.offset(number, header.start(1) + 1), shown(header[2])[1:-1]
    listed = header[1].startswith("[[")
    first, begun = _before(log, number, header[2])
    if begun == "=":
        message = f"{name} has a value already, in line {first}."
        hint = "Take that line out, or this table."
    elif listed and begun == "[":
        message = f"{name} begins with double brackets here, and with single ones in line {first}."
        hint = f"Write [[{name}]] there, too: so begins every entry of a list."
    elif begun == "[[":
        message = f"{name} begins with single brackets here, and with double ones in line {first}."
        hint = f"Write [[{name}]] here, too: so begins every entry of a list."
    else:
        message, hint = _TWICE, f"Give it once, or if it is an entry of a list write [[{name}]]."
    return Slip(start, len(header[1]), message, hint)


def _before(log: FaultLog, number: int, name: str) -> tuple[int, str]:
    """The line above in which something of a name begins, and how: with [, [[ or =."""
    for line in range(1, number):
        text = log.line(line)
        header, key = _HEADER.match(text), _KEY.match(text)
        if header and header[2] == name:
            return line, "[[" if header[1].startswith("[[") else "["
        if key and key[1] == name:
            return line, "="
    return 0, ""


def _value(log: FaultLog, at: int, said: str) -> Slip | None:
    """A value that is none, or one with something behind it."""
    rest = log.text[at:]
    word = _WORD.match(rest)
    if said.startswith("Invalid value") and word:
        small = word[0].lower()
        hint = (
            f"Write {small}, in small letters."
            if small in ("true", "false")
            else f"Put a text in quotes: {shown(word[0])}."
        )
        return Slip(at, len(word[0]), f"{shown(word[0])[1:-1]} is no value.", hint)
    if said.startswith("Invalid value") and _REST.match(rest):
        return Slip(at, 1, "A value is missing here.", "Write one behind the =.")
    if said.startswith("Expected newline"):
        if rest[0] in ",;":
            mark = "comma" if rest[0] == "," else "semicolon"
            return Slip(at, 1, f"A line does not end with a {mark}.", "Take it out.")
        if log.text[at - 1] == "0" and rest[0].isdigit():
            return Slip(at - 1, 1, "No number begins with 0.", "Take the 0 out.")
    return None


_LOOKS: Final[tuple[Callable[[FaultLog, int, str], Slip | None], ...]] = (
    _character,
    _brackets,
    _header,
    _value,
)
"""What is looked for, in this order."""
