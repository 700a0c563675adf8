"""Checks of what is said: lines that nobody can say, and words that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.clause import never
from game.scenario.finding import Finding
from game.scenario.lines import Path
from game.scenario.model import Scenario, Spoken
from game.scenario.page import Page
from game.scenario.reach import Reach
from game.scenario.windows import check_window
from game.text import shown


def check_words(page: Page, scenario: Scenario) -> None:
    """Note lines that stand twice or are about two things, and a voice of nobody."""
    seen: dict[str, int] = {}
    for index, line in enumerate(scenario.lines):
        path: Path = ("lines", index)
        check_window(page, path, line.from_round, line.until_round)
        if any(broken[:2] == path for broken in page.broken):
            continue
        if line.motion is not None and line.themes:
            page.error(
                (*path, "themes"),
                "motion-and-theme",
                "The line is about a motion and about themes.",
                "It is one or the other: take motion or themes out.",
                part="key",
            )
        elif line.id in seen:
            page.error(
                path,
                "repeated-line",
                f"lines[{seen[line.id]}] is about the same already.",
                "Put its text into the variants of the other.",
            )
        seen.setdefault(line.id, index)
    for index, motion in enumerate(scenario.motions):
        path = ("motions", index, "voice")
        if motion.voice is not None and scenario.voice is None and page.sound(path, ("voice",)):
            page.error(
                path,
                "voice-of-nobody",
                f"Nobody is named who says this of {shown(motion.id)}.",
                "Add [voice] with a name and what it is about.",
                part="key",
            )


def words(reach: Reach) -> Iterator[Finding]:
    """Lines that are never said."""
    for index, line in enumerate(reach.scenario.lines):
        why = _unsaid(reach, line)
        if why:
            yield Finding(
                ("lines", index, "argument"),
                "line-never",
                f"Nobody ever says this: {why}.",
                "Change what the line is about, or take it out.",
            )


def _unsaid(reach: Reach, line: Spoken) -> str:
    """Why nobody can say a line; empty if somebody may."""
    scenario = reach.scenario
    argument = next(each for each in scenario.arguments if each.id == line.argument)
    sides = argument.held_by if line.side is None else (line.side,)
    if line.side is not None and line.side not in argument.held_by:
        return f'"{line.side}" does not hold "{line.argument}"'
    if line.from_round is not None and line.from_round > reach.rounds:
        return f"its window opens after round {reach.rounds}"
    about = [
        motion
        for motion in scenario.motions
        if motion.id in reach.motions
        and line.motion in (None, motion.id)
        and (not line.themes or any(theme in motion.tags for theme in line.themes))
    ]
    if not about:
        return "no motion that it could be about can be tabled"
    if line.answers is not None:
        return _unanswered(reach, line, sides)
    if line.motion is None and not line.themes:
        return ""
    # Without an opening a line may still be what is left for an answer.
    if reach.played[line.argument].isdisjoint(sides):
        return f'"{line.argument}" cannot be played'
    opens = any(
        motion.backed_by(argument) and side in reach.motions[motion.id]
        for motion in about
        for side in sides
    )
    attacks = any(reach.played[attack.target] for attack in argument.attacks)
    return "" if opens or attacks else f'"{line.argument}" supports nothing that it could be about'


def _unanswered(reach: Reach, line: Spoken, sides: tuple[str, ...]) -> str:
    playing = reach.while_playing()
    argument = next(each for each in reach.scenario.arguments if each.id == line.argument)
    attack = next((each for each in argument.attacks if each.target == line.answers), None)
    if attack is None:
        return f'"{line.argument}" does not attack "{line.answers}"'
    if never(attack.when, playing) is not None:
        return f'"{line.argument}" can never attack "{line.answers}"'
    if not any(reach.played[attack.target] - {side} for side in sides):
        return f'the other side never plays "{line.answers}"'
    return ""
