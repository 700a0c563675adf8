"""The Markdown of a rulebook as rows to read: a line of a table is an entry with what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from textual.content import Content

from game.telling.messages import Messages
from game.telling.rulebook.tables import NOTHING
from game.tui.draw.styles import DIM, STRONG, Part, lines, say

_INLINE: Final = re.compile(r"\\(?P<sign>.)|(?P<mark>\*\*|[*`])", re.DOTALL)
"""A sign that is shown as itself, or one that begins or ends a style."""

_BETWEEN: Final = " | "
"""What stands between two cells; in words a backslash stands before the bar."""

_STYLES: Final = {"**": STRONG, "*": "italic", "`": DIM}


def draw_markdown(words: Messages, text: str) -> Content:
    """A rulebook as ``telling.rulebook`` writes it; other Markdown is not understood."""
    rows: list[Content] = []
    for block in text.strip().split("\n\n"):
        rows += [*_block(words, block.split("\n")), say("")]
    return lines(rows)


def _block(words: Messages, block: list[str]) -> Iterator[Content]:
    first = block[0]
    if first.startswith("#"):
        yield say(*_inline(first.lstrip("#").strip(), f"{STRONG} underline"))
    elif first.startswith("| "):
        yield from _table(words, block)
    else:
        yield from (say(*_inline(line)) for line in block)


def _table(words: Messages, block: list[str]) -> Iterator[Content]:
    heads, _, *rest = block
    names = [_plain(each) for each in _cells(heads)]
    for line in rest:
        first, *cells = _cells(line)
        parts: list[Part] = ["  • ", *_inline(first, STRONG)]
        between = words.say("names.list.space") * 2
        for name, cell in zip(names[1:], cells, strict=True):
            if cell.strip() and cell != NOTHING:
                # Where there is but one column it goes without saying.
                label = words.say("rulebook.cell", column=name) if len(cells) > 1 else ""
                parts += [between, (label, DIM), *_inline(cell)]
                between = words.say("names.list.semicolon")
        yield say(*parts)


def _cells(line: str) -> list[str]:
    return line.removeprefix("| ").removesuffix(" |").split(_BETWEEN)


def _plain(cell: str) -> str:
    return say(*_inline(cell)).plain


def _inline(text: str, style: str = "") -> Iterator[Part]:
    """Words with what is marked in them in a style of its own."""
    place, marked = 0, ""
    for found in _INLINE.finditer(text):
        look = f"{style} {_STYLES[marked]}".strip() if marked else style
        yield text[place : found.start()], look
        place = found.end()
        if found["sign"]:
            yield found["sign"], look
        else:
            marked = "" if marked == found["mark"] else found["mark"]
    yield text[place:], style
