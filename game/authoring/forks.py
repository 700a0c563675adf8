"""Forks that are none, and what hangs on one branch of a fork alone."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.reach import Reach
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path


def forks(reach: Reach) -> Iterator[Finding]:
    """Forks that are none, and what hangs on one branch of a fork alone."""
    for index, motion in enumerate(reach.scenario.motions):
        for place, name in enumerate(motion.excludes):
            lost = [each for each in (motion.id, name) if each not in reach.motions]
            if len(lost) == 1 and lost[0] not in reach.settled and motion.id not in reach.settled:
                yield Finding(
                    ("motions", index, "excludes", place),
                    "fork-one-branch",
                    f'This fork has one branch only: "{lost[0]}" can never be tabled.',
                    "Open the other branch, or take the fork out.",
                )
    yield from _hanging(reach)


def _hanging(reach: Reach) -> Iterator[Finding]:
    """Needs and objectives that one branch of a fork alone can fulfil."""
    scenario = reach.scenario
    places: list[tuple[Path, str | None]] = [
        (("motions", index, "needs", place), condition.carried)
        for index, motion in enumerate(scenario.motions)
        for place, condition in enumerate(motion.needs)
    ]
    places += [
        (("objectives", index, "when", place), condition.carried)
        for index, objective in enumerate(scenario.objectives)
        for place, condition in enumerate(objective.when)
    ]
    for path, name in places:
        if name is not None and name in reach.motions and reach.twins[name] & set(reach.motions):
            yield Finding(
                path,
                "fork-needed",
                f'This hangs on "{name}", one branch of a fork, alone.',
                "Ask for a tag that both branches bear, so that either way leads on.",
            )
