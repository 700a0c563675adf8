"""Checks of forks: motions of which each closes the other."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.reading.finding import Finding
from game.text import shown


def check_forks(scenario: Scenario) -> Iterator[Finding]:
    """Motions that exclude themselves, or one another while both are carried at the start."""
    settled = {motion.id for motion in scenario.motions if motion.carried_at_start}
    for index, motion in enumerate(scenario.motions):
        for place, name in enumerate(motion.excludes):
            path = ("motions", index, "excludes", place)
            if name == motion.id:
                yield Finding(
                    path,
                    "excludes-itself",
                    f"{shown(name)} excludes itself.",
                    "Name the other branch of the fork.",
                )
            elif name in settled and motion.id in settled:
                yield Finding(
                    path,
                    "fork-settled",
                    f"{shown(motion.id)} and {shown(name)} are both carried at the start.",
                    "Of a fork one branch at most is carried: take one of them out.",
                )
