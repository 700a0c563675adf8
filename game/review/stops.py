"""Where somebody who watches a game wants to stop: at what mattered, as it happens."""

from __future__ import annotations

from typing import Final

from game.match import Timeline
from game.review.turning_points import Sort, Turn, turning_points
from game.rules import Kind, Phase
from game.value import frozen

WON: Final = (Kind.YIELD, Kind.CONCEDE, Kind.WALK_OUT, Kind.WITHDRAW)
"""The decisions that end a debate in which something was answered."""


@frozen
class Stop:
    """Something to stop at.

    Attributes:
        turn: what turned with the last decision; nothing if a headline waits for an answer.
        headline: the headline that a side has to choose about, or -1.
    """

    turn: Turn | None = None
    headline: int = -1


def stop_at(line: Timeline, ply: int) -> Stop | None:
    """What there is to stop at after so many decisions: a debate is won, somebody has contradicted
    its record, or a headline leaves a side a choice.
    """
    if not 0 < ply <= len(line.decisions):
        return None
    before, after = line.states[ply - 1], line.states[ply]
    if after.phase is Phase.EVENT:
        return Stop(headline=after.wire)
    found = turning_points(line.book, (before, after), line.consequences[ply - 1 : ply])
    for each in found:
        won = each.turn.sort in (Sort.CARRIED, Sort.REFUSED)
        if each.turn.sort is Sort.CONTRADICTION or (won and line.decisions[ply - 1].kind in WON):
            return Stop(each.turn)
    return None
