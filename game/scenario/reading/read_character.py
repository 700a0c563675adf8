"""Reading a character from TOML, a file of its own or a text that a save carries."""

from __future__ import annotations

from game.scenario.character import MOST_LETTERS, Character
from game.scenario.reading.character_checks import check_character
from game.scenario.reading.conditions import check_conditions
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.located import Located
from game.scenario.reading.names import Known, unknown
from game.scenario.reading.read import document
from game.scenario.reading.shape import read_character_shape
from game.scenario.walk import walk


def parse_character(text: str, where: str) -> Character:
    """The character that a text describes. What it names need not be in any scenario.

    Args:
        text: TOML.
        where: what the text is called in messages, most often a file's path.

    Raises:
        ScenarioError: the text is no character; the error lists all its faults.
    """
    return read_character(FaultLog(text, where))


def read_character(log: FaultLog, ids: Known | None = None) -> Character:
    """The character in a file, with its faults noted in the file's log.

    Args:
        log: the file.
        ids: what it may name; anything, if nothing is said.

    Raises:
        ScenarioError: as for ``parse_character``.
    """
    if len(log.text) > MOST_LETTERS:
        log.at(
            0,
            1,
            "large-character",
            f"The file has {len(log.text)} characters.",
            f"Shorten it: a character has at most {MOST_LETTERS}, for a save carries two.",
        )
        log.close()
    character = read_character_shape(Located(document(log), (), log))
    log.close()
    if ids is not None:
        for leaf in walk(character):
            log.errors(unknown(leaf, ids))
    log.errors(check_conditions(character))
    log.errors(check_character((), character))
    log.close()
    return character
