"""The evaluation: what it promises of every position."""

from __future__ import annotations

import random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.opponents.search import Evaluation, Quiet, Rollout
from game.opponents.search.features import DOOM_FEATURES, FEATURES, Features, likely
from game.opponents.search.rollout import anything, draw, lively
from game.rules import (
    COUNT,
    Phase,
    Rulebook,
    State,
    advance,
    bits,
    chances,
    holds,
    legal,
    start,
    verdict,
)
from game.scenario import load
from tests.books import rulebook
from tests.opponents.games import positions
from tests.opponents.tiny import tiny

BOOKS = {
    "shipped": rulebook(),
    "easy": rulebook("easy"),
    "tiny": Rulebook(tiny()),
    "helsinki": Rulebook(load("helsinki-1975")),
}
ON_MOTIONS = [
    (side, clause)
    for side, clause, _ in BOOKS["helsinki"].objectives
    if all(kind == COUNT for kind, *_ in clause)
]


class Forgetting(Evaluation):
    """Takes no two positions for the same."""

    @staticmethod
    def seen(state: State) -> tuple[object, ...]:
        return (state, object())


REMEMBERING = {
    (name, depth): Quiet(book, Evaluation(book), depth)
    for name, book in BOOKS.items()
    for depth in (0, 1)
}
SEEDS = st.integers(0, 10_000)


@pytest.mark.parametrize("name", BOOKS)
@given(seed=SEEDS)
def test_the_tables_say_what_the_signs_say(name: str, seed: int) -> None:
    """The quick reading of a position equals the plain one, feature by feature."""
    book = BOOKS[name]
    evaluation = Evaluation(book)
    for game in positions(book, seed, share=0.2):
        quick, plain = evaluation.estimate(game.state), evaluation.plain(game.state)
        assert quick.margins == pytest.approx(plain.margins, abs=1e-9)
        assert quick.doom == pytest.approx(plain.doom, abs=1e-9)
        assert quick.spread == pytest.approx(plain.spread, abs=1e-9)


@given(seed=SEEDS)
def test_an_objective_on_motions_is_hoped_for_by_what_is_missing(seed: int) -> None:
    """It is sure when it is met, less sure with every motion that is not carried yet, and lost
    when no turn is left."""
    assert ON_MOTIONS
    book = BOOKS["helsinki"]
    features = Features(book)
    for game in positions(book, seed, share=0.3):
        state = game.state
        for _, clause in ON_MOTIONS:
            met = holds(clause, state.tracks, state.carried, state.round)
            hopes = [features.hope(clause, {}, (), state.carried, left) for left in range(12)]
            assert hopes == sorted(hopes)
            assert hopes[0] == float(met)
            for motion in bits(features.closed(state.carried, 0)):
                more = features.hope(clause, {}, (), state.carried | 1 << motion, 8)
                assert more >= hopes[8] or book.excluded[motion]


def test_an_act_that_nobody_has_begun_is_no_gift() -> None:
    """At the start of Helsinki the Final Act is something to work for."""
    book = BOOKS["helsinki"]
    features = Features(book)
    state = start(book)
    for _, clause in ON_MOTIONS:
        missing = features.missing(*clause[0][1:], state.carried)
        assert missing is not None
        assert missing >= 2
        assert features.hope(clause, {}, (), state.carried, features.left(state)) < 1
        assert features.hope(clause, {}, (), state.carried, missing - 1) == 0


@given(seed=SEEDS)
def test_a_worth_lies_between_the_payoffs(seed: int) -> None:
    """No position is worth less than the worst ending or more than the best."""
    book = BOOKS["shipped"]
    payoff = book.scenario.payoff
    most = payoff.alone + payoff.margin * payoff.margin_cap
    least = payoff.frozen - payoff.margin * payoff.margin_cap
    evaluation = Evaluation(book)
    for game in positions(book, seed):
        for worth in evaluation(game.state):
            assert min(payoff.collapse, least) <= worth <= most


@given(seed=SEEDS)
def test_at_the_end_the_forecast_is_the_verdict(seed: int) -> None:
    book = BOOKS["shipped"]
    dice = random.Random(seed)
    state = start(book)
    while state.phase is not Phase.END:
        state = advance(book, state, dice.choice(legal(book, state)))
    assert Evaluation(book)(state) == verdict(book, state).payoffs


def test_each_sign_has_its_weight() -> None:
    book = BOOKS["shipped"]
    features = Features(book)
    assert tuple(features.read(start(book), 0)) == FEATURES
    assert set(features.doom(start(book))) == set(DOOM_FEATURES)


def test_nearer_to_collapse_is_worth_less_to_both() -> None:
    """One step more on a track that ends the game is never welcome."""
    book = BOOKS["shipped"]
    evaluation = Evaluation(book)
    state = next(iter(positions(book, 1))).state
    for track, end in book.collapses:
        worths = []
        for value in range(end - 5, end):
            tracks = tuple(
                value if place == track else each for place, each in enumerate(state.tracks)
            )
            worths.append(evaluation(evolve(state, tracks=tracks)))
        for side in (0, 1):
            along = [worth[side] for worth in worths]
            assert along == sorted(along, reverse=True)


@given(st.floats(-50, 50))
def test_odds_and_probabilities_rise_together(odds: float) -> None:
    assert 0 < likely(odds) < 1
    assert likely(odds) <= likely(odds + 0.01)
    assert likely(odds) + likely(-odds) == pytest.approx(1, abs=2e-9)


@given(seed=SEEDS)
def test_a_settled_position_is_left_alone(seed: int) -> None:
    """Quiet asks at once about turns, and elsewhere what the side that is asked likes best."""
    book = BOOKS["shipped"]
    evaluation = Evaluation(book)
    quiet = Quiet(book, evaluation)
    for game in positions(book, seed):
        state = game.state
        if state.phase is Phase.TURN:
            assert quiet(state) == evaluation(state)
        elif state.phase in (Phase.YIELD, Phase.CONCEDE):
            after = [quiet(advance(book, state, each)) for each in legal(book, state)]
            assert quiet(state)[state.side] == max(worth[state.side] for worth in after)


@pytest.mark.parametrize("name", BOOKS)
@given(seed=SEEDS)
def test_what_is_remembered_is_what_is_found_anew(name: str, seed: int) -> None:
    """However much it has seen, an evaluation says what one says that has seen nothing, and
    whoever stops or is answered is told what comes of it as if each debate were the first.
    """
    book = BOOKS[name]
    for depth in (0, 1):
        remembering, forgetting = REMEMBERING[name, depth], Quiet(book, Forgetting(book), depth)
        for game in positions(book, seed, share=0.2):
            for each in legal(book, game.state):
                state = advance(book, game.state, each)
                assert remembering(state) == forgetting(state)


@given(seed=SEEDS)
def test_looking_at_more_arguments_never_hurts_the_last_to_speak(seed: int) -> None:
    """Who may answer or stop is worth at least what stopping is worth."""
    book = BOOKS["shipped"]
    evaluation = Evaluation(book)
    for game in positions(book, seed, share=0.3):
        state = game.state
        if state.phase is Phase.FLOOR:
            longest = book.longest
            deep, flat = Quiet(book, evaluation, longest), Quiet(book, evaluation)
            assert deep(state)[state.side] >= flat(state)[state.side] - 1e-9


@pytest.mark.parametrize("policy", [anything, lively])
def test_rollouts_repeat_with_their_seed(policy: object) -> None:
    book = BOOKS["tiny"]
    state = start(book)

    def worths(seed: str, turns: int | None) -> list[tuple[float, float]]:
        rollout = Rollout(book, policy, Evaluation(book), turns, seed)  # type: ignore[arg-type]  # pytest does not type its parameters
        return [rollout(state) for _ in range(5)]

    assert worths("a", 4) == worths("a", 4)
    assert worths("a", None) == worths("a", None)
    assert worths("a", None) != worths("b", None)


@given(seed=SEEDS, number=st.floats(0, 1, exclude_max=True))
def test_a_draw_is_one_of_the_deck(seed: int, number: float) -> None:
    book = BOOKS["shipped"]
    state = start(book)
    deck = chances(book, state)
    assert draw(deck, number) in [decision for decision, _ in deck]
    assert draw(deck, 0.0) == deck[0][0]
