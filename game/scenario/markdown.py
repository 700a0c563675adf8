"""Markdown of which what strangers wrote is no part: it is shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_ACTIVE: Final = re.compile(r"([\\`*_\[\]<>|&~$])")
_LEADING: Final = re.compile(r"^(\s*)([#+=:-]|\d+[.)])", re.MULTILINE)


def plain(text: str) -> str:
    r"""Text of the scenario, so written that Markdown shows it as it is.

    >>> print(plain("# 1 * [2]|3"))
    \# 1 \* \[2\]\|3
    """
    return _LEADING.sub(_spared, _ACTIVE.sub(r"\\\1", text))


def _spared(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, or nothing if it has no rows. Cells are Markdown already."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + "---|" * len(head)
    return "\n".join(["| " + " | ".join(head) + " |", rule, *lines]) if lines else ""


def code(name: str) -> str:
    """An id."""
    return f"`{name}`"


def codes(names: Iterable[str]) -> str:
    """Ids one after the other."""
    return ", ".join(code(name) for name in names) or "–"


def cell(text: str) -> str:
    """Text in a cell: paragraphs run on, and nothing is a dash."""
    return plain(text).replace("\n\n", " ") or "–"


def cite(source: Sequence[str]) -> str:
    """Paragraphs of the source."""
    return f"¶ {plain(', '.join(source))}" if source else "–"
