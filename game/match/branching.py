"""What players do with the lines of play of a match: leave one, take back, comment, name.

Every one of these is an event in the journal; what was played before stays as it was.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from game.match.event import (
    Asked,
    Branched,
    Commented,
    Event,
    Named,
    Promoted,
    Refused,
    Went,
)
from game.match.timeline import Timeline
from game.match.tree import Tree
from game.rules import Rulebook


class Branching(ABC):
    """The part of a match that goes from one line of play to another."""

    tree: Tree
    """Every line of play that was tried. It is only read; the match alone changes it."""

    @abstractmethod
    def _change(self, event: Event) -> None:
        """Check an event that is no decision, write it, and take it up."""

    @abstractmethod
    def _draw_on(self) -> None:
        """Let Chance draw as long as it is Chance's turn."""

    @property
    def _line(self) -> Timeline:
        return self.tree.timeline

    @property
    def book(self) -> Rulebook:
        """The compiled scenario."""
        return self._line.book

    @property
    def seats(self) -> tuple[str, str]:
        """Per side who sits there, in the variation that is played."""
        return self.tree.variation.seats

    def branch(
        self,
        ply: int,
        *,
        variation: int | None = None,
        seats: tuple[str, str] | None = None,
        name: str = "",
    ) -> int:
        """Play on from an earlier position; the line that it leaves stays as it is.

        Args:
            ply: after how many decisions.
            variation: of which variation; the one that is played now if not given.
            seats: per side who sits there from now on; as before if not given.
            name: what to call the new variation.

        Returns:
            The number of the new variation, which is played from now on.

        Raises:
            ReadOnlyError: the match is only looked at.
            MatchError: there is no such position, or a seat or the name cannot be used.
        """
        parent = self.tree.current if variation is None else variation
        sitting = seats
        if sitting is None and parent < len(self.tree.variations):
            sitting = self.tree.variations[parent].seats
        self._change(Branched(parent, ply, sitting or self.seats, name))
        self._draw_on()
        return self.tree.current

    def go(self, variation: int) -> None:
        """Play on in another variation, where it was left.

        Raises:
            ReadOnlyError, MatchError: as for ``branch``.
        """
        self._change(Went(variation))
        self._draw_on()

    def ask_back(self, side: int) -> None:
        """A side asks the other to let it take its last decision back.

        Raises:
            ReadOnlyError: the match is only looked at.
            MatchError: it has none that can be taken back: Chance has drawn since.
        """
        self._change(Asked(self.book.side_ids[side]))

    def refuse_back(self) -> None:
        """The other side refuses. To play on refuses as well."""
        self._change(Refused())

    def take_back(self, side: int, price: int = 0) -> None:
        """Take a side's last decision back, and what came after it.

        The line as it was stays a variation. Between two people it is the other side's to allow.

        Args:
            side: 0 or 1.
            price: the points of score that the side pays for it.

        Raises:
            ReadOnlyError, MatchError: as for ``ask_back``.
        """
        by, ply = self.book.side_ids[side], self._line.own(side)
        self._change(Branched(self.tree.current, ply or 0, self.seats, by=by, price=price))

    def comment(self, ply: int, text: str, *, variation: int | None = None, by: str = "") -> None:
        """Write a comment on a position, in place of the one there; an empty text removes it.

        Raises:
            ReadOnlyError: the match is only looked at.
            MatchError: there is no such position, or the text cannot be kept.
        """
        line = self.tree.current if variation is None else variation
        self._change(Commented(line, ply, text, by))

    def name(self, variation: int, name: str) -> None:
        """Call a variation something.

        Raises:
            ReadOnlyError, MatchError: as for ``branch``.
        """
        self._change(Named(variation, name))

    def promote(self, variation: int) -> None:
        """Make a variation the main line.

        Raises:
            ReadOnlyError, MatchError: as for ``branch``.
        """
        self._change(Promoted(variation))
