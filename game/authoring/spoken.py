"""Lines that are never said."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.clause import never
from game.authoring.reach import Reach
from game.scenario.model import Spoken
from game.scenario.reading.finding import Finding


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
