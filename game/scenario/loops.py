"""Drifts that bring themselves about again.

A drift is applied at most once at a close, so nothing can run without end. But a drift that
raises the very track on which it depends goes on round after round once it has begun.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Drift
from game.scenario.reach import Reach


def loops(reach: Reach) -> Iterator[tuple[str, ...]]:
    """Shortest circles of drifts, each of which furthers the next, by the first drift in them.

    A circle is given once, starting from its first drift in the order of the file.
    """
    drifts = [drift for drift in reach.scenario.drifts if drift.id in reach.drifts]
    told: set[frozenset[str]] = set()
    for first in drifts:
        circle = _circle(first, drifts)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            yield circle


def furthers(one: Drift, other: Drift) -> bool:
    """Whether one drift pushes a track the way that another needs it."""
    return any(
        (amount > 0 and condition.at_least is not None)
        or (amount < 0 and condition.at_most is not None)
        for track, amount in one.effects.items()
        for condition in other.when
        if condition.track == track
    )


def _circle(first: Drift, drifts: list[Drift]) -> tuple[str, ...]:
    """The shortest way from a drift back to itself; empty if there is none."""
    ways: list[tuple[Drift, ...]] = [(first,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for drift in drifts:
            if not furthers(way[-1], drift):
                continue
            if drift.id == first.id:
                return tuple(each.id for each in way)
            if drift.id not in seen:
                seen.add(drift.id)
                ways.append((*way, drift))
    return ()
