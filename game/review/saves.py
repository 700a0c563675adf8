"""What a list of saves shows: in which order, and which of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from game.match import Entry
from game.value import frozen


@frozen
class Order:
    """An order of saves.

    Attributes:
        key: what is compared.
        at_a_glance: whether the folder itself tells it, before a save is looked at.
    """

    key: Callable[[Entry], Any]
    at_a_glance: bool = False


ORDERS: Final[Mapping[str, Order]] = {
    "played": Order(lambda entry: (entry.shipped, -entry.modified, entry.slug), at_a_glance=True),
    "name": Order(lambda entry: entry.slug, at_a_glance=True),
    "scenario": Order(lambda entry: (entry.scenario, entry.variant or "", entry.slug)),
    "round": Order(lambda entry: (-entry.round, entry.slug)),
    "length": Order(lambda entry: (entry.decisions, entry.slug)),
    "begun": Order(lambda entry: (entry.created, entry.slug)),
}
"""By name what saves can be sorted by; ``played`` has the last one first."""

KINDS: Final[Mapping[str, Callable[[Entry], bool]]] = {
    "going": lambda entry: entry.unfinished,
    "over": lambda entry: entry.verdict is not None,
    "damaged": lambda entry: entry.damage is not None,
    "unseen": lambda entry: not entry.looked_at,
    "example": lambda entry: entry.shipped,
}
"""By name what kinds of saves there are."""


def in_order(entries: Iterable[Entry], by: str) -> list[Entry]:
    """Saves in one of the ``ORDERS``; what is not known yet comes last."""
    order = ORDERS[by]
    return sorted(
        entries, key=lambda entry: (not (order.at_a_glance or entry.looked_at), order.key(entry))
    )


def fits(entry: Entry, wanted: str) -> bool:
    """Whether a save is of a kind, or has these words somewhere, whatever their case."""
    if wanted in KINDS:
        return KINDS[wanted](entry)
    words = (entry.slug, entry.title, entry.scenario, entry.outcome, *entry.seats, *entry.names)
    return any(wanted.casefold() in each.casefold() for each in words)


def scores(entry: Entry) -> tuple[int, int]:
    """Per side the final score, or the one that it has by now."""
    return entry.scores if entry.final is None else entry.final
