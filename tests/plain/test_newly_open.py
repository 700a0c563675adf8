"""What has just become open is said before the turn in which it can be tabled first."""

from __future__ import annotations

import pytest

from game.plain.newly_open import OPEN, NewlyOpen
from game.rules import NOBODY, Phase, Rulebook
from game.telling.board import board
from game.telling.messages import aloud
from game.telling.position import before_a_turn, in_a_debate
from game.telling.voice import Voice
from tests.plain.paper import fresh, played
from tests.plain.test_game import walk


@pytest.mark.parametrize("seed", range(3))
def test_what_was_closed_at_the_last_turn_of_a_side_and_is_not_now_is_named(
    book: Rulebook, seed: int
) -> None:
    voice = Voice(book, aloud())
    told = NewlyOpen(voice)
    before: dict[int, set[str]] = {}
    for state in walk(book, seed):
        table = board(voice, state)
        said = " ".join(told.heard(state, table))
        if state.phase is not Phase.TURN:
            assert said == ""
            continue
        steps = [step for rung in table.ladder.rungs for step in rung.steps]
        now = {step.name for step in steps if step.how in OPEN}
        fresh_ones = now - before.get(state.side, now)
        assert {step.name for step in steps if step.name in said} >= fresh_ones
        assert bool(said) == bool(fresh_ones)
        before[state.side] = now


def test_another_line_of_play_opens_nothing() -> None:
    text = played(fresh(), ["consult", "consult", "branch 1", "consult", "back"]).text()
    after = text.rpartition("Taken back: ")[2]
    assert "Now open: " not in after


def test_before_the_last_argument_it_is_said_that_it_is_the_last() -> None:
    match = fresh()
    voice = Voice(match.book, aloud())
    longest = match.scenario.debate.longest
    seen = set()
    for seed in range(8):
        for state in walk(match.book, seed):
            if state.debate is None or state.side == NOBODY:
                continue
            table = board(voice, state)
            assert table.debate is not None
            said = "ends the debate" in next(iter(in_a_debate(voice, table, table.debate)))
            assert said == (len(state.debate.chain) == longest - 1)
            seen.add(said)
    assert True in seen
    assert list(before_a_turn(voice, board(voice, match.state)))
