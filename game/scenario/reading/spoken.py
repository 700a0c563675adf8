"""Checks of what is said: words that stand twice, are about two things, or are nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.reading.finding import Finding
from game.text import shown


def check_words(scenario: Scenario) -> Iterator[Finding]:
    """Lines that stand twice or are about two things, and a voice of nobody."""
    seen: dict[str, int] = {}
    for index, line in enumerate(scenario.lines):
        first = seen.setdefault(line.id, index)
        if line.motion is not None and line.themes:
            yield Finding(
                ("lines", index, "themes"),
                "motion-and-theme",
                "The line is about a motion and about themes.",
                "It is one or the other: take motion or themes out.",
                part="key",
            )
        elif first != index:
            yield Finding(
                ("lines", index),
                "repeated-line",
                f"lines[{first}] is about the same already.",
                "Put its text into the variants of the other.",
            )
    for index, motion in enumerate(scenario.motions):
        if motion.voice is not None and scenario.voice is None:
            yield Finding(
                ("motions", index, "voice"),
                "voice-of-nobody",
                f"Nobody is named who says this of {shown(motion.id)}.",
                "Add [voice] with a name and what it is about.",
                part="key",
            )
