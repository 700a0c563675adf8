"""Checks of characters: a line that says nothing or leaves nothing, and a gap that stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

from game.scenario.character import GAPS, Character, Gap, RedLine, Saying
from game.scenario.doctrine import SURE, Question, Way, Wish
from game.scenario.model import Scenario
from game.scenario.reading.doctrine_checks import RESERVED, check_past
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.text import shown
from game.text.names import nearest

GAP: Final = re.compile(r"\{([^{}]*)\}")
"""How a gap is written."""

_GAPS: Final[tuple[Gap, ...]] = get_args(Gap)
_QUESTIONS: Final[tuple[Question, ...]] = get_args(Question)


def check_characters(scenario: Scenario) -> Iterator[Finding]:
    """All that is wrong with a scenario's own characters, but for names."""
    for index, character in enumerate(scenario.characters):
        yield from check_character(("characters", index), character)


def check_character(path: Path, character: Character) -> Iterator[Finding]:
    """All that is wrong with a character, but for names."""
    if character.id in RESERVED:
        yield Finding(
            (*path, "id"),
            "reserved-id",
            f'"{character.id}" cannot be the id of a character.',
            "Give it another: a seat that is there in every game is called so.",
        )
    seen: dict[str, int] = {}
    for index, line in enumerate(character.lines):
        first = seen.setdefault(line.id, index)
        if first != index:
            yield Finding(
                (*path, "lines", index, "id"),
                "repeated-id",
                f"{shown(line.id)} is the id of lines[{first}] already.",
                "Give this one another id.",
                before=(*path, "lines", first, "id"),
            )
        yield from _line((*path, "lines", index), line)
    yield from _stuck(path, character)
    for index, saying in enumerate(character.says):
        yield from _saying((*path, "says", index), saying)


def _line(path: Path, line: RedLine) -> Iterator[Finding]:
    wishes = {"never": line.never, "always": line.always}
    given = {name: wish for name, wish in wishes.items() if wish is not None}
    if len(given) != 1:
        yield Finding(
            path,
            "red-line-wish",
            "This line says both never and always."
            if given
            else "This line says neither never nor always.",
            "Write one of the two: for the other thing a line of its own.",
        )
    for name, wish in given.items():
        if wish.best is not None:
            yield Finding(
                (*path, name, "best"),
                "red-line-best",
                "A line says what may be decided, and chooses nothing.",
                "Take best out: what is best the character finds for itself.",
                part="key",
            )
    if line.always == Wish():
        yield Finding(
            (*path, "always"),
            "red-line-empty",
            "Every decision fits this wish, so that the line says nothing.",
            "Write which decisions are taken.",
        )
    yield from check_past(path, line.conduct, line.standing)


def _stuck(path: Path, character: Character) -> Iterator[Finding]:
    """Lines that forbid together, whatever comes, all that can surely be answered to a question."""
    left: dict[Question, set[Way]] = {each: set(SURE[each]) for each in _QUESTIONS}
    for index, line in enumerate(character.lines):
        wish = line.never
        if wish is None or wish != Wish(ways=wish.ways):
            continue
        if line.when or line.conduct or line.standing:
            continue
        for question in line.asked or _QUESTIONS:
            before = left[question]
            left[question] = before - set(wish.ways) if wish.ways else set()
            if before and not left[question]:
                yield Finding(
                    (*path, "lines", index, "never"),
                    "red-line-stuck",
                    f"This line leaves no answer to {question}.",
                    "Leave one of these open, or say when the line holds.",
                    known=SURE[question],
                )
                return


def _saying(path: Path, saying: Saying) -> Iterator[Finding]:
    known = GAPS[saying.on]
    for found in GAP.finditer(saying.text):
        name = found[1]
        if name in known:
            continue
        meant = nearest(name, known)
        there = name in _GAPS
        yield Finding(
            (*path, "text"),
            "unknown-gap",
            f"On the occasion {saying.on} nothing fills {{{name}}}."
            if there
            else f"Nothing fills {shown('{' + name + '}')}.",
            f"Did you mean {{{meant}}}?"
            if meant and not there
            else "Write one of these, in braces.",
            known=known,
        )
    if saying.grave and "headline" not in known:
        yield Finding(
            (*path, "grave"),
            "grave-no-news",
            f"On the occasion {saying.on} there is no news that could be grave.",
            "Take it out, or say the sentence on news.",
        )
    bare = GAP.sub("", saying.text)
    if "{" in bare or "}" in bare:
        yield Finding(
            (*path, "text"),
            "stray-brace",
            "A brace stands alone here.",
            "Write a gap as {motion}, or take the brace out.",
        )
