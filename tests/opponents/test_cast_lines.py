"""What the lines of the cast leave to decide, in the scenarios that come with the game."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents.character import RedLines, Trail
from game.rules import Kind, Phase, Rulebook, legal
from game.scenario import parse, read_text
from game.scenario.cast import cast
from game.scenario.catalogue import ids
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.games import positions

BOOK = rulebook()


@given(seed=st.integers(0, 1000))
@examples(10)
def test_who_leaves_the_last_word_stops_and_who_answers_in_kind_goes_on_if_the_other_did(
    seed: int,
) -> None:
    """The conciliator insists only while it trails; the reciprocator only after the other side."""
    known = {each.id: each for each in cast()}
    for game in positions(BOOK, seed):
        state, side = game.state, game.state.side
        if state.phase is not Phase.FLOOR:
            continue
        trail = Trail.of(BOOK, state, game.history)
        at = max(at for at, (_, each) in enumerate(game.history) if each.kind is Kind.TABLE)
        turn = game.history[at][0]
        above = [turn.tracks[BOOK.score[each]] - BOOK.threshold[each] for each in (0, 1)]
        insisted = any(
            before.side == 1 - side and before.round >= turn.round - 1
            for before, decision in game.history[:at]
            if decision.kind is Kind.REJOIN
        )
        for name, stops in (
            ("conciliator", above[side] >= above[1 - side]),
            ("reciprocator", not insisted),
        ):
            lines = RedLines(BOOK, known[name], side)
            options = legal(BOOK, state)
            left = lines.within(state, lines.holding(trail.seen(side)), options)
            goes_on = any(each.kind is Kind.REJOIN for each in left)
            assert goes_on == (not stops and any(each.kind is Kind.REJOIN for each in options))


@pytest.mark.parametrize("name", ids())
@given(seed=st.integers(0, 1000))
@examples(2)
def test_the_whole_cast_can_decide_in_every_scenario_from_either_side(name: str, seed: int) -> None:
    """Lines leave some of what is legal, and forbid nothing that is left but what gives way."""
    book = Rulebook(parse(read_text(name)[0], name))
    seated = [[RedLines(book, each, side) for each in cast()] for side in (0, 1)]
    bound = 0
    for game in positions(book, seed, 0.4):
        state, options = game.state, legal(book, game.state)
        seen = Trail.of(book, state, game.history).seen(state.side)
        for lines in seated[state.side]:
            holding = lines.holding(seen)
            left = lines.within(state, holding, options)
            assert left
            assert set(left) <= set(options)
            bound += len(left) < len(options)
            for place in holding:
                if any(not lines.broken(state, (place,), each) for each in left):
                    assert not any(lines.broken(state, (place,), each) for each in left)
    assert bound
