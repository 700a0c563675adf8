"""The page of arguments holds what the rules hold: who has what, and what answers what now."""

from __future__ import annotations

import pytest
from attrs import evolve

from game.rules import DebateState, Kind, Phase, State, bits, legal, ready
from game.scenario.catalogue import ids
from game.telling.arguments import MappedArgument, argument_map, map_lines
from game.telling.board import Board
from tests.telling.test_board import boards, voice

EVERY = 7
"""Of so many positions one is looked at."""


def maps(name: str) -> list[tuple[State, Board, tuple[MappedArgument, ...]]]:
    told = voice(name)
    return [(state, seen, argument_map(told, state, seen)) for state, seen in boards(name)[::EVERY]]


@pytest.mark.parametrize("name", ids())
def test_every_argument_of_both_hands_is_there_once(name: str) -> None:
    """The viewer's first; ready as the rules have it."""
    book = voice(name).book
    for state, seen, found in maps(name):
        places = [(each.side, each.argument) for each in found]
        sides = (seen.viewer, 1 - seen.viewer)
        assert places == [(side, each) for side in sides for each in bits(book.held[side])]
        for each in found:
            assert each.card.ready == bool(ready(book, state, each.side) >> each.argument & 1)


@pytest.mark.parametrize("name", ids())
def test_what_answers_now_is_what_could_be_answered_in_a_debate(name: str) -> None:
    """Were the argument said just now, these and no others would be legal answers to it."""
    book = voice(name).book
    met = 0
    for state, _, found in maps(name):
        for each in found:
            debate = DebateState(motion=0, speaker=each.side, chain=(each.argument,))
            asked = evolve(state, phase=Phase.REPLY, side=1 - each.side, debate=debate)
            answers = {it.subject for it in legal(book, asked) if it.kind is Kind.REBUT}
            assert {arrow.argument for arrow in each.against if arrow.now} == answers
            met += len(answers)
    assert met


@pytest.mark.parametrize("name", ids())
def test_an_arrow_has_two_ends(name: str) -> None:
    """What one hand can answer is answered by it, under the same conditions."""
    for _, _, found in maps(name):
        there = {(one.side, one.argument, it.argument) for one in found for it in one.answers}
        back = {(1 - one.side, it.argument, one.argument) for one in found for it in one.against}
        assert there == back
        fits = {
            (one.side, one.argument, it.argument) for one in found for it in one.answers if it.fits
        }
        fitted = {
            (1 - one.side, it.argument, one.argument)
            for one in found
            for it in one.against
            if it.fits
        }
        assert fits == fitted


@pytest.mark.parametrize("name", ids())
def test_the_state_of_what_is_answered_is_its_own(name: str) -> None:
    """That the answering one is spent is said once, above them."""
    told = voice(name)
    for _, seen, found in maps(name):
        for each in found:
            other = told.named(1 - each.side)
            _, head, _ = each.heads
            spent = told.say("arguments.some.spent", side=other)
            assert (head == spent) == (bool(each.answers) and not each.card.ready)
            for it in each.answers:
                state = "ready" if it.card.ready else "spent"
                assert it.sentence.startswith(f"{it.card.name}: {state}")
                assert it.fits == it.sentence.endswith(f": {state}")
                held = next(card for card in seen.parties[1 - each.side].cards if card == it.card)
                assert held.ready == it.card.ready


@pytest.mark.parametrize("name", ids())
def test_the_motions_are_those_that_the_argument_supports(name: str) -> None:
    """And what would contradict the record says so."""
    book = voice(name).book
    for state, _, found in maps(name):
        for each in found:
            supported = {i for i, mask in enumerate(book.supports) if mask >> each.argument & 1}
            assert {it.motion for it in each.backs} == supported
            against = book.argument_contradicts[each.argument]
            assert each.breaks == bool(against & state.record[each.side])
            assert bool(each.contradicts) == bool(against)


@pytest.mark.parametrize("name", ids())
def test_the_lines_name_every_argument(name: str) -> None:
    """For whoever reads one line after the other."""
    told = voice(name)
    state, seen = boards(name)[0]
    lines = list(map_lines(told, state, seen))
    for each in argument_map(told, state, seen):
        assert told.say("arguments.line", argument=each.name, state=each.state) in lines
        assert all(f"    {it.sentence}" in lines for row in each.lists for it in row)
