"""Lines drawn in a terminal: a grid of dots, eight to a cell in braille, or one to a cell where
that is not to be had.
"""

from __future__ import annotations

from typing import Final

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

    def dot(self, x: int, y: int) -> None:
        """Set a dot; outside of the grid nothing is set."""
        if 0 <= x < self.wide and 0 <= y < self.high:
            across, down = x % self._across, y % self._down
            self._cells[y // self._down][x // self._across] |= _BITS[down][across]

    def line(self, x1: int, y1: int, x2: int, y2: int, *, every: int = 1) -> None:
        """A straight line (J. E. Bresenham, 1965), or every so many dots of it."""
        wide, high = abs(x2 - x1), -abs(y2 - y1)
        right, down = (1 if x1 < x2 else -1), (1 if y1 < y2 else -1)
        error, count = wide + high, 0
        while True:
            if count % every == 0:
                self.dot(x1, y1)
            if (x1, y1) == (x2, y2):
                return
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

    def _cell(self, row: int, column: int, bits: int) -> str:
        if character := self._words.get((row, column)):
            return character
        if not bits:
            return " "
        return chr(_EMPTY + bits) if self._down > 1 else "."
