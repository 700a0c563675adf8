"""What holds in every position of the game."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import (
    IllegalDecisionError,
    InvalidDecisionError,
    Phase,
    Rulebook,
    RulesError,
    State,
    advance,
    chances,
    decode,
    digest,
    encode,
    legal,
    play,
    verdict,
    why_not,
)
from tests.rules.strategies import deciding, many, positions


@many
@given(position=positions)
def test_a_decision_is_listed_exactly_if_nothing_stands_in_its_way(
    book: Rulebook, position: State
) -> None:
    """The listing and the reasons are two readings of the same rules, over all decisions."""
    listed = {decision.text for decision in legal(book, position)}
    free = {text for text, each in book.decisions.items() if not why_not(book, position, each)}
    assert listed == free


@many
@given(position=positions)
def test_every_listed_decision_applies_and_no_other_does(book: Rulebook, position: State) -> None:
    """What is listed leads on; whatever else the scenario knows is refused."""
    listed = legal(book, position)
    assert len(listed) == len(set(listed))
    for decision in book.decisions.values():
        if decision in listed:
            assert play(book, position, decision).state != position
        else:
            with pytest.raises(IllegalDecisionError, match=decision.text):
                play(book, position, decision)


@given(position=positions)
def test_someone_can_always_decide_until_the_end(book: Rulebook, position: State) -> None:
    """There is a legal decision exactly while the game is not over."""
    assert bool(legal(book, position)) == (position.phase is not Phase.END)


@many
@given(position=deciding)
def test_looking_ahead_is_playing(book: Rulebook, position: State) -> None:
    """``advance`` arrives where ``play`` does."""
    for decision in legal(book, position):
        assert advance(book, position, decision) == play(book, position, decision).state


@many
@given(position=deciding)
def test_numbers_stay_within_their_bounds(book: Rulebook, position: State) -> None:
    """No decision takes a track out of its range, or leaves a game going that has collapsed."""
    for decision in legal(book, position):
        after = advance(book, position, decision)
        assert all(
            low <= value <= high
            for low, value, high in zip(book.low, after.tracks, book.high, strict=True)
        )
        if after.phase is not Phase.END:
            assert all(after.tracks[track] < at for track, at in book.collapses)
            assert 1 <= after.round <= book.rounds


@given(position=deciding)
def test_hands_and_records_hold_their_own_sides_arguments(book: Rulebook, position: State) -> None:
    """A side spends what it holds, once, and only what it holds is on its record."""
    for decision in legal(book, position):
        after = advance(book, position, decision)
        for side in (0, 1):
            spent = after.spent[side]
            assert len(set(spent)) == len(spent)
            assert all(book.held[side] >> argument & 1 for argument in spent)
            assert not after.record[side] & ~book.held[side]


@given(position=positions)
def test_chance_lists_headlines_with_weights(book: Rulebook, position: State) -> None:
    """Chance's decisions are those that it has weights for, and every weight is positive."""
    listed = chances(book, position)
    assert all(weight > 0 for _, weight in listed)
    if position.phase is Phase.DRAW:
        assert tuple(decision for decision, _ in listed) == legal(book, position)
    else:
        assert listed == ()


@given(position=positions)
def test_plain_data_and_back_is_the_same_position(book: Rulebook, position: State) -> None:
    """A position survives being written as JSON, and keeps its digest."""
    plain = json.loads(json.dumps(encode(book, position)))
    assert decode(book, plain) == position
    assert digest(book, decode(book, plain)) == digest(book, position)


@given(position=positions, data=st.data())
def test_plain_data_with_a_hole_is_refused(
    book: Rulebook, position: State, data: st.DataObject
) -> None:
    """Whatever part is missing, or names something unknown, the answer is one plain error."""
    plain = encode(book, position)
    name = data.draw(st.sampled_from(sorted(plain)))
    missing = {key: value for key, value in plain.items() if key != name}
    with pytest.raises(RulesError, match="not a position of scenario"):
        decode(book, missing)
    with pytest.raises(RulesError, match="not a position of scenario"):
        decode(book, plain | {"carried": ["nothing of the kind"]})


@given(first=positions, second=positions)
def test_different_positions_have_different_digests(
    book: Rulebook, first: State, second: State
) -> None:
    """A digest stands for one position."""
    assert (digest(book, first) == digest(book, second)) == (first == second)


@given(text=st.text(max_size=20))
def test_an_unknown_text_is_no_decision(book: Rulebook, text: str) -> None:
    """Reading a decision gives back its text, or says that there is no such decision."""
    if text in book.decisions:
        assert book.decision(text).text == text
    else:
        with pytest.raises(InvalidDecisionError, match="no decision of scenario"):
            book.decision(text)


@given(position=deciding)
def test_a_game_that_goes_on_has_no_verdict(book: Rulebook, position: State) -> None:
    """The verdict is asked for at the end only."""
    with pytest.raises(RulesError, match="not over"):
        verdict(book, position)
