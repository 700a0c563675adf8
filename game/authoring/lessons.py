"""Telling the file of a lesson from that of a scenario or a character."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from game.scenario.cast import character_ids
from game.scenario.catalogue import ids, is_file
from game.scenario.lessons import lesson_ids, lesson_text

_OWN: Final = re.compile(r"^(?:learner|opposite|learnt|place)\s*=", re.MULTILINE)
_TABLE: Final = re.compile(r"^\[", re.MULTILINE)


def is_lesson(text: str) -> bool:
    """Whether a text looks like a lesson."""
    return bool(_OWN.search(_TABLE.split(text, maxsplit=1)[0]))


def text_of_lesson(name: str | Path) -> tuple[str, str] | None:
    """The text of a lesson's file, and what it is called in messages; nothing if a name means
    something else.

    Args:
        name: the id of a lesson that ships with the game, or a file.

    Raises:
        ScenarioError: the file cannot be read.
    """
    if not is_file(name):
        others = (*ids(), *character_ids())
        return lesson_text(name) if name in lesson_ids() and name not in others else None
    text, where = lesson_text(name)
    return (text, where) if is_lesson(text) else None
