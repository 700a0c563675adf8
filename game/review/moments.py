"""The moments of a game that mattered, found by what they changed.

A moment is a decision after which the game was another one: a motion carried or refused, the
ceiling moved past a tier, a track come into danger, a record contradicted, a side come to its
threshold, the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from attrs import frozen

from game.review.standing import ceiling_tier, in_danger
from game.review.words import plain
from game.rules import Consequence, Phase, Rule, Rulebook, State, What, met, verdict


class Sort(Enum):
    """What kind of moment it is. The number says how much it weighs."""

    END = 9
    THRESHOLD = 8
    CARRIED = 6
    REFUSED = 5
    CEILING = 4
    DANGER = 3
    CONTRADICTION = 2


@frozen
class Moment:
    """A decision that mattered.

    Attributes:
        ply: how many decisions had been taken after it.
        round: the round in which it was taken.
        sort: what kind of moment it is.
        words: what happened, in a few words.
    """

    ply: int
    round: int
    sort: Sort
    words: str


def moments(
    book: Rulebook,
    states: Sequence[State],
    consequences: Sequence[Sequence[Consequence]],
) -> tuple[Moment, ...]:
    """All moments of a game, in order; of one decision only the weightiest.

    Args:
        book: the rules.
        states: every position, the start first.
        consequences: of every decision, so that ``consequences[n]`` lead to ``states[n + 1]``.
    """
    found = []
    for place, changes in enumerate(consequences):
        before, after = states[place], states[place + 1]
        sorts = sorted(
            _sorts(book, before, after, changes), key=lambda pair: pair[0].value, reverse=True
        )
        if sorts:
            sort, words = sorts[0]
            found.append(Moment(place + 1, before.round, sort, words))
    return tuple(found)


def _sorts(
    book: Rulebook, before: State, after: State, changes: Sequence[Consequence]
) -> Iterator[tuple[Sort, str]]:
    scenario = book.scenario
    if after.phase is Phase.END:
        yield Sort.END, scenario.epilogues[verdict(book, after).name].title
    for side, entry in enumerate(scenario.sides):
        threshold = book.threshold[side]
        if _reckoned(book, before, side) < threshold <= _reckoned(book, after, side):
            yield Sort.THRESHOLD, f"{entry.short} would succeed as things stand"
    for each in changes:
        if each.what is What.CARRIED:
            yield Sort.CARRIED, f"“{scenario.motions[book.motion(each.subject)].name}” carried"
        elif each.what is What.BARRED and each.cause.rule in _FAILURES:
            how = _FAILURES[each.cause.rule]
            yield Sort.REFUSED, f"“{scenario.motions[book.motion(each.subject)].name}” {how}"
        elif each.what is What.TRACK and each.cause.rule is Rule.CONTRADICTION:
            yield Sort.CONTRADICTION, f"{_short(book, each.side)} contradicts its own record"
    yield from _shifts(book, before, after)


_FAILURES = {
    Rule.DECLINE: "declined",
    Rule.WALK_OUT: "fails: the respondent walks out",
    Rule.WITHDRAW: "withdrawn",
}


def _shifts(book: Rulebook, before: State, after: State) -> Iterator[tuple[Sort, str]]:
    """The ceiling past a tier, and tracks into danger."""
    ladder = book.scenario.ladder
    old, new = ceiling_tier(book, before), ceiling_tier(book, after)
    if old != new:
        way = "opens" if new > old else "closes"
        yield Sort.CEILING, f"{ladder.ceiling_name} {way}: tier {max(old, new)}"
    for index, track in enumerate(book.scenario.tracks):
        value = after.tracks[index]
        if in_danger(track, value) and not in_danger(track, before.tracks[index]):
            yield Sort.DANGER, f"{track.name} {plain(value)}: in danger"


def _reckoned(book: Rulebook, state: State, side: int) -> int:
    """A side's score with the objectives that are met as things stand."""
    points = zip(book.objectives, met(book, state), strict=True)
    score: int = state.tracks[book.score[side]]
    return score + sum(worth for (owner, _, worth), done in points if done and owner == side)


def _short(book: Rulebook, side: str) -> str:
    return book.scenario.sides[book.side_ids.index(side)].short
