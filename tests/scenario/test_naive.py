"""Whatever the reader accepts it reads as a naive reading does, which looks for no fault."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import attrs
import pytest

from game.authoring.starter import starter
from game.scenario import ScenarioError, parse, read_text
from game.scenario.catalogue import ids
from game.scenario.doctrine import Maxim
from game.scenario.model import Danger, Headline, Scale, Spoken, Track
from game.scenario.reading.places import Path
from game.scenario.terms import Condition
from game.scenario.walk import every, hints
from tests.examples import number
from tests.scenario.full import FULL
from tests.scenario.mutants import mutant
from tests.scenario.naive import FILE, accepted, naive

TEXTS = {each: read_text(each)[0] for each in ids()}
TEXTS |= {"the starter": starter("two-towns"), "every key": FULL}


@pytest.mark.parametrize("name", TEXTS)
def test_a_scenario_is_read_as_it_is_written(name: str) -> None:
    assert parse(TEXTS[name], "a.toml") == naive(TEXTS[name])


@pytest.mark.parametrize("name", ["the starter", "every key"])
def test_a_changed_scenario_that_is_accepted_is_read_as_it_is_written(name: str) -> None:
    count = 0
    for seed in range(number(40)):
        text = mutant(Random(f"{name} {seed}"), TEXTS[name])
        try:
            scenario = parse(text, "a.toml")
        except ScenarioError:
            continue
        assert scenario == naive(text)
        count += 1
    assert count > 5


@pytest.mark.parametrize("cls", [Condition, Danger, Headline, Scale, Spoken, Track, Maxim])
def test_every_part_of_a_kind_is_found(cls: type[object]) -> None:
    """With its place, wherever in a scenario it stands."""

    def inside(thing: object, path: Path) -> Iterator[tuple[Path, object]]:
        if isinstance(thing, cls):
            yield path, thing
        steps: dict[Any, object] = {}
        if isinstance(thing, tuple):
            steps = dict(enumerate(thing))
        elif isinstance(thing, dict):
            steps = thing
        elif attrs.has(type(thing)):
            whole: Any = type(thing)
            steps = {name: getattr(thing, name) for name in hints(whole)}
        for step, each in steps.items():
            yield from inside(each, (*path, step))

    scenario = parse(FULL, "a.toml")
    found: list[tuple[Path, object]] = list(every(cls, scenario))
    assert found == list(inside(scenario, ()))
    assert found


def test_what_was_accepted_is_accepted_and_nothing_else() -> None:
    """Of a scenario that is kept for this; ``python -m tests.scenario.naive`` writes it anew."""
    assert accepted() == FILE.read_text(encoding="utf-8")
