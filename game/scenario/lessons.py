"""The lessons that ship with the game."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from attrs import frozen

from game.scenario.catalogue import is_file, read_file, refused, shipped
from game.scenario.kinds import SPELLING
from game.scenario.lesson import Lesson
from game.scenario.reading.faults import ScenarioError
from game.text import shown
from game.text.names import nearest

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
    try:
        files = [path.name for path in (shipped("scenarios") / FOLDER).iterdir()]
    except OSError:
        return ()
    names = (name.removesuffix(".toml") for name in files if name.endswith(".toml"))
    return tuple(sorted(each for each in names if SPELLING.fullmatch(each)))


def lessons() -> tuple[ListedLesson, ...]:
    """The lessons in their order; one that cannot be used is listed as such, behind the others."""
    found = [_listed(name) for name in lesson_ids()]
    return tuple(
        sorted(found, key=lambda each: (each.lesson.place if each.lesson else 1000, each.id))
    )


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
    if is_file(name):
        return read_file(Path(name), str(name)), str(name)
    name, known = str(name), lesson_ids()
    if name not in known:
        meant = nearest(name, known)
        raise refused(
            name or '""',
            "unknown-lesson",
            f"There is no lesson {shown(name)}.",
            f"Did you mean {shown(meant)}?" if meant else "Name one of these.",
            known,
        )
    where = f"scenarios/{FOLDER}/{name}.toml"
    return read_file(shipped("scenarios") / FOLDER / f"{name}.toml", where), where
