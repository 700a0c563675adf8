"""The review that was read last, at hand as long as its files stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.value import frozen

if TYPE_CHECKING:
    from game.match import Timeline
    from game.review.review_store import Found, Marker, ReviewStore
    from game.review.reviewed_line import ReviewedLine


@frozen
class Shelved:
    """What was found where a review is kept.

    Attributes:
        found: whether there is one, and whether it fits.
        reviewed: the finest one for which everything is known, with what could be reached from the
            start if that is known, too; nothing if there is none.
    """

    found: Found
    reviewed: ReviewedLine | None

    def whole(self, budget: int) -> bool:
        """Whether there is nothing left to find out with so many playouts."""
        reviewed = self.reviewed
        return (
            reviewed is not None
            and reviewed.review.budget >= budget
            and not reviewed.review.provisional
            and reviewed.reachable is not None
        )


class ReviewShelf:
    """Has one review at hand. Safe to use from any thread."""

    def __init__(self) -> None:
        self._last: tuple[Marker, Shelved] | None = None

    def at_hand(self, store: ReviewStore) -> Shelved | None:
        """What was read last, if it was this and is as it was; nothing is read for it."""
        last = self._last
        return last[1] if last is not None and last[0] == store.marker() else None

    def look(self, line: Timeline, store: ReviewStore) -> Shelved:
        """What is kept; it is read if it is not at hand.

        Args:
            line: the line of play.
            store: where its review is kept.
        """
        shelved = self.at_hand(store)
        if shelved is None:
            from game.review.making import look_up  # noqa: PLC0415 - not if it is at hand

            marker = store.marker()  # before: what is written meanwhile is read the next time
            shelved = look_up(line, store)
            self.put(marker, shelved)
        return shelved

    def put(self, marker: Marker, shelved: Shelved) -> None:
        """Have something at hand.

        Args:
            marker: of the files, as they were before they were read, or after they were written.
            shelved: what stands in them.
        """
        self._last = marker, shelved
