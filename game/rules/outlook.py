"""What motions cost, remembered for each set of carried motions."""

from __future__ import annotations

from attrs import frozen


@frozen
class Outlook:
    """What motions cost while a set of them is carried.

    ``cost[m]`` is the price of motion ``m``, ``affordable[c]`` the mask of the motions that a
    side with capital ``c`` can pay.
    """

    cost: tuple[int, ...]
    affordable: tuple[int, ...]
