"""What a new author begins with."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from game.authoring.starter import starter
from game.rules import Kind, Phase, Rulebook, advance, legal, start, verdict
from game.scenario import ScenarioError, parse
from game.scenario.reading.names import endings


def test_a_new_scenario_bears_its_name() -> None:
    scenario = parse(starter("the-long_winter2"), "a.toml")
    assert scenario.id == "the-long_winter2"
    assert scenario.title == "The Long Winter2"


@pytest.mark.parametrize("name", ["", "Two Towns", "1st", "a/b", "../x", "é", "a" * 41, "a\n"])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ScenarioError, match="cannot be an id"):
        starter(name)


def test_every_ending_of_the_starter_can_come_about() -> None:
    """Half of the games are played at random, half by sides that agree where they can."""
    book = Rulebook(parse(starter("two-towns"), "a.toml"))
    agreeable = {Kind.ACCEPT, Kind.TABLE, Kind.CONCEDE, Kind.YIELD}
    told: Counter[str] = Counter()
    for seed in range(300):
        random = Random(seed)
        state = start(book)
        while state.phase is not Phase.END:
            decisions = legal(book, state)
            gentle = [each for each in decisions if each.kind in agreeable]
            state = advance(book, state, random.choice((gentle if seed % 2 else ()) or decisions))
        told[verdict(book, state).name] += 1
    assert set(told) == set(endings(book.side_ids))


def test_the_starter_explains_itself() -> None:
    lines = starter("two-towns").splitlines()
    assert sum("#" in line for line in lines) > 60
    assert max(map(len, lines)) <= 125
