"""Lines drawn in a terminal: a grid of dots, eight to a cell in braille, or one to a cell where
that is not to be had.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from game.telling.layout.cells import DIM, PLAIN, Row

_BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""By row and column of a dot in its cell the bit that it is in a braille character."""

_EMPTY: Final = 0x2800


class DotCanvas:
    """A grid of dots, the first row at the top.

    Args:
        wide: how many cells.
        high: how many rows of cells.
        braille: whether a cell has two by four dots; else it has one, drawn as a full stop.
    """

    def __init__(self, wide: int, high: int, *, braille: bool = True) -> None:
        self._across, self._down = (2, 4) if braille else (1, 1)
        self.wide, self.high = wide * self._across, high * self._down
        self._cells = [[0] * wide for _ in range(high)]
        self._words: dict[tuple[int, int], str] = {}
        self._looks: dict[tuple[int, int], str] = {}

    def dot(self, x: int, y: int, look: str = PLAIN) -> None:
        """Set a dot; outside of the grid nothing is set.

        Where two looks meet in a cell they have it by turns, so that what goes on together is seen
        in both; what is dim gives way.
        """
        if 0 <= x < self.wide and 0 <= y < self.high:
            across, down = x % self._across, y % self._down
            row, column = y // self._down, x // self._across
            self._cells[row][column] |= _BITS[down][across]
            before = self._looks.get((row, column), look)
            if before == DIM or (look != DIM and column % 2):
                before = look
            self._looks[row, column] = before

    def curve(
        self, places: Sequence[tuple[int, int]], look: str = PLAIN, *, every: int = 1
    ) -> None:
        """Straight lines from each place to the next, in a look; or every so many dots of them."""
        count = 0
        for (x1, y1), (x2, y2) in pairwise(places):
            count = self.line(x1, y1, x2, y2, look, every=every, count=count)

    def line(
        self,
        x1: int,
        y1: int,
        x2: int,
        y2: int,
        look: str = PLAIN,
        *,
        every: int = 1,
        count: int = 0,
    ) -> int:
        """A straight line (J. E. Bresenham, 1965), or every so many dots of it.

        Args:
            x1: the column of the dot at which it begins.
            y1: its row.
            x2: the column of the dot at which it ends.
            y2: its row.
            look: how it looks.
            every: of how many dots one is set.
            count: how many dots of a longer line came before it.

        Returns:
            How many came before its last dot.
        """
        wide, high = abs(x2 - x1), -abs(y2 - y1)
        right, down = (1 if x1 < x2 else -1), (1 if y1 < y2 else -1)
        error = wide + high
        while True:
            if count % every == 0:
                self.dot(x1, y1, look)
            if (x1, y1) == (x2, y2):
                return count
            count += 1
            twice = 2 * error
            if twice >= high:
                error, x1 = error + high, x1 + right
            if twice <= wide:
                error, y1 = error + wide, y1 + down

    def sign(self, x: int, y: int, character: str, *, beside: str = "") -> None:
        """A character in the cell of a dot, over whatever is drawn there.

        Args:
            x: the column of the dot.
            y: its row.
            character: the character.
            beside: the characters that it is not drawn over, but next to, towards the middle.
        """
        if 0 <= x < self.wide and 0 <= y < self.high:
            row, column = y // self._down, x // self._across
            on = 1 if 2 * x < self.wide else -1
            while self._words.get((row, column), " ") in beside:
                column += on
            self._words[row, column] = character

    def rows(self) -> tuple[str, ...]:
        """The grid as lines of text, without spaces at their ends."""
        return tuple(
            "".join(self._cell(row, column, bits) for column, bits in enumerate(cells)).rstrip()
            for row, cells in enumerate(self._cells)
        )

    def looked(self) -> list[Row]:
        """The same lines, each part in its look."""
        return [self._in_looks(row, line) for row, line in enumerate(self.rows())]

    def _in_looks(self, row: int, line: str) -> Row:
        looks = [self._looks.get((row, column), PLAIN) for column in range(len(line))]
        parts = groupby(zip(line, looks, strict=True), lambda cell: cell[1])
        return tuple(("".join(words for words, _ in part), look) for look, part in parts)

    def _cell(self, row: int, column: int, bits: int) -> str:
        if character := self._words.get((row, column)):
            return character
        if not bits:
            return " "
        return chr(_EMPTY + bits) if self._down > 1 else "."
