"""Drifts that bring themselves about again.

A drift is applied at most once at a close, so nothing can run without end. But a drift that
raises the very track on which it depends goes on round after round once it has begun.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from game.authoring.reach import Reach
from game.scenario.model import Drift


def loops(reach: Reach) -> Iterator[tuple[str, ...]]:
    """Shortest circles of drifts, each of which furthers the next, by the first drift in them.

    A circle is given once, starting from its first drift in the order of the file.
    """
    drifts = [drift for drift in reach.scenario.drifts if drift.id in reach.drifts]
    next_ = {one.id: [other.id for other in drifts if furthers(one, other)] for one in drifts}
    told: set[str] = set()
    for drift in drifts:
        circle = () if drift.id in told else _circle(drift.id, next_)
        if told.isdisjoint(circle):
            told.update(circle)
            if circle:
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


def _circle(first: str, next_: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The shortest way from a drift back to itself; empty if there is none."""
    ways: deque[tuple[str, ...]] = deque([(first,)])
    seen: set[str] = set()
    while ways:
        way = ways.popleft()
        for name in next_[way[-1]]:
            if name == first:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()
