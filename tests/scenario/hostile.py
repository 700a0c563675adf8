"""Files that do not mean well: made here, never kept as files.

Each is refused quickly, in little memory, with a place and a way out, and nothing of it reaches
a terminal raw.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from random import Random

from attrs import frozen

from game.scenario import read_text
from tests.books import RULES_3

_POINTS = (
    *(0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0D, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x90, 0x9B),
    *(0x9D, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F),
    *(0x2028, 0x2029, 0x202A, 0x202D, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0x3164, 0xE000),
    *(0xF8FF, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0x1FFFF, 0xE0001, 0xE0041, 0xF0000),
)
_KEYS = (
    *("format", "id", "title", "summary", "opening", "rounds", "income", "source", "sides"),
    *("tracks", "ladder", "consult", "debate", "payoff", "motions", "arguments", "acts"),
    *("headlines", "drifts", "objectives", "epilogues", "variants"),
)
_VALUES = (
    ("inf", "-inf"),
    ("nan", "nan"),
    ("date", "1979-05-27T07:32:00Z"),
    ("huge", "999999999999999999"),
    ("escape", '"\\u001b[2J\\u0007"'),
    ("nested", "[[[[[[[[[]]]]]]]]]"),
    ("text", '"' + "A" * 1900 + '"'),
)


@frozen
class Hostile:
    """A file by a name that says what is wrong with it."""

    name: str
    data: bytes


def hostile() -> Iterator[Hostile]:
    """All hostile files."""
    good = read_text(RULES_3)[0]
    for name, text in (*_bombs(), *_unfinished(good), *_characters(good), *_values(good)):
        yield Hostile(name, text.encode("utf-8", "surrogatepass"))
    yield from _encodings(good)
    yield from _foreign(good)


def _bombs() -> Iterator[tuple[str, str]]:
    """What costs a parser far more than its length."""
    for size in (9, 100, 1_000, 10_000, 40_000, 80_000, 125_000):
        yield f"dotted key, {size} dots", "a" + ".a" * size + " = 1"
        yield f"dotted header, {size} dots", "[a" + ".a" * size + "]"
        yield f"dotted header of a list, {size} dots", "[[a" + ".a" * size + "]]"
        yield f"quoted dotted key, {size} dots", '"a"' + '."a"' * (size // 2) + " = 1"
        yield f"nested lists, {size} deep", "a = " + "[" * size
        yield f"nested tables, {size} deep", "a = " + "{a=" * size
    for size in (17, 500, 20_000):
        yield f"closed nested lists, {size} deep", "a = " + "[" * size + "]" * size
        yield f"nested both, {size} deep", "a = " + "[{a=" * size + "1" + "}]" * size
        yield f"lists over lines, {size} deep", "a = " + "[\n" * size
    for size in (19, 5_000, 200_000):
        yield f"number of {size} digits", "rounds = " + "9" * size
        yield f"number of {size} binary digits", "rounds = 0b" + "1" * size
        yield f"number of {size} hexadecimal digits", "rounds = 0x" + "f" * size
        yield f"number with {size} digits after the point", "rounds = 1." + "3" * size
        yield f"number with an exponent of {size} digits", "rounds = 1e" + "9" * size
        yield f"number of {size} grouped digits", "rounds = 1" + "_1" * (size // 2)
    room = 250_000
    for name, line in (
        ("headers of lists", "[[motions]]\n"),
        ("lists in lists", "[[motions.tags.tags.tags]]\n"),
        ("empty lines", "\n"),
        ("comments", "#\n"),
        ("quotes", '"\n'),
        ("quotes in threes", '"""'),
        ("apostrophes in threes", "'''\n"),
        ("brackets", "[\n"),
        ("closing brackets", "]\n"),
        ("equals signs", "=\n"),
        ("dots", ".\n"),
        ("backslashes", "\\\n"),
        ("spaces", " " * 1_999 + "\n"),
        ("tabs", "\t" * 1_999 + "\n"),
        ("commas", ",\n"),
        ("minus signs", "-\n"),
    ):
        yield f"nothing but {name}", line * (room // len(line))
    yield "keys by the thousand", "".join(f"k{number} = 1\n" for number in range(20_000))
    yield "tables by the thousand", "".join(f"[t{number}]\n" for number in range(20_000))
    yield "deep tables by the thousand", "".join(f"[a.b.c.d.e.f.g{n}]\n" for n in range(10_000))
    yield (
        "one table deeper and deeper",
        "".join(f"[{'.'.join(f'a{n}' for n in range(depth))}]\n" for depth in range(1, 9)),
    )
    yield "entries by the thousand", "[[motions]]\nid = 1\n" * 10_000
    yield "lists of lists by the thousand", "motions = [\n" + "[],\n" * 60_000 + "]"
    yield "texts by the thousand", 'motions = [\n"",' + '"\\u001b",\n' * 25_000 + "]"
    yield "one key by the thousand", "a = 1\n" * 40_000
    yield "escapes by the thousand", 'title = """' + "\\u0041\n" * 30_000 + '"""'
    yield "a text of a quarter of a megabyte", 'opening = """' + "word\n" * 50_000 + '"""'
    yield "too large by one byte", "#" * 70 + "\n" + ("#" * 127 + "\n") * 2_048
    yield "ten megabytes", "a = 1\n" * 1_700_000
    yield "a line of a quarter of a megabyte", "a = '" + "x" * room + "'"
    yield "a comment of a quarter of a megabyte", "# " + "x" * room
    yield "combining marks", "# " + "e" + "\u0301" * 1_900
    yield "combining marks by escapes", 'title = "e' + "\\u0301" * 300 + '"'


def _unfinished(good: str) -> Iterator[tuple[str, str]]:
    """A good file that somebody cut or broke."""
    for parts in range(1, 24):
        end = len(good) * parts // 24
        yield f"cut after {parts}/24", good[:end]
    yield from (
        ("a quote missing", good.replace('"Train"', '"Train')),
        ("a quote too many", good.replace('"Train"', '""Train"')),
        ("three quotes missing", good.replace('both\nof you have lost."""', "both")),
        ("a bracket missing", good.replace("[[motions]]", "[[motions]", 1)),
        ("a bracket too many", good.replace("[[motions]]", "[[motions]]]", 1)),
        ("single brackets", good.replace("[[motions]]", "[motions]")),
        ("one table twice", good + "\n[payoff]\ncollapse = 0\n"),
        ("one key twice", good.replace("rounds = 10", "rounds = 10\nrounds = 11")),
        ("an equals sign missing", good.replace("rounds = 10", "rounds 10")),
        ("a colon for an equals sign", good.replace("rounds = 10", "rounds: 10")),
        ("a value missing", good.replace("rounds = 10", "rounds =")),
        ("a comma missing", good.replace('"isis", "iraq"', '"isis" "iraq"', 1)),
        ("True for true", good.replace("flash = true", "flash = True")),
        ("none for nothing", good.replace("income = 2", "income = null")),
        ("typographic quotes", good.replace('"Train"', "“Train”")),
        ("a merge conflict", good.replace("income = 2", "<<<<<<< HEAD\nincome = 2\n=======")),
    )


def _characters(good: str) -> Iterator[tuple[str, str]]:
    """Characters that nobody sees, at places where somebody may look."""
    for point in _POINTS:
        raw = chr(point)
        escaped = f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
        yield f"U+{point:04X} in a comment", good.replace("# Shared", f"# Sha{raw}red", 1)
        yield f"U+{point:04X} in a name", good.replace('"Train Iraqi', f'"Train{raw} Iraqi', 1)
        yield (
            f"U+{point:04X} written out",
            good.replace('"Train Iraqi', f'"Train{escaped} Iraqi', 1),
        )
        yield f"U+{point:04X} in a key", good.replace("income = 2", f'"in{escaped}come" = 2')
    for point in (0xD800, 0xDBFF, 0xDC00, 0xDFFF):
        yield f"U+{point:04X} raw", good.replace('"Train Iraqi', f'"Train{chr(point)} Iraqi', 1)
        yield f"U+{point:04X} escaped", good.replace('"Train Ir', f'"Train\\u{point:04x} Ir', 1)


def _values(good: str) -> Iterator[tuple[str, str]]:
    """A value of another kind under each key of the document."""
    lines = good.split("\n")
    for key in _KEYS:
        for name, value in _VALUES:
            text = "\n".join(line for line in lines if not line.startswith(f"{key} ="))
            yield f"{name} for {key}", f"{key} = {value}\n{text}"
    for key in ("__class__", "__proto__", "constructor", "", "a b", "é", "\\u001b[31m", "x" * 900):
        yield f"key {key[:20]!r}", good.replace("income = 2", f'income = 2\n"{key}" = 1')
    for name in ("../../etc/passwd", "con", "none\\n", "[red]", "a/b", "a:b", "-a", "A", "a" * 41):
        yield f"id {name[:20]!r}", good.replace('id = "train"', f'id = "{name}"')


def _encodings(good: str) -> Iterator[Hostile]:
    """Bytes that are not UTF-8, or not quite."""
    data = good.encode()
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        yield Hostile(name, good.replace("’", "+").encode(name))
    for name, piece in (
        ("latin-1", b"\xe9"),
        ("a lone continuation byte", b"\x80"),
        ("a sequence that ends early", b"\xe2\x82"),
        ("an overlong slash", b"\xc0\xaf"),
        ("a surrogate", b"\xed\xa0\x80"),
        ("beyond Unicode", b"\xf4\x90\x80\x80"),
        ("byte FF", b"\xff"),
    ):
        yield Hostile(f"{name} in a name", data.replace(b"Train Iraqi", b"Train" + piece, 1))
        yield Hostile(f"{name} at the start", piece + data)
        yield Hostile(f"{name} at the end", data + piece)


def _foreign(good: str) -> Iterator[Hostile]:
    """Files of other kinds."""
    yield Hostile("nothing", b"")
    yield Hostile("blanks", b" \n\t\n")
    yield Hostile("JSON", json.dumps({"id": "x", "motions": [1, 2]}).encode())
    yield Hostile("YAML", b"id: x\nmotions:\n  - id: train\n")
    yield Hostile("XML", b'<?xml version="1.0"?>\n<scenario id="x"/>\n')
    yield Hostile("HTML", b"<!DOCTYPE html>\n<script>alert(1)</script>\n")
    yield Hostile("Python", b"import os\nos.remove('x')\n")
    yield Hostile("a shell script", b"#!/bin/sh\nrm -rf $HOME\n")
    yield Hostile("an image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    yield Hostile("gzip", gzip.compress(good.encode(), mtime=0))
    yield Hostile("zip", b"PK\x03\x04" + bytes(200))
    yield Hostile("an executable", b"\x7fELF\x02\x01\x01" + bytes(200))
    yield Hostile("zeros", bytes(200_000))
    random = Random("bytes")  # the same bytes every time
    for number in range(12):
        yield Hostile(f"random bytes {number}", random.randbytes(2_000))
        ascii_ = bytes(random.randrange(32, 127) for _ in range(2_000))
        yield Hostile(f"random letters {number}", ascii_)
