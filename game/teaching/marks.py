"""What was begun and done of the lessons, as the saves tell it: there is no second truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Final

from game.match import Entry, Library, Match, MatchError
from game.rules import RulesError
from game.scenario.lesson import Lesson
from game.scenario.lessons import lesson
from game.scenario.reading.faults import ScenarioError
from game.teaching.begin import PREFIX
from game.teaching.tutor import Tutor
from game.value import frozen

MOST: Final = 40
"""So many saves of lessons are looked at, the last ones."""


class Headway(Enum):
    """How far somebody is with a lesson."""

    NEW = "new"
    BEGUN = "begun"
    DONE = "done"


@frozen
class LessonMark:
    """How far somebody is with a lesson.

    Attributes:
        mark: the farthest that somebody has come in any save.
        save: the save that can be gone on with; nothing if there is none.
    """

    mark: Headway = Headway.NEW
    save: Path | None = None


def marks(library: Library, lessons: Mapping[str, Lesson]) -> Mapping[str, LessonMark]:
    """How far somebody is with each lesson, by its id.

    Only saves whose names begin as those of lessons do are looked at. One that cannot be used
    counts for nothing, and keeps nobody from the others.
    """
    found = dict.fromkeys(lessons, LessonMark())
    named = [
        each
        for each in library.glance()
        if each.slug.startswith(f"{PREFIX}-") and not each.shipped and not each.large
    ]
    for entry in named[:MOST]:  # the last one first
        tutor = _tutor(library, entry, lessons.get)
        if tutor is None:
            continue
        name = tutor.lesson.id
        so_far = found[name]
        done = tutor.reached or tutor.tried or so_far.mark is Headway.DONE
        open_ = so_far.save or (None if tutor.over or tutor.free else entry.path)
        found[name] = LessonMark(Headway.DONE if done else Headway.BEGUN, open_)
    return found


def learnt(library: Library, entry: Entry) -> bool:
    """Whether a save is a lesson that has come to its end, or in which all is tried, and that
    nobody has played on from.
    """
    tutor = _tutor(library, entry, lesson) if entry.lesson else None
    return tutor is not None and (tutor.over or tutor.tried) and not tutor.free


def _tutor(library: Library, entry: Entry, named: Callable[[str], Lesson | None]) -> Tutor | None:
    """What follows the lesson of a save; nothing if it is none, or cannot be used."""
    try:
        match = Match.open(library.journal(entry.path), read_only=True)
        taught = named(match.header.lesson)
        return None if taught is None else Tutor(taught, match)
    except (MatchError, ScenarioError, RulesError):
        return None
