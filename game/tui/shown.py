"""What the terminal shows, as far as it is known: only what differs is sent.

Textual sends the whole screen for every change of its layout, and once more for each screen that
opens. Most of it is there already.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from textual.geometry import Region
from textual.strip import Strip

# Textual keeps its compositor private; the tests that draw with it fail if a version moves it.
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate  # isort: skip

DRAWN = (LayoutUpdate, ChopsUpdate)
"""What the screens send: all of them, or some rows."""


class Difference(CompositorUpdate):
    """What must be written so that the terminal shows an update."""

    def __init__(self, sequences: str) -> None:
        self.sequences = sequences

    def render_segments(self, console: Console) -> str:  # noqa: ARG002 - Textual's signature
        return self.sequences

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.sequences


class TerminalShown:
    """Remembers what has been written to each place of the terminal."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, tuple[int, str]]] = {}

    def forget(self) -> None:
        """Know nothing any more: the terminal has another size, or belonged to somebody else."""
        self._rows.clear()

    def difference(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> Difference:
        """What of an update is not shown yet; from now on it is."""
        written: list[str] = []
        pen: tuple[int, int] | None = None
        for y, x, strip in _pieces(update):
            piece = (x + strip.cell_length, strip.render(console))
            row = self._rows.setdefault(y, {})
            if row.get(x) == piece:
                continue
            end, text = piece
            for at in [at for at, (to, _) in row.items() if at < end and x < to]:
                del row[at]
            row[x] = piece
            if pen != (y, x):
                written.append(f"\x1b[{y + 1};{x + 1}H")
            written.append(text)
            pen = (y, end)
        return Difference("".join(written))


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
