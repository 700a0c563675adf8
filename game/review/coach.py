"""A hint for a person: the best few decisions, each with what it is worth to both sides.

The coach looks ahead like a search that wants nothing but the side's own payoff.
"""

from __future__ import annotations

from game.opponents import Analysis, Candidate
from game.rules import Decision
from game.value import frozen

LEVEL = "search:4"
"""The seat whose search the coach uses."""

MOST = 3
"""How many decisions are advised."""


@frozen
class Advice:
    """One decision that is worth a thought.

    Attributes:
        decision: what to do.
        side: who is advised.
        own: what the coach expects it to be worth to the side in the end, in hundredths.
        other: likewise to the other side.
        visits: from how many lines of play.
        behind: how much less it is worth than the first; negative if it is worth more.
    """

    decision: Decision
    side: int
    own: int
    other: int
    visits: int
    behind: int


def advise(analysis: Analysis) -> tuple[Advice, ...]:
    """The best few decisions of an analysis, by how many lines of play were followed."""
    side, best = analysis.side, analysis.best
    return tuple(
        _advice(side, each, best)
        for each in analysis.candidates[:MOST]
        if each.visits or each is best
    )


def _advice(side: int, candidate: Candidate, best: Candidate) -> Advice:
    own, first = round(candidate.worth[side]), round(best.worth[side])
    # The difference of what is said, so that the figures agree.
    other = round(candidate.worth[1 - side])
    return Advice(candidate.decision, side, own, other, candidate.visits, first - own)
