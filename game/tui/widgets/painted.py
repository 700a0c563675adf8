"""A row in its colours, kept for the next time that it is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.strip import Strip

KEPT = 100
"""How many lines of a list are remembered, and rows of its bar."""

Remembered = dict[object, Strip]
"""Painted rows by all that they hang on, the oldest first."""


class Painted(Strip):
    """A row in its colours, which is gone as soon as it is forgotten.

    Textual's own keeps a list with itself in it, once it is on the screen whole: garbage that
    has to be searched for.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = list(cuts)
        return [self] if cuts == [self.cell_length] else super().divide(cuts)


def remember(painted: Remembered, key: object, strip: Strip, most: int) -> Strip:
    """Keep a painted row for the next time: who has moved on may come back.

    Args:
        painted: what is remembered.
        key: what the row hangs on.
        strip: the row.
        most: how many are remembered; those that were painted first give way.
    """
    painted[key] = strip
    while len(painted) > most:
        del painted[next(iter(painted))]
    return strip
