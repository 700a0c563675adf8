"""How different games are: entropy in bits, and the distance between sets of carried motions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import log2

from game.interval import Figure, jackknife


def entropy(seen: Sequence[Hashable]) -> Figure:
    """The entropy of what was seen, in bits (S. Zahl, "Jackknifing an index of diversity", 1977).

    >>> round(entropy(["a", "b"] * 200).value, 2)
    1.0
    """
    return entropy_within([((), each) for each in seen])


def entropy_within(seen: Sequence[tuple[Hashable, Hashable]]) -> Figure:
    """The entropy of what was seen if it is known in which group it was: (group, what).

    >>> round(entropy_within([(0, "a"), (1, "b")] * 200).value, 2)
    0.0
    """
    pairs, groups, count = Counter(seen), Counter(group for group, _ in seen), len(seen)
    # Summed over pairs, n log n stands for all of it: H = (sum over groups - sum over pairs) / n.
    whole = sum(map(_log, groups.values())) - sum(map(_log, pairs.values()))
    without = []
    for (group, _), times in pairs.items():
        size = groups[group]
        rest = whole - _log(size) + _log(size - 1) + _log(times) - _log(times - 1)
        without.append((rest / max(1, count - 1), times))
    return jackknife(whole / max(1, count), without)


def distance(sets: Sequence[frozenset[str]]) -> Figure:
    """The mean distance between two sets (P. Jaccard, 1901): 0 for equal ones, 1 for strangers.

    >>> distance([frozenset("ab"), frozenset("bc"), frozenset("ab")]).count
    3
    """
    size = len(sets)
    if size < 3:
        return Figure(0.0, 0.0, 0.0, 0)
    rows = [0.0] * size
    for one in range(size):
        for other in range(one):
            apart = _apart(sets[one], sets[other])
            rows[one] += apart
            rows[other] += apart
    total = sum(rows) / 2
    whole = total / (size * (size - 1) / 2)
    rest = (size - 1) * (size - 2) / 2
    return jackknife(whole, [((total - row) / rest, 1) for row in rows])


def _log(number: int) -> float:
    return number * log2(number) if number > 0 else 0.0


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    union = len(one | other)
    return 1 - len(one & other) / union if union else 0.0
