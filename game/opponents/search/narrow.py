"""Looking at a bounded number of decisions where a scenario offers thousands.

Two hundred motions, each backed by any of two hundred arguments, are tens of thousands of
decisions in every position. Most of them differ only in the argument, so a few of each motion
stand for the rest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from game.rules import Decision, Kind


def narrow(options: tuple[Decision, ...], most: int) -> tuple[Decision, ...]:
    """At most so many decisions, in the order in which they were given.

    Kinds that are few are kept whole; what is left is shared evenly by the subjects of the
    others, and by the backings of each subject.

    Args:
        options: decisions, those of one kind and subject standing together, as ``legal`` gives.
        most: how many are wanted, at least one for each kind.
    """
    if len(options) <= most:
        return options
    kinds: dict[Kind, list[range]] = {}
    for subject in _subjects(options):
        kinds.setdefault(options[subject.start].kind, []).append(subject)
    kept: list[int] = []
    left = most
    by_size = sorted(kinds.values(), key=lambda each: sum(map(len, each)))
    for place, subjects in enumerate(by_size):
        fair = left // (len(by_size) - place)
        taken = _spread(subjects, fair)
        kept += taken
        left -= len(taken)
    return tuple([options[place] for place in sorted(kept)])


def _subjects(options: tuple[Decision, ...]) -> list[range]:
    """The runs of decisions of one kind and subject."""
    runs: list[range] = []
    start = 0
    while start < len(options):
        kind, subject = options[start].kind, options[start].subject

        def other(place: Decision, kind: Kind = kind, subject: int = subject) -> bool:
            return place.subject != subject or place.kind is not kind

        end = bisect_left(options, x=True, lo=start + 1, key=other)
        runs.append(range(start, end))
        start = end
    return runs


def _spread(subjects: Sequence[range], most: int) -> list[int]:
    """At most so many places, evenly over subjects and over the places of each."""
    if len(subjects) > most:
        subjects = [subjects[place * len(subjects) // most] for place in range(most)]
    taken: list[int] = []
    for place, subject in enumerate(sorted(subjects, key=len)):
        fair = (most - len(taken)) // (len(subjects) - place)
        count = min(len(subject), fair)
        taken += [subject[each * len(subject) // count] for each in range(count)]
    return taken
