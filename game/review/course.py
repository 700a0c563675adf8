"""How a game is expected to go on after a decision: who does what, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.rules import (
    Consequence,
    Decision,
    IllegalDecisionError,
    Phase,
    Rule,
    Rulebook,
    State,
    What,
    play,
)
from game.value import frozen

_OPEN: Final = (Phase.REPLY, Phase.FLOOR, Phase.YIELD, Phase.CONCEDE)
"""The phases in which a motion is on the table."""

_OF_ITSELF: Final = (Rule.TABLE, Rule.DRAW, Rule.HEADLINE, Rule.DRIFT, Rule.INCOME, Rule.CLOCK)
"""What happens anyway, or is seen at once."""


@frozen
class CourseStep:
    """A decision of a course, and the position that it is taken in."""

    state: State
    decision: Decision


@frozen
class Course:
    """How a decision is expected to go on.

    Attributes:
        steps: what is said and done until the motion on the table is settled.
        effects: by track the sum of what comes of the decision and these steps.
        later: the next thing that is done after that, if it is known.
        end: the position in which the steps end.
    """

    steps: tuple[CourseStep, ...]
    effects: tuple[tuple[str, int], ...]
    later: CourseStep | None
    end: State

    @property
    def settled(self) -> bool:
        """Whether no motion is on the table at the end of the steps."""
        return self.end.phase not in _OPEN


def course(
    book: Rulebook, state: State, decision: Decision, expected: Sequence[Decision]
) -> Course:
    """How a decision of the side that decides in a position is expected to go on.

    A journal may hold what never was legal: what was expected counts up to there.

    Args:
        book: the rules.
        state: the position.
        decision: the decision; it is legal there.
        expected: what is expected to follow, draws of Chance included.
    """
    end, found = play(book, state, decision)
    steps: list[CourseStep] = []
    line = list(expected)
    try:
        while line and end.phase in _OPEN:
            step = CourseStep(end, line.pop(0))
            end, more = play(book, end, step.decision)
            steps.append(step)
            found += more
        later = _later(book, end, line)
    except IllegalDecisionError:
        later = None
    return Course(tuple(steps), _effects(book, found), later, end)


def _effects(book: Rulebook, found: Iterable[Consequence]) -> tuple[tuple[str, int], ...]:
    """The sum of what happened to each track, capital left out unless it was the aim."""
    sums: dict[str, int] = {}
    for each in found:
        rule = each.cause.rule
        if each.what is not What.TRACK or rule in _OF_ITSELF:
            continue
        if book.track(each.subject) in book.capital and rule is not Rule.CONSULT:
            continue
        sums[each.subject] = sums.get(each.subject, 0) + each.after - each.before
    return tuple((track, by) for track, by in sums.items() if by)


def _later(book: Rulebook, state: State, line: Iterable[Decision]) -> CourseStep | None:
    for decision in line:
        after = play(book, state, decision).state
        if state.phase in (Phase.TURN, Phase.EVENT):
            return CourseStep(state, decision)
        state = after
    return None
