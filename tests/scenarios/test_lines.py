"""Every argument is made in words about the motion, and every answer in words that answer."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve

from game.review.lines import aftermath, line_for
from game.rules import Rulebook, start
from game.scenario import load, read_text
from game.scenario.model import Scenario
from tests.rules.games import TASTES, game
from tests.scenarios.thaw import thaw

SCENARIO = load("shared-enemy")
SCENARIOS = (SCENARIO, load("glass-ceiling"), load("helsinki-1975"))

FEWEST: Final = {"shared-enemy": (260, 60), "glass-ceiling": (90, 20), "helsinki-1975": (120, 30)}
"""Per scenario how many lines it has at least, and how many of them stand on a dated fact."""

SOURCES = Path(__file__).parents[2] / "docs" / "sources.md"

OUTCOMES = ("accepted", "carried", "declined", "walked_out", "withdrawn")


MOTIONS = [
    pytest.param(scenario, motion.id, id=f"{scenario.id}-{motion.id}")
    for scenario in SCENARIOS
    for motion in scenario.motions
    if not motion.carried_at_start
]


@pytest.mark.parametrize(("scenario", "name"), MOTIONS)
def test_every_opening_and_every_answer_has_words_of_its_own(scenario: Scenario, name: str) -> None:
    """No debate falls back on what an argument says anywhere."""
    (motion,) = (each for each in scenario.motions if each.id == name)
    arguments = {each.id: each for each in scenario.arguments}
    sides = [each.id for each in scenario.sides]
    for argument in scenario.arguments:
        for side in argument.held_by:
            if motion.backed_by(argument):
                line = line_for(scenario, argument.id, name, side).line
                assert line is not None, (argument.id, side)
                assert line.motion == name
            (other,) = (each for each in sides if each != side)
            for attack in argument.attacks:
                if other in arguments[attack.target].held_by:
                    line = line_for(scenario, argument.id, name, side, attack.target).line
                    assert line is not None, (argument.id, attack.target, side)
                    assert line.answers == attack.target


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.id)
def test_no_line_is_written_for_nothing(scenario: Scenario) -> None:
    """Each is what somebody says of some motion, in some round."""
    tabled = [each for each in scenario.motions if not each.carried_at_start]
    heard = set()
    for motion, argument in product(tabled, scenario.arguments):
        answered = [each.target for each in argument.attacks]
        said = [*answered, *([None] if motion.backed_by(argument) else [])]
        for side, answers, round_ in product(argument.held_by, said, range(1, scenario.rounds + 1)):
            line = line_for(scenario, argument.id, motion.id, side, answers, round_=round_).line
            heard.add(line)
    assert [each.text for each in scenario.lines if each not in heard] == []


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.id)
def test_lines_are_short_enough_to_be_read_aloud(scenario: Scenario) -> None:
    """Between eleven words and twenty-five, none said twice; many stand on a dated fact."""
    spoken = [text for line in scenario.lines for text in (line.text, *line.variants)]
    for text in spoken:
        assert 11 <= len(text.split()) <= 25, text
    assert len(set(spoken)) == len(spoken)
    lines, facts = FEWEST[scenario.id]
    assert len(scenario.lines) >= lines
    assert sum(line.fact is not None for line in scenario.lines) >= facts


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.id)
def test_every_fact_names_where_it_is_from(scenario: Scenario) -> None:
    """A fact without its source is a claim; the list of sources has each of them."""
    listed = SOURCES.read_text(encoding="utf-8")
    for line in scenario.lines:
        assert (line.fact is None) == (not line.source), line.text
        if line.fact is not None:
            assert f" {line.fact} *{line.source[0]}" in listed, line.fact


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.id)
def test_the_list_of_sources_has_every_headline(scenario: Scenario) -> None:
    listed = SOURCES.read_text(encoding="utf-8")
    missing = [
        each.id for each in scenario.headlines if f"\n- {each.date}: {each.title}. *" not in listed
    ]
    assert missing == []


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.id)
def test_the_press_of_either_country_has_a_word_on_whatever_becomes_of_a_debate(
    scenario: Scenario,
) -> None:
    for side, outcome in product(scenario.sides, OUTCOMES):
        assert any(
            each.side == side.id and outcome in each.outcome and each.contradiction is None
            for each in scenario.press
        ), (side.id, outcome)


@pytest.mark.parametrize("taste", sorted(TASTES))
def test_the_end_tells_of_every_partnership_in_five_paragraphs(taste: str) -> None:
    """Each motion carried from the third tier up changes what is told, and the end stays short."""
    book = Rulebook(SCENARIO)
    for seed in range(4):
        *_, (_, _, over) = game(book, seed, taste)
        told = list(aftermath(book, over, "frozen"))
        assert 1 <= len(told) <= 4
        for index, motion in enumerate(SCENARIO.motions):
            if over.carried >> index & 1 and motion.tier >= 3:
                without = evolve(over, carried=over.carried & ~(1 << index))
                assert list(aftermath(book, without, "frozen")) != told, motion.id


@pytest.mark.parametrize("tension", [5, 6])
def test_nothing_is_called_calm_that_is_not(tension: int) -> None:
    """Whatever is carried: the paragraph on Ukraine speaks of quiet only where Ukraine is calm."""
    book = Rulebook(SCENARIO)
    tracks = list(start(book).tracks)
    tracks[book.track_ids.index("tension")] = tension
    ukraine = [motion.id for motion in SCENARIO.motions if "ukraine" in motion.tags]
    for chosen in product((False, True), repeat=len(ukraine)):
        signed = {name for name, yes in zip(ukraine, chosen, strict=True) if yes}
        if signed - {"ceasesupport"} and "forum" not in signed:
            continue
        carried = sum(1 << book.motion(name) for name in signed)
        state = evolve(start(book), tracks=tuple(tracks), carried=carried)
        told = " ".join(aftermath(book, state, "bargain"))
        assert ("quiet" in told) == (tension == 5), told


def test_news_strike_in_the_order_of_history() -> None:
    """A headline has a window of one quarter, or of two; no two of them overlap out of order."""
    for headline in SCENARIO.headlines:
        first, last = headline.from_round, headline.until_round
        assert first is not None
        assert last is not None
        assert 0 <= last - first <= 1
        (year, *_) = re.findall(r"20\d\d", headline.date)
        quarters = SCENARIO.round_names[first - 1 : last]
        assert any(year in quarter or year[2:] in quarter for quarter in quarters), headline.id


def test_paris_thaw_is_made_from_the_full_game() -> None:
    """``python -m tests.scenarios.thaw`` writes it anew."""
    assert read_text("paris-thaw")[0] == thaw()
