"""Whatever the reader accepts it reads as a naive reading does, which looks for no fault."""

from __future__ import annotations

from random import Random

import pytest

from game.authoring.starter import starter
from game.scenario import ScenarioError, parse, read_text, scenarios
from tests.examples import number
from tests.scenario.full import FULL
from tests.scenario.mutants import mutant
from tests.scenario.naive import FILE, accepted, naive

TEXTS = {listed.id: read_text(listed.id)[0] for listed in scenarios()}
TEXTS |= {"the starter": starter("two-towns"), "every key": FULL}


@pytest.mark.parametrize("name", TEXTS)
def test_a_scenario_is_read_as_it_is_written(name: str) -> None:
    assert parse(TEXTS[name], "a.toml") == naive(TEXTS[name])


@pytest.mark.parametrize("name", ["the starter", "every key"])
def test_a_changed_scenario_that_is_accepted_is_read_as_it_is_written(name: str) -> None:
    count = 0
    for seed in range(number(60)):
        text = mutant(Random(f"{name} {seed}"), TEXTS[name])
        try:
            scenario = parse(text, "a.toml")
        except ScenarioError:
            continue
        assert scenario == naive(text)
        count += 1
    assert count > 5


def test_what_was_accepted_is_accepted_and_nothing_else() -> None:
    """Of a scenario that is kept for this; ``python -m tests.scenario.naive`` writes it anew."""
    assert accepted() == FILE.read_text(encoding="utf-8")
