"""What a list of conditions can come to, given all that can happen in a game.

A ``Range`` says what can happen: it may allow for more than really can, never for less. So
"never" and "always" are certain when they are said, and "may" is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.scenario.terms import Condition
from game.value import frozen

Interval = tuple[int, int]

FAR = 1_000_000
"""Farther than any number of a scenario."""


@frozen
class Range:
    """What can be the case when a list of conditions is read.

    Attributes:
        numbers: for each track, shared or a side's own, its least and its greatest value.
        tagged: for each tag, how many motions that bear it can be carried, least and most.
        carried: motions that can be carried.
        settled: motions that are carried from the start.
        in_play: how many motions can have been carried during play, least and most.
        rounds: the first and the last round in which the conditions are read.
    """

    numbers: Mapping[str, Interval]
    tagged: Mapping[str, Interval]
    carried: frozenset[str]
    settled: frozenset[str]
    in_play: Interval
    rounds: Interval

    def of(self, condition: Condition) -> Interval:
        """The values that a condition's subject can take."""
        if condition.track is not None:
            return self.numbers[condition.track]
        if condition.tag is not None:
            return self.tagged[condition.tag]
        if condition.in_play is not None:
            return self.in_play
        if condition.carried is not None:
            least = int(condition.carried in self.settled)
            return least, max(least, int(condition.carried in self.carried))
        return self.rounds


def wanted(condition: Condition) -> Interval:
    """The values at which a condition holds, but for the parity of rounds."""
    if condition.carried is not None:
        return 1, 1
    if condition.from_round is not None:
        return condition.from_round, FAR
    least = -FAR if condition.at_least is None else condition.at_least
    return least, FAR if condition.at_most is None else condition.at_most


def always(condition: Condition, range_: Range) -> bool:
    """Whether a condition holds whatever happens."""
    if condition.round is not None:
        return all(_fits(condition, number) for number in _rounds(range_))
    (low, high), (least, most) = range_.of(condition), wanted(condition)
    return least <= low and high <= most


def never(clause: Iterable[Condition], range_: Range) -> Condition | None:
    """A condition because of which a list can never hold; nothing if it may hold.

    Of several conditions on one subject that exclude each other it is the last.
    """
    left: dict[object, Interval] = {}
    rounds = list(_rounds(range_))
    for condition in clause:
        if condition.round is not None or condition.from_round is not None:
            rounds = [number for number in rounds if _fits(condition, number)]
            if not rounds:
                return condition
            continue
        subject = (condition.track, condition.tag, condition.carried, condition.in_play)
        low, high = left.get(subject, range_.of(condition))
        least, most = wanted(condition)
        left[subject] = low, high = max(low, least), min(high, most)
        if low > high:
            return condition
    return None


def reason(condition: Condition, range_: Range) -> str:
    """Why a condition that ``never`` gave cannot hold, in words."""
    low, high = range_.of(condition)
    least, most = wanted(condition)
    if condition.carried is not None:
        return f'"{condition.carried}" can never be carried'
    if condition.round is not None or condition.from_round is not None:
        return f"no round that is left of rounds {low} to {high}, in which it is asked, fits"
    if condition.track is not None:
        subject = f'"{condition.track}"'
    elif condition.tag is not None:
        subject = f'the number of carried motions tagged "{condition.tag}"'
    else:
        subject = "the number of motions carried in play"
    if least > high:
        return f"{subject} never reaches {least}; {high} is the most"
    if most < low:
        return f"{subject} never falls to {most}; {low} is the least"
    return f"the conditions on {subject} exclude each other"


def needless(
    path: Path, clause: Iterable[Condition], range_: Range, when: str
) -> Iterator[Finding]:
    """Conditions that always hold."""
    for index, condition in enumerate(clause):
        if always(condition, range_):
            yield Finding(
                (*path, index),
                "always-true",
                f"This condition holds {when}, whatever happens.",
                "A condition that always holds says nothing: take it out or ask for more.",
            )


def place_of(path: Path, clause: tuple[Condition, ...], condition: Condition) -> Path:
    """The place of a condition in its list."""
    return (*path, next(index for index, each in enumerate(clause) if each is condition))


def _rounds(range_: Range) -> range:
    return range(range_.rounds[0], range_.rounds[1] + 1)


def _fits(condition: Condition, number: int) -> bool:
    if condition.from_round is not None:
        return number >= condition.from_round
    return number % 2 == (condition.round == "odd")
