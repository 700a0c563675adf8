"""The decisions of a game that mattered, found by what they changed.

After one of them the game was another one: a motion carried or refused, the ceiling moved past a
tier, a track come into danger, a record contradicted, a side come to its threshold, the end. Of a
game that collapsed what let it come to that weighs more: when the track that ended it came into
danger and never out of it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from game.review.standing import ceiling_tier, in_danger
from game.rules import NOBODY, Cause, Consequence, Phase, Rule, Rulebook, State, What, met, verdict
from game.scenario.model import Track
from game.value import frozen


class Sort(Enum):
    """What kind of turning point it is. The number says how much it weighs."""

    END = 9
    THRESHOLD = 8
    RUIN = 7
    CARRIED = 6
    REFUSED = 5
    CEILING = 4
    DANGER = 3
    CONTRADICTION = 2


@frozen
class Turn:
    """What turned, apart from when.

    Attributes:
        sort: what kind of turning point it is.
        subject: the id of the ending, the motion or the track that it is about; may be empty.
        side: the side that it is about, or ``NOBODY``.
        value: the tier that the ceiling opened or closed, or where the track stands.
        rule: by which rule a motion failed.
        opens: whether the ceiling has opened the tier.
        cause: what moved a track into danger for good; nothing where it moved none.
    """

    sort: Sort
    subject: str = ""
    side: int = NOBODY
    value: int = 0
    rule: Rule | None = None
    opens: bool = False
    cause: Cause | None = None


@frozen
class TurningPoint:
    """A decision that mattered.

    Attributes:
        ply: how many decisions had been taken after it.
        round: the round in which it was taken.
        turn: what turned.
        size: by how much it moved all numbers together.
    """

    ply: int
    round: int
    turn: Turn
    size: int


FAILURES = (Rule.DECLINE, Rule.WALK_OUT, Rule.WITHDRAW)
"""The rules by which a motion fails."""


def turning_points(
    book: Rulebook,
    states: Sequence[State],
    consequences: Sequence[Sequence[Consequence]],
) -> tuple[TurningPoint, ...]:
    """All turning points of a game, in order; of one decision only the weightiest.

    Args:
        book: the rules.
        states: every position, the start first.
        consequences: of every decision, so that ``consequences[n]`` lead to ``states[n + 1]``.
    """
    found = []
    ruins = _ruins(book, states)
    for place, changes in enumerate(consequences):
        before, after = states[place], states[place + 1]
        turns = list(_turns(book, before, after, changes))
        turns += [_ruin(each, changes) for each in ruins.get(place + 1, ())]
        if turns:
            weightiest = max(turns, key=lambda turn: turn.sort.value)
            size = sum(abs(each.amount) for each in changes if each.what is What.TRACK)
            found.append(TurningPoint(place + 1, before.round, weightiest, size))
    return tuple(found)


def _ruins(book: Rulebook, states: Sequence[State]) -> dict[int, list[tuple[Track, int]]]:
    """By position the tracks that came into danger there, where they stood then, and never came out
    of it before they ended the game.
    """
    found: dict[int, list[tuple[Track, int]]] = {}
    last = states[-1]
    lost = verdict(book, last).collapsed if last.phase is Phase.END else ()
    for index, track in enumerate(book.scenario.tracks):
        if track.id not in lost:
            continue
        values = [state.tracks[index] for state in states]
        calm = [at for at, value in enumerate(values) if not in_danger(track, value)]
        into = calm[-1] + 1 if calm else 0
        if 0 < into < len(values) - 1:
            found.setdefault(into, []).append((track, values[into]))
    return found


def _ruin(lost: tuple[Track, int], changes: Sequence[Consequence]) -> Turn:
    track, value = lost
    of_it = [each for each in changes if each.what is What.TRACK and each.subject == track.id]
    most = max(of_it, key=lambda each: abs(each.amount), default=None)
    return Turn(Sort.RUIN, track.id, value=value, cause=None if most is None else most.cause)


def weightiest(points: Sequence[TurningPoint], most: int) -> tuple[TurningPoint, ...]:
    """So many turning points that weigh most, the end left out, in the order of the game.

    Of those that weigh the same the ones that moved more.
    """
    before = [each for each in points if each.turn.sort is not Sort.END]
    before.sort(key=lambda each: (-each.turn.sort.value, -each.size))
    return tuple(sorted(before[:most], key=lambda each: each.ply))


def _turns(
    book: Rulebook, before: State, after: State, changes: Sequence[Consequence]
) -> Iterator[Turn]:
    if after.phase is Phase.END:
        yield Turn(Sort.END, verdict(book, after).name)
    for side, threshold in enumerate(book.threshold):
        if _reckoned(book, before, side) < threshold <= _reckoned(book, after, side):
            yield Turn(Sort.THRESHOLD, side=side)
    for each in changes:
        rule = each.cause.rule
        if each.what is What.CARRIED:
            yield Turn(Sort.CARRIED, each.subject)
        elif each.what is What.BARRED and rule in FAILURES:
            yield Turn(Sort.REFUSED, each.subject, rule=rule)
        elif each.what is What.TRACK and rule is Rule.CONTRADICTION:
            yield Turn(Sort.CONTRADICTION, side=book.side_ids.index(each.side))
    yield from _shifts(book, before, after)


def _shifts(book: Rulebook, before: State, after: State) -> Iterator[Turn]:
    """The ceiling past a tier, and tracks into danger."""
    old, new = ceiling_tier(book, before), ceiling_tier(book, after)
    if old != new:
        yield Turn(Sort.CEILING, value=max(old, new), opens=new > old)
    for index, track in enumerate(book.scenario.tracks):
        value = after.tracks[index]
        if in_danger(track, value) and not in_danger(track, before.tracks[index]):
            yield Turn(Sort.DANGER, track.id, value=value)


def _reckoned(book: Rulebook, state: State, side: int) -> int:
    """A side's score with the objectives that are met as things stand."""
    points = zip(book.objectives, met(book, state), strict=True)
    score: int = state.tracks[book.score[side]]
    return score + sum(worth for (owner, _, worth), done in points if done and owner == side)
