"""Words on a grid of cells, as terminals have it: measured, cut, wrapped, each with a look.

What a look is on the screen, or in a recording, is decided there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.text import clean
from game.text.cells import begins, cells, wrapped

Span = tuple[str, str]
"""Words, and how they look: names such as ``dim`` or ``warn strong``, with a space between."""

Row = tuple[Span, ...]
"""One line."""

PLAIN: Final = ""
STRONG: Final = "strong"
DIM: Final = "dim"
GOOD: Final = "good"
WARN: Final = "warn"
BAD: Final = "bad"
STRUCK: Final = "dim struck"
QUOTED: Final = "quoted"
SIDES: Final = ("side0", "side1")
"""The look of each side's name."""
LOOKS: Final = frozenset(
    {"strong", "dim", "good", "warn", "bad", "struck", "quoted", "lined", "reverse", *SIDES}
)
"""Everything that a look is made of."""


def span(words: str, look: str = PLAIN) -> Span:
    """Words of one line, fit to be shown."""
    if words.isascii() and words.isprintable():
        return words, look
    return clean(words).replace("\n", " "), look


def length(row: Iterable[Span]) -> int:
    """How many cells a row takes."""
    # Of a drawing a tenth is this: most words need no call.
    return sum([len(words) if words.isascii() else cells(words) for words, _ in row])


def fit(row: Iterable[Span], room: int) -> Row:
    """A row of exactly so many cells; a cut shows as an ellipsis."""
    row = tuple(row)
    spare = room - length(row)
    if spare >= 0:
        return (*row, (" " * spare, PLAIN))
    kept: list[Span] = []
    left = room - 1
    for words, look in row:
        part = begins(words, left)
        kept.append((part, look))
        if part != words:
            break
        left -= cells(part)
    kept.append(("…", DIM))
    return (*kept, (" " * (room - length(kept)), PLAIN))


def cut(row: Iterable[Span], room: int) -> Row:
    """A row of at most so many cells."""
    row = tuple(row)
    return row if length(row) <= room else fit(row, room)


def spread(left: Iterable[Span], right: Iterable[Span], room: int) -> Row:
    """A row with something at either end; the left end gives way."""
    right = tuple(right)
    return (*fit(left, max(1, room - length(right) - 1)), (" ", PLAIN), *right)


def shortened(signs: Sequence[str], names: Sequence[str], room: int, gap: int = 1) -> list[str]:
    """Names after their signs, all of them, each with as many letters as fit beside the others; a
    cut shows. With what room is left then those stay whole that lack least.

    >>> shortened(["○ ", "✓ "], ["Sanctions", "Law"], 14)
    ['○ Sanct…', '✓ Law']
    >>> shortened(["○", "✓"], ["Grievance", "Indivisible"], 20)
    ['○Grievance', '✓Indivis…']
    """
    longest = min(max(map(cells, names), default=0), room)
    for letters in range(longest, 0, -1):
        cut_off = [sign + _shown(name, letters) for sign, name in zip(signs, names, strict=True)]
        left = room - sum(map(cells, cut_off)) - gap * (len(cut_off) - 1)
        if left < 0:
            continue
        whole = [sign + name for sign, name in zip(signs, names, strict=True)]
        lacks = [cells(one) - cells(other) for one, other in zip(whole, cut_off, strict=True)]
        for place in sorted(range(len(names)), key=lacks.__getitem__):
            if lacks[place] <= left:
                cut_off[place] = whole[place]
                left -= lacks[place]
        return cut_off
    return [sign.strip() for sign in signs]


def _shown(name: str, letters: int) -> str:
    """A name in so many cells; a cut shows, where it leaves anything."""
    if cells(name) <= letters:
        return name
    return begins(name, letters - 1) + "…" if letters > 1 else begins(name, letters)


def wrap(words: str, room: int, look: str = PLAIN, *, lead: int = 0) -> list[Row]:
    """Words broken into rows of at most so many cells; a longer word is cut.

    Args:
        words: the words.
        room: how wide the rows may be.
        look: how they look.
        lead: how far all rows but the first are set in.
    """
    return [cut(((row, look),), room) for row in wrapped(words, room, lead)]


def text(row: Iterable[Span]) -> str:
    """The words of a row."""
    return "".join(words for words, _ in row)
