"""What is looked up is what the conditions say."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from game.rules import Rulebook, State, start
from game.rules.change import Change
from game.rules.conditions import holds
from game.rules.reasons import motion_price
from tests.books import shipped
from tests.rules.games import other_numbers
from tests.rules.strategies import made, many

BOOKS = tuple(Rulebook(other_numbers(shipped(), seed)) for seed in range(8))
"""Rulebooks in which the conditions have other numbers."""


@many
@given(position=made(), book=st.sampled_from(BOOKS))
def test_looking_clauses_up_is_reading_them(position: State, book: Rulebook) -> None:
    """Each table has the bits of just the clauses that hold, whatever the numbers in them."""
    at = position.tracks, position.carried, min(position.round, book.rounds)
    for answers, table in zip(book.answers, book.attackers, strict=True):
        assert table.holding(*at) == sum(1 << bit for bit, each in answers if holds(each, *at))
    deck = sum(1 << bit for bit, each in enumerate(book.headline_when) if holds(each, *at))
    assert book.deck.holding(*at) == deck


@many
@given(position=made(), book=st.sampled_from(BOOKS))
def test_drifts_sorted_by_round_are_the_drifts_that_hold(position: State, book: Rulebook) -> None:
    """What a round keeps of the drifts, read without the round, is what the scenario says."""
    at = position.tracks, position.carried, min(position.round, book.rounds)
    kept = [index for index, rest, _ in book.drifts[at[2]] if holds(rest, *at)]
    said = [
        index
        for index, drift in enumerate(book.scenario.drifts)
        if holds(book.clause(drift.when), *at)
    ]
    assert kept == said


@given(position=made())
def test_remembered_prices_are_the_prices(book: Rulebook, position: State) -> None:
    """A motion costs what its tags and the carried ones make of its base cost."""
    prices = book.prices[position.carried]
    for motion in range(len(book.motion_ids)):
        price = motion_price(book, position, motion)
        assert prices.cost[motion] == price
        for capital, affordable in enumerate(prices.affordable):
            assert bool(affordable >> motion & 1) == (price <= capital)


def test_a_position_cannot_be_changed(book: Rulebook) -> None:
    """A position is a value: whoever has one can keep it."""
    with pytest.raises(FrozenInstanceError):
        start(book).round = 2  # type: ignore[misc]  # the very thing that must not work


@given(position=made())
def test_a_change_is_made_to_a_copy(book: Rulebook, position: State) -> None:
    """A change leaves the position as it was, and one that changes nothing gives an equal one."""
    change = Change.of(book, position, None)
    change.round += 1
    assert change.done() != position
    same = Change.of(book, position, None).done()
    assert same == position
    assert hash(same) == hash(position)
