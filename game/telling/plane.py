"""The plane of outcomes in words: what could be reached together, and what was left."""

from __future__ import annotations

from collections.abc import Iterator

from game.review.bargaining import Point
from game.review.reviewed_line import ReviewedLine
from game.telling.review import tenths
from game.telling.voice import Voice
from game.value import frozen


@frozen
class PlanePoint:
    """A point of the plane that has a name.

    Attributes:
        letter: the sign that it is drawn as.
        point: where it lies, in millipoints.
        words: what it is, and where.
    """

    letter: str
    point: Point
    words: str


def plane_points(voice: Voice, reviewed: ReviewedLine) -> tuple[PlanePoint, ...]:
    """Every point that has a name, the start and the end first; without the frontier if it is not
    known.
    """
    return tuple(_points(voice, reviewed))


def _points(voice: Voice, reviewed: ReviewedLine) -> Iterator[PlanePoint]:
    if reviewed.plane_ply:
        yield _point(voice, "begun", reviewed.begun, ply=reviewed.plane_ply)
    else:
        yield _point(voice, "start", reviewed.begun)
    yield _point(voice, "reached", reviewed.reached)
    yield _point(voice, "without_luck", reviewed.without_luck)
    if reviewed.reachable is not None:
        found = reviewed.reachable.agreement
        yield _point(voice, "frozen", found.disagreement)
        yield _point(voice, "nash", found.nash)
        yield _point(voice, "kalai", found.kalai_smorodinsky)


def corners(voice: Voice, reviewed: ReviewedLine) -> tuple[PlanePoint, ...]:
    """The corners of the frontier."""
    if reviewed.reachable is None:
        return ()
    return tuple(_point(voice, "corner", each) for each in reviewed.reachable.agreement.frontier)


def _point(voice: Voice, name: str, point: Point, **places: int) -> PlanePoint:
    first, second = point
    return PlanePoint(
        voice.say(f"review.plane.letter.{name}"),
        point,
        voice.say(f"review.plane.{name}", first=tenths(first), second=tenths(second), **places),
    )


def plane_about(voice: Voice, reviewed: ReviewedLine) -> tuple[str, ...]:
    """What the plane shows, and how the frontier was found."""
    first, second = (voice.side_short(side) for side in (0, 1))
    said = [voice.say("review.plane.axes", first=first, second=second)]
    if (found := reviewed.reachable) is not None:
        place = voice.say("review.plane.from_ply", ply=found.ply)
        said.append(
            voice.say(
                "review.how",
                place=place if found.ply else voice.say("review.plane.from_start"),
                weights=len(found.plays),
                continuations=found.effort.continuations,
            )
        )
    return tuple(said)


def say_left(voice: Voice, reviewed: ReviewedLine) -> str:
    """What was left on the table; empty if that is not known."""
    left = reviewed.left
    if left is None:
        return ""
    if left.both <= 0:
        return voice.say("review.plane.beyond" if left.both else "review.plane.nothing_left")
    return voice.say(
        "review.plane.left",
        both=tenths(left.both),
        first=voice.side_short(0),
        second=voice.side_short(1),
        alone_first=tenths(left.alone[0]),
        alone_second=tenths(left.alone[1]),
    )
