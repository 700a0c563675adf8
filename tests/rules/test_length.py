"""How long a game can be.

In a round there are at most one headline's choice, one draw and two turns. A turn is at most:
tabling (the first argument), a rebuttal (the second), rejoinders up to the longest debate, the
stop, and how it is taken. With five arguments at most that is 1 + 1 + 3 + 1 + 1 = 7 decisions in a
turn, 2 + 2 * 7 = 16 in a round and 160 in ten rounds; less one, because no headline waits in
the first round: 159.

The clock below counts these places. As every decision moves it on, no game is longer.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.rules import Phase, Rulebook, State, advance, legal, start
from tests.rules.games import TASTES, game
from tests.rules.strategies import deciding


def turn_length(book: Rulebook) -> int:
    """The most decisions that a turn can hold."""
    tabled, stopped, taken = 1, 1, 1
    return tabled + (book.longest - 1) + stopped + taken


def longest_game(book: Rulebook) -> int:
    """The most decisions that a game can hold, Chance's included."""
    choice, draw = 1, 1
    return book.rounds * (choice + draw + 2 * turn_length(book)) - choice


def clock(book: Rulebook, state: State) -> int:
    """A position's place among all the places that decisions can have, from 0."""
    turn = turn_length(book)
    per_round = 2 + 2 * turn
    if state.phase is Phase.END:
        return longest_game(book)
    begun = 2 + turn * state.turn
    place = {
        Phase.EVENT: 0,
        Phase.DRAW: 1,
        Phase.TURN: begun,
        Phase.REPLY: begun + 1,
        Phase.YIELD: begun + turn - 1,
        Phase.CONCEDE: begun + turn - 1,
    }.get(state.phase)
    if place is None:
        assert state.debate is not None
        place = begun + len(state.debate.chain)
    return (state.round - 1) * per_round + place - 1


@given(position=deciding)
def test_every_decision_moves_the_clock_on(book: Rulebook, position: State) -> None:
    """No decision leads back, or leaves the game where it was; so every game ends in time."""
    now = clock(book, position)
    assert 0 <= now < longest_game(book)
    for decision in legal(book, position):
        assert now < clock(book, advance(book, position, decision)) <= longest_game(book)


def test_the_standard_game_has_at_most_159_decisions(book: Rulebook) -> None:
    """The bound that the rules give, from the scenario's numbers; a game begins at its foot."""
    assert longest_game(book) == 159
    assert clock(book, start(book)) == 0


@given(seed=st.integers(0, 2**16), taste=st.sampled_from(sorted(TASTES)))
def test_every_game_ends_within_its_bound(book: Rulebook, seed: int, taste: str) -> None:
    """Whole games end after ten rounds or a collapse, and no later than they must."""
    states = [after for _, _, after in game(book, seed, taste)]
    assert len(states) <= longest_game(book)
    last = states[-1]
    assert last.phase is Phase.END
    collapsed = any(last.tracks[track] >= at for track, at in book.collapses)
    assert collapsed or last.round == book.rounds
    assert legal(book, last) == ()


def test_a_turn_can_be_as_long_as_the_bound_says(book: Rulebook) -> None:
    """Seven decisions in one turn do happen: the bound gives nothing away there."""
    lengths = [0]
    for seed in range(20):
        for before, _, _ in game(book, seed, "talkative"):
            lengths.append(1 if before.phase is Phase.TURN else lengths[-1] + 1)
    assert turn_length(book) == 7
    assert 7 in lengths
