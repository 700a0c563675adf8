"""A hint for a person: the best few decisions, each with what it gains, risks and costs the other.

The coach looks ahead like a search that wants nothing but the side's own payoff, and tells what
it found in the game's words.
"""

from __future__ import annotations

from attrs import frozen

from game.opponents import Analysis, Candidate
from game.review.preview import preview
from game.review.words import plain, say_decision
from game.rules import Rulebook, State

LEVEL = "search:4"
"""The seat whose search the coach uses."""

MOST = 3
"""How many decisions are advised."""

ORDER = (
    "In order of how many lines of play the coach has followed; a figure from many is surer than "
    "one from few."
)
"""By what the decisions are sorted."""


@frozen
class Advice:
    """One decision that is worth a thought.

    Attributes:
        words: the decision.
        gain: what it brings at once, and what the coach expects it to be worth in the end, and
            from how many lines of play.
        risk: what the other side may make of it.
        cost: what it is expected to mean for the other side.
    """

    words: str
    gain: str
    risk: str
    cost: str


def advise(book: Rulebook, state: State, analysis: Analysis) -> tuple[Advice, ...]:
    """The best few decisions of an analysis, in the order that ``ORDER`` says."""
    best = analysis.best
    return tuple(
        _advice(book, state, analysis.side, each, best)
        for each in analysis.candidates[:MOST]
        if each.visits or each is best
    )


def _advice(
    book: Rulebook, state: State, side: int, candidate: Candidate, best: Candidate
) -> Advice:
    own, other = (book.scenario.sides[each].short for each in (side, 1 - side))
    seen = preview(book, state, candidate.decision)
    changes = "; ".join(change for told in seen.certain for change in told.changes)
    worth = f"expected {plain(round(candidate.worth[side]))} of 100 for {own}"
    if candidate.visits:
        worth += f", from {candidate.visits} line{'s' * (candidate.visits != 1)} of play"
    # The difference of what is said, so that the figures agree.
    behind = round(best.worth[side]) - round(candidate.worth[side])
    if behind:
        worth += f", {abs(behind)} {'less' if behind > 0 else 'more'} than the first"
    return Advice(
        say_decision(book, state, candidate.decision),
        f"{changes}; {worth}" if changes else worth,
        " ".join(seen.then) or "Nothing that depends on the other side.",
        f"expected {plain(round(candidate.worth[1 - side]))} of 100 for {other}",
    )
