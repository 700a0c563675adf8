"""In the full game every argument is made in words about the motion, and every answer in words
that answer.
"""

from __future__ import annotations

import re

import pytest

from game.review.lines import line_for
from game.scenario import load, read_text
from game.scenario.model import Motion
from tests.scenarios.thaw import thaw

SCENARIO = load("shared-enemy")
ARGUMENTS = {each.id: each for each in SCENARIO.arguments}
MOTIONS = [each for each in SCENARIO.motions if not each.carried_at_start]


@pytest.mark.parametrize("motion", MOTIONS, ids=lambda each: each.id)
def test_every_opening_and_every_answer_has_words_of_its_own(motion: Motion) -> None:
    """No debate falls back on what an argument says anywhere."""
    name = motion.id
    for argument in SCENARIO.arguments:
        for side in argument.held_by:
            if argument.id in motion.backs:
                line = line_for(SCENARIO, argument.id, name, side).line
                assert line is not None, (argument.id, side)
                assert line.motion == name
            other = "ru" if side == "us" else "us"
            for attack in argument.attacks:
                if other in ARGUMENTS[attack.target].held_by:
                    line = line_for(SCENARIO, argument.id, name, side, attack.target).line
                    assert line is not None, (argument.id, attack.target, side)
                    assert line.answers == attack.target


def test_lines_are_short_enough_to_be_read_aloud() -> None:
    """Between eleven words and twenty-five; at least sixty of them stand on a dated fact."""
    for line in SCENARIO.lines:
        assert 11 <= len(line.text.split()) <= 25, line.text
    assert sum(line.fact is not None for line in SCENARIO.lines) >= 60
    assert len({line.text for line in SCENARIO.lines}) == len(SCENARIO.lines)


def test_every_fact_names_where_it_is_from() -> None:
    """A fact without its source is a claim."""
    for line in SCENARIO.lines:
        assert (line.fact is None) == (not line.source), line.text


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
