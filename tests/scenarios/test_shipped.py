"""Every scenario that ships is whole: nothing odd in it, nothing idle, nothing without words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from game.authoring.check import check
from game.rules import (
    Decision,
    Kind,
    Phase,
    Rulebook,
    State,
    advance,
    chances,
    start,
    verdict,
)
from game.scenario import load
from game.scenario.catalogue import ids
from game.scenario.model import Scenario
from game.scenario.reading.names import endings
from tests.rules.games import TASTES, game
from tests.rules.naive import Naive
from tests.rules.test_naive import compare
from tests.scenarios import golden

Step = tuple[State, Decision, State]
"""A decision, with the position before and after it."""

SCENARIOS = ids()
EACH = 12
"""Games of each scenario and taste that both readings play."""

MOST = 250
"""Games of each scenario, taste and start in which everything has to be met."""


def test_there_are_four_scenarios() -> None:
    assert SCENARIOS == ("glass-ceiling", "helsinki-1975", "paris-thaw", "shared-enemy")


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_check_finds_nothing(name: str) -> None:
    assert check(name) == ()


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_verdict_has_an_epilogue_and_every_epilogue_a_verdict(name: str) -> None:
    scenario = load(name)
    thaw = {"thaw"} if scenario.payoff.thaw_within else set()
    assert set(scenario.epilogues) == {*endings(side.id for side in scenario.sides)} | thaw


@pytest.mark.parametrize("taste", TASTES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_plain_reading_of_a_scenario_agrees(name: str, taste: str) -> None:
    """In whole random games both readings offer the same, do the same and judge the same."""
    scenario = load(name)
    starts = (None, *(each.id for each in scenario.variants))
    for seed in range(EACH):
        start = starts[seed % len(starts)]
        compare(Rulebook(scenario, start), Naive(scenario, start), seed, taste)


@pytest.mark.parametrize("name", SCENARIOS)
def test_everything_in_a_scenario_is_met_in_play(name: str) -> None:
    """The golden playthrough and random games table every motion, play every argument, take every
    act, see every headline and both answers to it, meet and miss every objective, and end without
    and with a collapse.
    """
    scenario = load(name)
    starts = [Rulebook(scenario, begin) for begin in (None, *(v.id for v in scenario.variants))]
    kept = golden.decisions(golden.file_of(name).read_text(encoding="utf-8"))
    missing = set(_everything(scenario)) - set(_met(starts[0], _course(starts[0], kept)))
    for seed, taste, book in product(range(MOST), TASTES, starts):
        missing -= set(_met(book, game(book, seed, taste)))
        if not missing:
            return
    assert missing == set()


def _course(book: Rulebook, decisions: Iterable[str]) -> Iterator[Step]:
    """The game of these decisions."""
    after = start(book)
    for decision in map(book.decision, decisions):
        before, after = after, advance(book, after, decision)
        yield before, decision, after


def _everything(scenario: Scenario) -> Iterator[str]:
    """What is to be met in some game."""
    yield from (f"tabled {each.id}" for each in scenario.motions if not each.carried_at_start)
    yield from (f"played {each.id}" for each in scenario.arguments)
    yield from (f"act:{each.id}" for each in scenario.acts)
    for headline in scenario.headlines:
        yield f"draw:{headline.id}"
        if headline.choice is not None:
            yield from (f"{headline.id} choose:{letter}" for letter in "AB")
    yield from (f"{each.id} {met}" for each in scenario.objectives for met in (True, False))
    yield from ("frozen", "collapse")


def _met(book: Rulebook, course: Iterable[Step]) -> Iterator[str]:
    """What is met in a game."""
    for before, decision, after in course:
        if decision.kind is Kind.TABLE:
            yield f"tabled {book.motion_ids[decision.subject]}"
            yield f"played {book.argument_ids[decision.backing]}"
        elif decision.kind in (Kind.REBUT, Kind.REJOIN):
            yield f"played {book.argument_ids[decision.subject]}"
        elif decision.kind is Kind.CHOOSE:
            yield f"{book.headline_ids[before.wire]} {decision}"
        else:
            yield decision.text
        if after.phase is Phase.END:
            end = verdict(book, after)
            yield end.name
            if end.margins is not None:
                for objective, met in zip(book.scenario.objectives, end.objectives, strict=True):
                    yield f"{objective.id} {met}"


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_tag_and_track_of_a_scenario_matters(name: str) -> None:
    """Each tag is borne by two motions or asked for, and each track is moved and asked for."""
    scenario = load(name)
    tags = {tag for motion in scenario.motions for tag in motion.tags}
    wanted = {each.tag for headline in scenario.headlines for each in headline.when}
    wanted |= {each.tag for paragraph in scenario.aftermath for each in paragraph.when}
    supported = {tag for argument in scenario.arguments for tag in argument.supports}
    assert supported <= tags
    for tag in tags:
        assert sum(tag in motion.tags for motion in scenario.motions) >= 2 or tag in wanted, tag
    asked = {scenario.ladder.gate, scenario.ladder.ceiling}
    conditions = [
        *(each for motion in scenario.motions for each in motion.needs),
        *(each for drift in scenario.drifts for each in drift.when),
        *(each for objective in scenario.objectives for each in objective.when),
    ]
    asked |= {condition.track for condition in conditions if condition.track is not None}
    asked |= {track.id for track in scenario.tracks if track.collapse is not None}
    assert asked >= {track.id for track in scenario.tracks}


@pytest.mark.parametrize("name", SCENARIOS)
def test_nobody_has_lost_before_anybody_has_decided(name: str) -> None:
    """Whatever Chance draws first, in every start: a side is asked before the game can end."""
    scenario = load(name)
    for variant in ("", *(each.id for each in scenario.variants)):
        book = Rulebook(scenario, variant) if variant else Rulebook(scenario)
        waiting = [start(book)]
        while waiting:
            state = waiting.pop()
            assert state.phase is not Phase.END
            if state.phase is Phase.DRAW:
                waiting.extend(advance(book, state, each) for each, _ in chances(book, state))
