"""How text and numbers become styled content. ``say`` is the one door to the screen.

Styles are theme tokens, so that every theme works; ``palette`` makes them legible in each. The
colours of the two sides are named by the scenario. Nothing is told by colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content, Span

from game.rules import Rulebook
from game.telling.layout.cells import SIDES as SIDE_LOOKS
from game.telling.layout.cells import Row
from game.telling.messages import Messages
from game.telling.voice import Voice
from game.text import clean
from game.text.cells import HELD, cells, held
from game.text.cells import wrapped as in_rows
from game.tui.draw.palette import SIDES

DIM = "$ink-dim"
GOOD = "$ink-good"
BAD = "$ink-bad"
WARN = "$ink-warn"
STRONG = "bold"
QUOTED = "italic"

Part = str | Content | tuple[str, str]


def say(*parts: Part) -> Content:
    """Text, or (text, style) pairs, as content: never markup, never a control code."""
    return Content.assemble(
        *[
            (clean(part[0]), part[1])
            if isinstance(part, tuple)
            else clean(part)
            if isinstance(part, str)
            else part
            for part in parts
        ],
        strip_control_codes=False,
    )


_MARK = "\0"


def worded(words: Messages | Voice, key: str, /, style: str = "", **places: Part | int) -> Content:
    """A message in a style, with its places filled with parts in styles of their own."""
    marked = {
        name: part if isinstance(part, int) else f"{_MARK}{name}{_MARK}"
        for name, part in places.items()
    }
    parts: list[Part] = []
    for place, text in enumerate(words.say(key, **marked).split(_MARK)):
        filled = places[text] if place % 2 else (text, style)
        assert not isinstance(filled, int)  # numbers are filled in by the message
        parts.append(filled)
    return say(*parts)


def lines(rows: list[Content]) -> Content:
    """Rows one below the other."""
    return Content("\n").join(rows)


def rows_of(content: Content) -> list[Content]:
    """The rows of what ``lines`` made; none if there is nothing in it."""
    return list(content.split("\n", allow_blank=True)) if content else []


def by_line(text: Content | Sequence[Content]) -> list[Content]:
    r"""The lines of a text, or of rows one below the other; at least one.

    >>> [line.plain for line in by_line([say("one"), say("two\n"), say("")])]
    ['one', 'two', '', '']
    """
    rows = (text,) if isinstance(text, Content) else text
    found: list[Content] = []
    for row in rows:
        found += row.split("\n", allow_blank=True) if "\n" in row.plain else (row,)
    return found or [Content()]


def wrapped(text: Content, width: int) -> list[Content]:
    """Text as rows of ``width`` cells at most; the rows of an entry stand below its first word, and
    no change is broken.

    >>> [row.plain for row in wrapped(say("  • Trust 3 → 4"), 10)]
    ['  • Trust', '    3 → 4']
    """
    rows: list[Content] = []
    for paragraph in text.split("\n", allow_blank=True):
        rows += _rows_of_paragraph(paragraph.plain, tuple(paragraph.spans), width)
    return rows


def wrapped_list(text: Content, width: int) -> list[Content]:
    """The same of things with commas between them: none of them is broken, if a row has room.

    >>> [row.plain.rstrip() for row in wrapped_list(say("Tension +1, US goals +1"), 16)]
    ['Tension +1,', 'US goals +1']
    """
    plain = text.plain
    lead = len(plain) - len(plain.lstrip(" •"))
    rows: list[Content] = []
    start = end = 0
    for after in (*(each.end() for each in _BETWEEN.finditer(plain)), len(plain)):
        if end and (lead if start else 0) + cell_len(plain[start:after].rstrip()) > width:
            rows.append(text[start:end])
            start = end
        end = after
    rows = [
        row.rstrip().pad_left(lead if place else 0)
        for place, row in enumerate([*rows, text[start:]])
    ]
    return [part for row in rows for part in wrapped(row, width)]


_BETWEEN = re.compile(r", |(?<=\S)  ")
"""What stands between two things."""


@lru_cache(maxsize=256)
def _rows_of_paragraph(plain: str, spans: tuple[Span, ...], width: int) -> tuple[Content, ...]:
    """Most of a text beside a list is the text of the line before."""
    lead = len(plain) - len(plain.lstrip(" •"))
    if cells(plain) <= width or lead >= width:
        return (cut(_known(plain, spans), width),)
    room = width - lead
    rows = list(in_rows(plain[lead:], room))
    if " ".join(rows) != plain[lead:] or max(map(cells, rows)) > room:
        # There is a word without room, or more between two words than a space.
        return _wrapped_anyhow(_known(held(plain), spans), lead, room)
    found, start = [], 0
    for row in rows:
        inset = lead if start else 0
        end = (start or lead) + len(row)
        inside = (
            Span(max(first, start) - start + inset, min(last, end) - start + inset, style)
            for first, last, style in spans
            if first < end and last > start
        )
        found.append(_known(" " * inset + plain[start:end], inside))
        start = end + 1
    return tuple(found)


def _wrapped_anyhow(paragraph: Content, lead: int, room: int) -> tuple[Content, ...]:
    """Rows of a paragraph as Textual breaks them; their spaces are held as ``held`` says."""
    first, *rest = paragraph[lead:].wrap(room)
    rows = (paragraph[:lead] + first, *(row.pad_left(lead) for row in rest))
    return tuple(_known(row.plain.replace(HELD, " "), row.spans) for row in rows)


def _known(plain: str, spans: Iterable[Span]) -> Content:
    """Content of words that were let in by ``say``."""
    return Content(plain, list(spans), strip_control_codes=False)


def side_style(book: Rulebook, side: int) -> str:
    """The style of a side's name."""
    return color_style(book.scenario.sides[side].color if side >= 0 else "")


def color_style(color: str) -> str:
    """The style of what has a colour of the scenario."""
    if color.startswith("#"):
        return f"bold {color}"
    return f"bold $ink-{color}" if color in SIDES else STRONG


_LOOKS = {
    "strong": STRONG,
    "dim": DIM,
    "good": GOOD,
    "warn": WARN,
    "bad": BAD,
    "struck": "strike",
    "quoted": QUOTED,
    "lined": "underline",
    "reverse": "reverse",
}
"""The style of what a layout calls a look; the two sides have colours of their own."""


def styled(rows: Iterable[Row], colors: Sequence[str]) -> list[Content]:
    """Rows of a layout in their colours.

    Args:
        rows: the rows.
        colors: the colours of both sides, as the scenario names them.
    """
    one, other = colors
    return [_colored(row, one, other) for row in rows]


@lru_cache(maxsize=256)
def _colored(row: Row, one: str, other: str) -> Content:
    """Most rows of a table are what they were one decision ago."""
    return say(*[(words, _style_of(look, one, other)) for words, look in row])


@lru_cache(maxsize=256)
def _style_of(look: str, one: str, other: str) -> str:
    styles = {**_LOOKS, **dict(zip(SIDE_LOOKS, map(color_style, (one, other)), strict=True))}
    return " ".join(styles[each] for each in look.split())


def cut(content: Content, width: int) -> Content:
    r"""A row of ``width`` cells at most; a cut shows as an ellipsis, a line break as a space.

    >>> cut(say("one\ntwo three"), 9).plain
    'one two …'
    """
    if "\n" in content.plain:
        content = Content(" ").join(content.split("\n", allow_blank=True))
    if content.cell_length <= width:
        return content
    return content.truncate(max(width, 1), ellipsis=True)


def fit(content: Content, width: int) -> Content:
    """Content cut or padded to exactly ``width`` cells."""
    content = cut(content, width)
    return content.pad_right(max(0, width - content.cell_length))


def spread(left: Content, right: Content, width: int) -> Content:
    """One row with something at either end; the left end gives way."""
    room = max(0, width - right.cell_length - 1)
    return say(fit(left, room), " ", right)
