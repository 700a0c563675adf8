"""What the terminal shows, as far as it is known: only what differs is sent.

Textual sends the whole screen for every change of its layout, and once more for each screen that
opens. Most of it is there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from unicodedata import category

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

# Textual keeps its compositor private; the tests that draw with it fail if a version moves it.
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate  # isort: skip

DRAWN = (LayoutUpdate, ChopsUpdate)
"""What the screens send: all of them, or some rows."""


KEPT: Final = 1024
"""So many characters are known to stand alone, which is asked quickly of a whole text."""
_ALONE: Final = set(map(chr, range(0x20, 0x7F)))


class Difference(CompositorUpdate):
    """What must be written so that the terminal shows an update."""

    def __init__(self, sequences: str) -> None:
        self.sequences = sequences

    def render_segments(self, console: Console) -> str:  # noqa: ARG002 - Textual's signature
        return self.sequences

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.sequences


class _Piece(NamedTuple):
    """What has been written to a row: up to which column, and in which parts."""

    end: int
    parts: tuple[Segment, ...]


class TerminalShown:
    """Remembers what has been written to each place of the terminal."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, _Piece]] = {}

    def forget(self) -> None:
        """Know nothing any more: the terminal has another size, or belonged to somebody else."""
        self._rows.clear()

    def difference(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> Difference:
        """What of an update is not shown yet; from now on it is."""
        written: list[str] = []
        pen: tuple[int, int] | None = None
        for y, x, whole in _pieces(update):
            strip, at = whole, x
            piece = _Piece(x + strip.cell_length, tuple(strip))
            row = self._rows.setdefault(y, {})
            known = row.get(x)
            if known == piece:
                continue
            if known is not None and known.end == piece.end:
                left_out, parts = _changed(known.parts, piece.parts)
                at, strip = x + left_out, Strip(parts)
            else:
                for over in [each for each, old in row.items() if each < piece.end and x < old.end]:
                    del row[over]
            row[x] = piece
            if pen != (y, at):
                written.append(f"\x1b[{y + 1};{at + 1}H")
            written.append(strip.render(console))
            pen = (y, at + strip.cell_length)
        return Difference("".join(written))


def _changed(old: Sequence[Segment], new: Sequence[Segment]) -> tuple[int, list[Segment]]:
    """The parts of a row without those at its ends that are as they were; and how many cells are
    left out before them.

    A terminal may think otherwise of how wide some characters are. What comes after one is written
    again, so that nothing stands in a wrong place for long.
    """
    same = _alike(old, new)
    first = sum(part.cell_length for part in new[:same])
    old, new = old[same:], new[same:]
    behind = _alike(old[::-1], new[::-1])
    changed = new[: len(new) - behind]
    plain = all(map(_plain, (*old[: len(old) - behind], *changed)))
    return first, list(changed if plain else new)


def _alike(old: Sequence[Segment], new: Sequence[Segment]) -> int:
    """How many parts from the first on are the same, and as wide as they have characters."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other or not _plain(one):
            break
        count += 1
    return count


def _plain(part: Segment) -> bool:
    """Whether all of its characters take one cell whatever stands beside them."""
    return part.text.isascii() or _ALONE.issuperset(part.text) or all(map(_alone, part.text))


def _alone(character: str) -> bool:
    """Whether a character takes one cell whatever stands beside it."""
    alone = cell_len(character) == 1 and not _joins(character)
    if alone and len(_ALONE) < KEPT:
        _ALONE.add(character)
    return alone


def _joins(character: str) -> bool:
    """Whether a character may be drawn together with the one before it or after it, or be chosen
    another form.
    """
    return category(character) in ("Mn", "Me", "Mc", "Cf", "Sk") or "🇦" <= character <= "🇿"


def _pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The pieces of an update: their row, their first column, and what is written there."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
        return
    for y, first, last in update.spans:
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is not None and x < last and end > first:
                yield y, x, chop if end <= last else chop.crop(0, last - x)


def regions(update: LayoutUpdate | ChopsUpdate) -> set[Region]:
    """Where an update draws."""
    if isinstance(update, LayoutUpdate):
        return {update.region}
    return {Region(first, y, last - first, 1) for y, first, last in update.spans}
