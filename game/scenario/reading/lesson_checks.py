"""Checks of lessons: what they name is there, and each step is about something."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.lesson import Happening, Lesson
from game.scenario.model import Scenario
from game.scenario.reading.conditions import check_conditions
from game.scenario.reading.finding import Finding
from game.scenario.reading.names import known_ids, unknown
from game.scenario.reading.places import Path
from game.scenario.terms import Conditions
from game.scenario.walk import every, walk
from game.text import shown
from game.text.names import nearest


def check_lesson(lesson: Lesson, scenario: Scenario) -> Iterator[Finding]:
    """All that is wrong with a lesson about a scenario, but for what only play can tell."""
    ids = known_ids(scenario)
    for leaf in walk(lesson):
        yield from unknown(leaf, ids)
    yield from check_conditions(lesson)
    yield from _variant(lesson, scenario)
    seen: dict[str, int] = {}
    for index, step in enumerate(lesson.steps):
        path: Path = ("steps", index)
        first = seen.setdefault(step.id, index)
        if first != index:
            yield Finding(
                (*path, "id"),
                "repeated-id",
                f"{shown(step.id)} is the id of steps[{first}] already.",
                "Give this one another id.",
                before=("steps", first, "id"),
            )
        yield from _asked(path, step.happens, step.when)
        for place, other in enumerate(step.instead):
            yield from _asked((*path, "instead", place), other.happens, other.when)
    for path, happening in every(Happening, lesson):
        if happening.way is None and happening.rule is None:
            yield Finding(
                path,
                "happening-empty",
                "This does not say what happens.",
                "Write way = for a decision, or rule = for what comes of one.",
            )
    if lesson.end.after_round > scenario.rounds:
        yield Finding(
            ("end", "after_round"),
            "lesson-endless",
            f"{shown(scenario.id)} has no round {lesson.end.after_round}.",
            f"Write a round from 1 to {scenario.rounds}.",
        )


def _variant(lesson: Lesson, scenario: Scenario) -> Iterator[Finding]:
    known = tuple(each.id for each in scenario.variants)
    if lesson.variant is None or lesson.variant in known:
        return
    meant = nearest(lesson.variant, known)
    yield Finding(
        ("variant",),
        "unknown-start",
        f"{shown(scenario.id)} has no start {shown(lesson.variant)}.",
        f"Did you mean {shown(meant)}?"
        if meant
        else "Write one of these."
        if known
        else "Take it out: the scenario has one start alone.",
        known=known,
    )


def _asked(path: Path, happens: tuple[Happening, ...], when: Conditions) -> Iterator[Finding]:
    """That something is asked for."""
    if not happens and not when:
        yield Finding(
            path,
            "step-empty",
            "This is about nothing: it has neither happens nor when.",
            "Write what has to happen, or how things have to stand.",
        )
