"""Reading a lesson from TOML: a file of its own, about a scenario that ships with the game."""

from __future__ import annotations

from game.scenario.catalogue import load
from game.scenario.lesson import Lesson
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.faults import ScenarioError
from game.scenario.reading.finding import Finding
from game.scenario.reading.lesson_checks import check_lesson
from game.scenario.reading.located import Located
from game.scenario.reading.read import document
from game.scenario.reading.shape import read_lesson_shape


def parse_lesson(text: str, where: str) -> Lesson:
    """The lesson that a text describes.

    Args:
        text: TOML.
        where: what the text is called in messages, most often a file's path.

    Raises:
        ScenarioError: the text is no lesson; the error lists all its faults.
    """
    return read_lesson(FaultLog(text, where))


def read_lesson(log: FaultLog) -> Lesson:
    """The lesson in a file, with its faults noted in the file's log.

    Raises:
        ScenarioError: as for ``parse_lesson``.
    """
    lesson = read_lesson_shape(Located(document(log), (), log))
    log.close()
    log.errors(check_lesson(lesson, _scenario(log, lesson)))
    log.close()
    return lesson


def _scenario(log: FaultLog, lesson: Lesson) -> Scenario:
    """What the lesson is about. Never a file: a name from a lesson leads to no path."""
    try:
        return load(lesson.scenario)
    except ScenarioError as error:
        fault = error.faults[0]
        log.error(Finding(("scenario",), "lesson-scenario", fault.message, fault.hint, fault.known))
        raise ScenarioError(log.in_order()) from None
