"""Texts of several lines: their paragraphs, and whether there is anything in them to read."""

from __future__ import annotations

import re
from typing import Final

from game.text import codepoints

_PARAGRAPHS: Final = re.compile(r"\n(?:[ ]*\n)+")


def folded(text: str, *, paragraphs: bool = True) -> str:
    r"""Text as paragraphs: a line break becomes a space, and blank lines part paragraphs.

    So a scenario's author may break lines wherever the file reads best. Without ``paragraphs``
    a blank line is no more than a space, too.

    >>> folded("One\nparagraph.\n\n\nAnother.\n")
    'One paragraph.\n\nAnother.'
    """
    parts = (
        " ".join(line.strip(" ") for line in part.split("\n") if line.strip(" "))
        for part in _PARAGRAPHS.split(text)
    )
    return ("\n\n" if paragraphs else " ").join(part for part in parts if part)


def blank(text: str) -> bool:
    """Whether there is nothing in a text to read."""
    return all(codepoints.blank().fullmatch(line) for line in text.split("\n"))
