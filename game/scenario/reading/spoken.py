"""Checks of what is said: lines that nobody can say, and words that stand twice."""

from __future__ import annotations

from game.scenario.model import Scenario
from game.scenario.reading.fault_log import Page
from game.scenario.reading.places import Path
from game.scenario.reading.windows import check_window
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
