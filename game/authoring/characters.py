"""What is odd about characters, and checking one in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Final, get_args

from game.scenario import Scenario, ScenarioError, load
from game.scenario.cast import character_ids, character_text
from game.scenario.catalogue import ids, is_file, read_text
from game.scenario.character import Character, Occasion
from game.scenario.doctrine import WAYS, Question
from game.scenario.kinds import Ref
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.faults import Fault
from game.scenario.reading.finding import Finding
from game.scenario.reading.names import Known, known_ids, with_roles
from game.scenario.reading.places import Path
from game.scenario.reading.read_character import read_character
from game.scenario.walk import walk

_FORMAT: Final = re.compile(r"^format\s*=", re.MULTILINE)
_OWN: Final = re.compile(r"^(?:face|sight|stance)\s*=", re.MULTILINE)
_TABLE: Final = re.compile(r"^\[", re.MULTILINE)
_OCCASIONS: Final[tuple[Occasion, ...]] = get_args(Occasion)
_QUESTIONS: Final[tuple[Question, ...]] = get_args(Question)


def is_character(text: str) -> bool:
    """Whether a text looks like a character and not like a scenario."""
    head = _TABLE.split(text, maxsplit=1)[0]
    return bool(_OWN.search(head)) and not _FORMAT.search(head)


def text_of_character(name: str | File) -> tuple[str, str] | None:
    """The text of a character's file, and what it is called in messages; nothing if a name means
    something else.

    Args:
        name: an id of the cast, or a file.

    Raises:
        ScenarioError: the file cannot be read.
    """
    if not is_file(name):
        ours = name in character_ids() and name not in ids()
        return character_text(name) if ours else None
    text, where = read_text(name)
    return (text, where) if is_character(text) else None


def check_character_text(text: str, where: str) -> tuple[Fault, ...]:
    """All faults of a character's text: its errors, or if it has none its warnings."""
    log = FaultLog(text, where)
    try:
        character = read_character(log, _anywhere())
    except ScenarioError as error:
        return error.faults
    for finding in odd((), character):
        log.warning(finding)
    return log.in_order()


def _anywhere() -> Known:
    """The ids of all scenarios that ship with the game, by what they name."""
    found: dict[str, dict[str, None]] = {}
    for name in ids():
        for to, known in known_ids(load(name)).items():
            found.setdefault(to, {}).update(dict.fromkeys(known))
    return with_roles({to: tuple(known) for to, known in found.items()})


def characters(scenario: Scenario) -> Iterator[Finding]:
    """What is odd about the characters of a scenario."""
    dangerous = any(track.collapse is not None for track in scenario.tracks)
    for index, character in enumerate(scenario.characters):
        path = ("characters", index)
        yield from odd(path, character)
        if not dangerous:
            for leaf in walk(character):
                if isinstance(leaf.kind, Ref) and leaf.value == "@danger":
                    yield Finding(
                        (*path, *leaf.path),
                        "role-nobody",
                        "Nothing in this scenario plays the role @danger.",
                        "Name a track, or let one of them end the game.",
                        part="key" if leaf.key else "value",
                    )


def odd(path: Path, character: Character) -> Iterator[Finding]:
    """What is odd about a character, whatever it plays."""
    for index, line in enumerate(character.lines):
        open_ = {way for question in line.asked or _QUESTIONS for way in WAYS[question]}
        for name, wish in (("never", line.never), ("always", line.always)):
            if wish is not None and wish.ways and open_.isdisjoint(wish.ways):
                yield Finding(
                    (*path, "lines", index, name, "ways"),
                    "red-line-idle",
                    f"This line never matters: {' or '.join(wish.ways)} is no answer to "
                    f"{' or '.join(line.asked)}.",
                    "Change ways, or what the line is asked.",
                )
    silent = [
        occasion
        for occasion in _OCCASIONS
        if any(
            not any(each.on == occasion and each.side in (None, seat) for each in character.says)
            for seat in ("first", "second")
        )
    ]
    if silent:
        yield Finding(
            (*path, "says") if character.says else path,
            "occasion-unspoken",
            f'"{character.id}" may have nothing to say on {", ".join(silent)}.',
            "Write a line for each that either side can say, or leave it: silence is no error.",
        )
