"""The generator that Chance draws with: SplitMix64 in counter form.

A draw depends on the seed and on how many were made before, and on nothing else: there is no
state to save or to lose (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
generators", 2014).
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

GENERATOR: Final = "splitmix64/1"
"""The generator's name and version; a journal names the one it was played with."""

LARGEST: Final = (1 << 64) - 1
"""The largest seed; the least is 0."""

_GAMMA: Final = 0x9E3779B97F4A7C15


def draw64(seed: int, index: int) -> int:
    """The 64 bits of draw ``index``, counted from 0.

    >>> f"{draw64(0, 0):016x} {draw64(0, 1):016x}"
    'e220a8397b1dcdaf 6e789e6aa1b965f4'
    """
    z = (seed + (index + 1) * _GAMMA) & LARGEST
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & LARGEST
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & LARGEST
    return z ^ (z >> 31)


def pick(weights: Sequence[int], seed: int, index: int) -> int:
    """The place in ``weights`` that draw ``index`` falls on, in proportion to the weights.

    The 64 bits are scaled to the sum of the weights by a multiplication and a shift, so that only
    integers are used.

    Raises:
        ValueError: a weight is negative, or all are 0.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(f"weights must not be negative, and not all 0: {list(weights)}")
    return bisect(tuple(accumulate(weights)), draw64(seed, index) * total >> 64)
