"""What a rulebook is laid out with: headings, tables and words as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.telling.voice import Voice
from game.text.escape import markdown

NOTHING: Final = "–"
"""What stands in a cell with nothing in it."""


def cell(words: str) -> str:
    """Words in a cell."""
    return markdown(words) or NOTHING


def paragraphs(text: str) -> str:
    """Words of one or more paragraphs."""
    return "\n\n".join(map(markdown, text.split("\n\n")))


def code(name: str | None) -> str:
    """An id."""
    return f"`{name}`" if name else NOTHING


def codes(names: Iterable[str]) -> str:
    """Ids one after the other."""
    return ", ".join(map(code, names)) or NOTHING


def cite(voice: Voice, source: Sequence[str]) -> str:
    """Paragraphs of the source."""
    return cell(voice.cite(tuple(source)))


def heading(voice: Voice, name: str, level: int = 2) -> str:
    """A heading."""
    return f"{'#' * level} {voice.say(f'rulebook.heading.{name}')}"


def heads(voice: Voice, names: str) -> list[str]:
    """The heads of columns, by their names with a space between."""
    return [voice.say(f"rulebook.column.{name}") for name in names.split()]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, or nothing if it has no rows. Cells are Markdown already."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"|{'---|' * len(head)}"
    return "\n".join([f"| {' | '.join(head)} |", rule, *lines]) if lines else ""


def entry(voice: Voice, name: str, about: str) -> str:
    """A name and what is to be said of it."""
    return voice.say("rulebook.entry", name=markdown(name), about=paragraphs(about))
