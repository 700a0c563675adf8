"""Words and numbers of a scenario do not stand in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.model import Scenario
from tests.house.source import Module, module, modules, strings

LISTS = ("tracks", "motions", "arguments", "acts", "headlines")

ALLOWED: dict[str, set[str]] = {
    "game/cli/overview.py": {"review"},  # the name of a command
    "game/plain/answers.py": {"review"},  # an answer that is understood
}
"""By path the ids that a module may hold as words of its own, each with its reason."""

DECISION = re.compile(r"[a-z_]+:([\w-]+)(?:/([\w-]+))?")


def ids(scenario: Scenario) -> frozenset[str]:
    """What a decision, a condition or an effect can name in the scenario."""
    named = {each.id for name in LISTS for each in getattr(scenario, name)}
    owned = {f"{side.id}_{kind}" for side in scenario.sides for kind in ("capital", "score")}
    return frozenset(named | owned)


def faults(each: Module, known: frozenset[str]) -> Iterator[str]:
    """Where a module names something of the scenario: by its id, or inside a decision."""
    allowed = ALLOWED.get(str(each.path), set())
    for literal in strings(each):
        text = str(literal.value)
        decision = DECISION.fullmatch(text)
        names = {text} if decision is None else {name for name in decision.groups() if name}
        for name in sorted(names & known - allowed):
            yield each.at(literal, f"the scenario's {name!r} in {text!r}")


def test_no_id_of_the_scenario_stands_in_the_code(scenario: Scenario) -> None:
    """Another scenario is played by the same code; what this one calls things is its own."""
    known = ids(scenario)
    assert [fault for each in modules() for fault in faults(each, known)] == []


def test_names_and_texts_of_the_scenario_stand_in_it_alone(scenario: Scenario) -> None:
    """Nor does a name, a title or a sentence of it."""
    words = {each.name for each in scenario.motions} | {each.name for each in scenario.arguments}
    words |= {each.name for each in scenario.acts} | {each.title for each in scenario.headlines}
    words |= {each.name for each in scenario.tracks} | {each.name for each in scenario.sides}
    words |= {each.name for each in scenario.ladder.tiers}
    # What the game itself is called.
    words.discard(scenario.title)
    found = [
        each.at(literal, f"the scenario's {literal.value!r}")
        for each in modules()
        for literal in strings(each)
        if literal.value in words
    ]
    assert found == []


def test_a_word_of_the_scenario_is_found(scenario: Scenario) -> None:
    """As an id, in a decision, in part of an f-string; and prose is left alone."""
    known = ids(scenario)

    def count(text: str) -> int:
        return len(list(faults(module("game/rules/x.py", text), known)))

    assert count("x = 'tension'") == 1
    assert count("x = state['us_capital']") == 1
    assert count("x = 'table:train/enemy'") == 2
    assert count("x = f'{y}tension'") == 1
    assert count("'''tension'''") == 0
    assert count("x = 'trust: at least 3'") == 0
    assert count("x = 'a need for trust'") == 0
