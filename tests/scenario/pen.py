"""Writing TOML in every style that its authors use, while noting where each value is put.

The notes are made by counting what is written, and owe nothing to the code that is tested.
"""

from __future__ import annotations

import re
from random import Random

from attrs import define, field

from game.text.codepoints import refused
from tests.scenario.documents import Data

Path = tuple[str | int, ...]
At = tuple[int, int]
"""Line and column, from 1."""

_COMMENTS = (
    "# plain",
    "#",
    '# a "quote that does not end',
    "# ''' nor this \"\"\"",
    "# [[motions]] id = 3",
    "\t# tabs\tand ёлка",
)


@define
class Written:
    """A document as text, and where everything in it stands."""

    text: str
    keys: dict[Path, At]
    values: dict[Path, At]
    letters: dict[Path, At]
    """Where the refused character of a string stands."""


@define
class Pen:
    """Writes one document."""

    random: Random
    parts: list[str] = field(factory=list)
    line: int = 1
    column: int = 1
    keys: dict[Path, At] = field(factory=dict)
    values: dict[Path, At] = field(factory=dict)
    letters: dict[Path, At] = field(factory=dict)

    # ------------------------------------------------------------------ strokes

    def put(self, text: str) -> None:
        self.parts.append(text)
        breaks = text.count("\n")
        self.line += breaks
        self.column = len(text) - text.rindex("\n") if breaks else self.column + len(text)

    @property
    def here(self) -> At:
        return self.line, self.column

    def chance(self, odds: float) -> bool:
        return self.random.random() < odds

    def space(self) -> None:
        self.put(self.random.choice(["", " ", " ", "\t", "  "]))

    def end(self) -> None:
        """The end of a line, with what may stand there and in lines of their own."""
        if self.chance(0.15):
            self.put("  " + self.random.choice(_COMMENTS))
        self.put("\n")
        while self.chance(0.15):
            self.put(self.random.choice([*_COMMENTS, "", "   "]) + "\n")

    # ------------------------------------------------------------------ tables

    def root(self, data: Data) -> Written:
        self.values[()] = self.keys[()] = (1, 1)
        if self.chance(0.3):
            self.end()
        self.section((), data)
        text = "".join(self.parts)
        if self.chance(0.3):
            text = text.rstrip("\n")
        if self.chance(0.2):
            text = text.replace("\n", "\r\n")
        return Written(text, self.keys, self.values, self.letters)

    def section(self, path: Path, data: Data) -> None:
        """The keys of a table whose header, if any, is written."""
        late: list[str] = []
        keys = list(data)
        if self.chance(0.3):
            self.random.shuffle(keys)
        for key in keys:
            value = data[key]
            tables = isinstance(value, list) and value and all(isinstance(x, dict) for x in value)
            if (isinstance(value, dict) or tables) and self.chance(0.6):
                late.append(key)
                continue
            if self.chance(0.3):
                self.put("  ")
            self.statement(path, key, value)
            self.end()
        for key in late:
            self.headed((*path, key), data[key])

    def headed(self, path: Path, value: Data | list[Data]) -> None:
        if isinstance(value, list):
            for index, each in enumerate(value):
                at = self.header(path, "[[", "]]")
                self.first(path, at)
                self.values[*path, index] = self.keys[*path, index] = at
                self.section((*path, index), each)
            return
        inner = [each for each in value.values() if isinstance(each, dict)]
        if value and len(inner) == len(value) and self.chance(0.5):
            for key, each in value.items():  # the table itself has no header
                self.headed((*path, key), each)
                self.first(path, self.values[*path, key])
            return
        at = self.header(path, "[", "]")
        self.values[path] = self.keys[path] = at
        self.section(path, value)

    def first(self, path: Path, at: At) -> None:
        self.values.setdefault(path, at)
        self.keys.setdefault(path, at)

    def header(self, path: Path, begin: str, close: str) -> At:
        if self.chance(0.5):
            self.end()
        at = self.here
        self.put(begin)
        names = [step for step in path if isinstance(step, str)]
        for index, name in enumerate(names):
            if index:
                self.put(".")
            self.space()
            self.key(name)
            self.space()
        self.put(close)
        self.end()
        return at

    def statement(self, path: Path, key: str, value: object, *, dotted: bool = False) -> None:
        """``key = value``, or for a table sometimes ``key.inner = value`` for each of its keys."""
        few = 1 if dotted else 99  # more keys than one would need the first dot repeated
        if isinstance(value, dict) and 0 < len(value) <= few and self.chance(0.3):
            for index, (inner, each) in enumerate(value.items()):
                if index:
                    self.separate()
                self.first((*path, key), self.here)
                self.key(key)
                self.put(self.random.choice([".", " . "]))
                self.statement((*path, key), inner, each, dotted=True)
            return
        at = self.here
        self.key(key)
        self.space()
        self.put("=")
        self.space()
        self.value((*path, key), value)
        self.keys[*path, key] = at

    def separate(self) -> None:
        """Between two statements of one table; inside an inline table that is a comma."""
        if self.inline:
            self.put(", ")
        else:
            self.end()

    inline: int = 0

    def key(self, key: str) -> None:
        if re.fullmatch(r"[A-Za-z0-9_-]+", key) and self.chance(0.85):
            self.put(key)
        elif "'" not in key and not refused().search(key) and self.chance(0.5):
            self.put(f"'{key}'")
        else:
            self.put('"' + "".join(self.escaped(letter) for letter in key) + '"')

    # ------------------------------------------------------------------ values

    def value(self, path: Path, value: object) -> None:
        self.values[path] = self.keys[path] = self.here
        if isinstance(value, bool):
            self.put("true" if value else "false")
        elif isinstance(value, int):
            self.put(self.number(value))
        elif isinstance(value, str):
            self.string(path, value)
        elif isinstance(value, list):
            self.array(path, value)
        elif isinstance(value, dict):
            self.table(path, value)
        else:
            self.put(str(value))

    def number(self, value: int) -> str:
        style = self.random.choice(["plain", "plain", "plus", "hex", "groups", "binary"])
        if style == "plus" and value >= 0:
            return f"+{value}"
        if style == "hex" and value >= 0:
            return f"0x{value:X}"
        if style == "binary" and 0 <= value < 200:
            return f"0b{value:b}"
        return f"{value:_}" if style == "groups" else str(value)

    def array(self, path: Path, value: list[object]) -> None:
        wide = self.chance(0.4)
        self.put("[")
        for index, each in enumerate(value):
            if wide:
                self.end()
            self.space()
            self.value((*path, index), each)
            self.space()
            if index + 1 < len(value) or self.chance(0.3):
                self.put(",")
        if wide:
            self.end()
        self.put("]")

    def table(self, path: Path, value: Data) -> None:
        self.put("{")
        self.inline += 1
        for index, (key, each) in enumerate(value.items()):
            if index:
                self.put(",")
            self.space()
            self.statement(path, key, each)
        self.inline -= 1
        self.space()
        self.put("}")

    def string(self, path: Path, value: str) -> None:
        hidden = refused().search(value.replace("\n", " "))
        style = self.random.choice(["basic", "basic", "literal", "lines", "raw lines"])
        if style == "literal" and not hidden and "'" not in value and "\n" not in value:
            self.put(f"'{value}'")
        elif style == "raw lines" and not hidden and "'" not in value:
            lead = "\n" if self.chance(0.5) or value[:1] == "\n" else ""
            self.put(f"'''{lead}{value}'''")
        elif style == "lines":
            self.put('"""' + ("\n" if self.chance(0.6) or value[:1] == "\n" else ""))
            self.letters_of(path, value, lines=True)
            self.put('"""')
        else:
            self.put('"')
            self.letters_of(path, value, lines=False)
            self.put('"')

    def letters_of(self, path: Path, value: str, *, lines: bool) -> None:
        """What stands between the quotes, some of it escaped."""
        pieces: list[str] = []
        for index, letter in enumerate(value):
            if letter == "\n" and lines:
                pieces.append(letter)
                continue
            if letter != "\n" and not letter.isascii() and refused().match(letter):
                self.put("".join(pieces))
                pieces.clear()
                self.letters.setdefault(path, self.here)
            pieces.append(self.escaped(letter))
            follows = value[index + 1 : index + 2]
            if lines and follows and follows not in " \n\t" and self.chance(0.02):
                pieces.append("\\\n   ")
        self.put("".join(pieces))

    def escaped(self, letter: str) -> str:
        point = ord(letter)
        if letter in '"\\':
            return "\\" + letter
        if letter == "\n":
            return "\\n"
        if self.chance(0.02) or (not letter.isascii() and refused().match(letter)):
            return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
        return letter


def write(random: Random, data: Data) -> Written:
    """A document in a random style."""
    return Pen(random).root(data)
