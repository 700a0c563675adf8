"""One chain of evaluations: what luck, skill and the rest come to is the payoff, exactly."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from game.match import Timeline
from game.match.timeline import begin
from game.opponents.search import Alone
from game.review.chain import Review, review
from game.review.evaluations import TO_A_HUNDREDTH, Evaluations
from game.review.evaluator import Evaluator, ReviewProgress
from game.review.step import StepKind
from game.rules import NOBODY, Phase, Rule, Rulebook, advance, legal, verdict
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.review.played import random_line, take

TINY = Rulebook(tiny(2))
SHIPPED = rulebook()
BUDGET = 4
SEEDS = st.integers(0, 10_000)


def total(found: Review, side: int) -> Fraction:
    """What a review says that a side's payoff is made of."""
    return (
        found.start[side]
        + found.luck[side]
        + found.skill(side)[side]
        + found.skill(1 - side)[side]
        + found.gap[side]
        + found.takebacks[side]
    )


def adds_up(line: Timeline, found: Review) -> None:
    for side in (0, 1):
        assert total(found, side) == found.end[side]
    if line.state.phase is Phase.END:
        payoffs = verdict(line.book, line.state).payoffs
        assert found.end == tuple(each * TO_A_HUNDREDTH for each in payoffs)
    assert found.over is (line.state.phase is Phase.END)


@examples(12)
@given(SEEDS, st.integers(0, 12), st.sampled_from((0, 1, 3)))
def test_the_parts_sum_to_the_payoff_of_each_side(seed: int, most: int, price: int) -> None:
    """Of whole games and of those that go on, with take-backs and without."""
    line = random_line(TINY, seed, most or 1000, price=price)
    adds_up(line, review(line, BUDGET))


@examples(3)
@given(SEEDS)
def test_the_parts_of_a_long_game_sum_to_the_payoff(seed: int) -> None:
    line = random_line(SHIPPED, seed, 40)
    adds_up(line, review(line, 1))


@examples(8)
@given(SEEDS)
def test_luck_cancels_out_over_what_could_be_drawn(seed: int) -> None:
    """At every draw; and the outcomes are all there are, each by its weight."""
    found = review(random_line(TINY, seed), BUDGET)
    draws = [step for step in found.steps if step.side == NOBODY]
    assert draws
    for step in draws:
        for side in (0, 1):
            drawn = next(each for each in step.considered if each.decision == step.decision)
            mean = drawn.evaluated.worth[side] - step.delta[side]
            luck = [each.weight * (each.evaluated.worth[side] - mean) for each in step.considered]
            assert sum(luck) == 0


@examples(8)
@given(SEEDS)
def test_the_best_decision_takes_no_skill(seed: int) -> None:
    """Whoever plays it gains and loses nothing; one that is as good is the best itself."""
    found = review(random_line(TINY, seed), BUDGET)
    for step in found.steps:
        if step.kind is StepKind.SKILL and step.best == step.decision:
            assert not any(step.delta)
            assert step.spread == (0, 0)


@examples(6)
@given(SEEDS)
def test_the_best_decision_is_the_one_that_the_position_itself_was_found_to_have(seed: int) -> None:
    """Not the one whose own worth came out highest: that one is overrated more often than not. So
    it happens that what was played turns out to be worth more."""
    known = Evaluations()
    found = review(random_line(TINY, seed), BUDGET, known=known)
    evaluator = Evaluator(TINY, Alone(), known, ReviewProgress())
    for step in found.steps:
        if step.kind is StepKind.SKILL:
            here = evaluator.need(random_line(TINY, seed).states[step.ply], BUDGET)
            first = next(e for e in step.considered if e.decision.text == here.candidates[0])
            best = next(e for e in step.considered if e.decision == step.best)
            assert best.evaluated.worth == first.evaluated.worth
            assert best == first or step.best == step.decision


@examples(6)
@given(SEEDS)
def test_what_is_forced_is_no_step(seed: int) -> None:
    line = random_line(TINY, seed)
    plies = [step.ply for step in review(line, BUDGET).steps]
    assert plies == [ply for ply, state in enumerate(line.states) if len(legal(TINY, state)) > 1]


def test_a_game_in_which_nothing_has_happened_is_worth_what_its_start_is() -> None:
    found = review(begin(TINY, 1), BUDGET)
    assert found.steps == ()
    assert found.start == found.end


def test_a_game_of_one_draw_is_luck_and_gap() -> None:
    line = random_line(TINY, 1, 1)
    found = review(line, BUDGET)
    assert [step.kind for step in found.steps] == [StepKind.LUCK]
    adds_up(line, found)


def test_a_collapse_in_an_early_round_is_a_payoff() -> None:
    """Both sides raise the fire as long as they can; the parts still sum to what that pays."""
    book = Rulebook(tiny(4))
    line = next(
        line
        for line in (heated(book, seed) for seed in range(50))
        if verdict(book, line.state).collapsed and line.state.round < 4
    )
    found = review(line, BUDGET)
    adds_up(line, found)
    assert found.end == tuple(each * TO_A_HUNDREDTH for each in verdict(book, line.state).payoffs)


def heated(book: Rulebook, seed: int) -> Timeline:
    """A game in which every decision raises the first track as high as it can."""
    line = begin(book, seed)
    while line.state.phase is not Phase.END:
        options = legal(book, line.state)
        hottest = max(options, key=lambda each: advance(book, line.state, each).tracks[0])
        take(line, line.draw() if line.state.phase is Phase.DRAW else hottest)
    return line


def test_a_price_for_taking_back_stands_on_a_line_of_its_own() -> None:
    line = next(
        line for line in (random_line(TINY, seed, 6, price=2) for seed in range(50)) if paid(line)
    )
    found = review(line, BUDGET)
    assert [(each.side, each.price) for each in found.taken_back] == paid(line)
    assert list(found.takebacks) == list(found.taken_back[0].delta)
    adds_up(line, found)


def paid(line: Timeline) -> list[tuple[int, int]]:
    """Who paid how much for taking something back."""
    return [
        (line.book.side_ids.index(each.side), -each.amount)
        for changes in line.consequences
        for each in changes
        if each.cause.rule is Rule.TAKE_BACK
    ]
