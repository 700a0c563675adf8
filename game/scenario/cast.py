"""The cast: the characters that ship with the game, for every scenario."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from game.scenario.catalogue import ids, text_of
from game.scenario.character import Character
from game.scenario.model import Scenario
from game.scenario.reading.faults import ScenarioError
from game.scenario.texts import character_of

FOLDER: Final = "characters"
"""Where they lie, in the folder of the scenarios."""

FIRST: Final = "student"
"""Who is played against until somebody else was chosen."""

MEASURED: Final = "measured"
"""The file among them that is none: how hard each opponent is."""


def character_ids() -> tuple[str, ...]:
    """The ids of the characters that ship with the game."""
    return tuple(each for each in ids(FOLDER) if each != MEASURED)


def cast() -> tuple[Character, ...]:
    """The characters that ship with the game, by id. One that cannot be used is passed over."""
    found = []
    for name in character_ids():
        try:
            found.append(character(name))
        except ScenarioError:
            continue  # one bad file keeps nobody from the others
    return tuple(found)


@cache
def character(name: str) -> Character:
    """A character that ships with the game, by its id.

    Raises:
        ScenarioError: there is none of that id, or its file has faults.
    """
    return character_of(*character_text(name))


def character_text(name: str | Path) -> tuple[str, str]:
    """The text of a character's file, and what the file is called in messages.

    Args:
        name: the id of one that ships with the game, or a file, as for ``load``.

    Raises:
        ScenarioError: there is no such character, or its file cannot be read.
    """
    return text_of("character", name, character_ids(), "Name one of these, or a file.", FOLDER)


def for_scenario(scenario: Scenario | None) -> tuple[Character, ...]:
    """Who can play a scenario: its own characters, and those of the cast with other ids."""
    own = () if scenario is None else scenario.characters
    taken = {each.id for each in own}
    return (*own, *(each for each in cast() if each.id not in taken))


def find(scenario: Scenario | None, name: str) -> Character | None:
    """Who can play a scenario by an id; nothing if nobody bears it.

    Raises:
        ScenarioError: there is a file of that name, and it has faults.
    """
    own = () if scenario is None else scenario.characters
    found = next((each for each in own if each.id == name), None)
    return found or (character(name) if name in character_ids() else None)
