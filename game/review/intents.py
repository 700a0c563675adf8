"""What an opponent had in mind, as the journal keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.match.intent import LONGEST_LINE, Alternative, ByMaxim, Expected, Intent, Worth
from game.rules import Kind

if TYPE_CHECKING:
    from game.opponents import Analysis, Answer, Candidate

REFUSALS: Final = (Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW)
"""The decisions by which a motion fails."""

_PASSING: Final = (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
"""The decisions by which it is carried."""


def intent_of(answer: Answer) -> Intent | None:
    """What stood behind an answer; nothing if nobody thought about it."""
    from game.opponents import Ruling  # noqa: PLC0415 - whoever answers is there by now

    thought = answer.thought
    if isinstance(thought, Ruling):
        return ByMaxim(thought.doctrine, thought.rule, thought.wish)
    if thought is None or not thought.playouts:
        return None
    best = thought.best
    passing = _passing(thought) if best.decision.kind in REFUSALS else None
    return Expected(
        thought.playouts,
        _worth(best),
        _line(best),
        None
        if passing is None
        else Alternative(passing.decision.text, _worth(passing), _line(passing)),
    )


def _passing(thought: Analysis) -> Candidate | None:
    """The decision that would have let the motion pass."""
    return next((each for each in thought.candidates if each.decision.kind in _PASSING), None)


def _worth(candidate: Candidate) -> Worth:
    own, other = candidate.worth
    return round(own), round(other)


def _line(candidate: Candidate) -> tuple[str, ...]:
    return tuple(each.text for each in candidate.line[:LONGEST_LINE])
