"""Strangers' words in tables, programs and JSON: no reader takes them for instructions.

Scenarios, names, titles and reasons may hold anything that can be shown. Each function returns
text that a reader of its format gives back as the same words, and as nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from typing import Final

from game.text import clean, codepoints
from game.text.names import alike

_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula; also after apostrophes, so that the
guard can be taken off again."""


def cell(text: str) -> str:
    """Words as the content of a cell that no spreadsheet computes.

    >>> cell("=1+1"), cell("'=1+1"), cell("it's"), cell("a-b")
    ("'=1+1", "''=1+1", "it's", 'a-b')
    """
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def constant(*parts: str) -> str:
    """Ids as one constant of a logic program: small letters, digits and underscores.

    >>> constant("d1a2", "us", "no-apology")
    'd1a2_us_no_apology'
    """
    return re.sub(r"[^a-z0-9]", "_", "_".join(parts).lower())


def dumped(value: object, *, indent: int | None = None) -> str:
    r"""A value as JSON in which letters stand as they are, and nothing that cannot be seen does.

    What ``clean`` would take out of a text is written as an escape and read back as it was. Every
    format that is JSON is written by this.

    >>> dumped({"name": "Тр\u202eust\x7f"})
    '{"name": "Тр\\u202eust\\u007f"}'
    """
    # Within strings JSON has no line breaks, and without them nothing that is refused.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return codepoints.refused().sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    return found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1]


def told_apart(names: Iterable[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """Names of columns, no two of which read alike: one that is taken gets a number.

    Args:
        names: what the columns are called.
        taken: what other columns of the table are called.

    >>> told_apart(["Trust", "trust", "Round"], taken=["Round"])
    ('Trust', 'trust (2)', 'Round (2)')
    """
    seen = {alike(name) for name in taken}
    found = []
    for name in names:
        number, free = 1, name
        while alike(free) in seen:
            number += 1
            free = f"{name} ({number})"
        seen.add(alike(free))
        found.append(free)
    return tuple(found)
