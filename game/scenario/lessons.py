"""The lessons that ship with the game."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.scenario.catalogue import ids, refused, text_of
from game.scenario.lesson import Lesson
from game.scenario.reading.faults import ScenarioError
from game.text import shown
from game.value import frozen

FOLDER: Final = "lessons"
"""Where they lie, in the folder of the scenarios."""


@frozen
class ListedLesson:
    """A lesson that ships with the game, or why its file cannot be used.

    Attributes:
        id: its id, which is also the name of its file.
        lesson: the lesson; nothing if its file cannot be used.
        error: why it cannot be used, if so.
    """

    id: str
    lesson: Lesson | None
    error: ScenarioError | None = None


def lesson_ids() -> tuple[str, ...]:
    """The ids of the lessons that ship with the game, by name."""
    return ids(FOLDER)


def lessons() -> tuple[ListedLesson, ...]:
    """The lessons in their order; one that cannot be used is listed as such, behind the others."""
    found = [_listed(name) for name in lesson_ids()]
    return tuple(
        sorted(found, key=lambda each: (each.lesson.place if each.lesson else 1000, each.id))
    )


def lesson_after(it: Lesson) -> Lesson | None:
    """The lesson that follows another one; nothing after the last."""
    found = (each.lesson for each in lessons() if each.lesson is not None)
    return next((each for each in found if each.place > it.place), None)


def _listed(name: str) -> ListedLesson:
    try:
        return ListedLesson(name, lesson(name))
    except ScenarioError as error:
        return ListedLesson(name, None, error)


def lesson(name: str) -> Lesson:
    """A lesson that ships with the game, by its id.

    Raises:
        ScenarioError: there is none of that id, or its file has faults.
    """
    from game.scenario.reading.read_lesson import parse_lesson  # noqa: PLC0415 - what reads, late

    text, where = lesson_text(name)
    found = parse_lesson(text, where)
    if found.id != name:
        raise refused(
            where,
            "lesson-id",
            f"The lesson calls itself {shown(found.id)}.",
            f"Write id = {shown(name)}, or rename the file.",
        )
    return found


def lesson_text(name: str | Path) -> tuple[str, str]:
    """The text of a lesson's file, and what the file is called in messages.

    Args:
        name: the id of one that ships with the game, or a file, as for ``load``.

    Raises:
        ScenarioError: there is no such lesson, or its file cannot be read.
    """
    return text_of("lesson", name, lesson_ids(), "Name one of these.", FOLDER)
