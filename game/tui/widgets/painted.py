"""A row in its colours, kept for the next time that it is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.strip import Strip

KEPT = 100
"""How many painted rows a widget remembers."""


class Painted(Strip):
    """A row in its colours, which is gone as soon as it is forgotten.

    Textual's own keeps a list with itself in it, once it is on the screen whole: garbage that
    has to be searched for.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = list(cuts)
        return [self] if cuts == [self.cell_length] else super().divide(cuts)
