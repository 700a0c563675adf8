"""Any position has a worth, whoever is to decide in it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Analysis, Game
from game.opponents.search import (
    Alone,
    Budget,
    CancelledSearchError,
    Progress,
    SearchSeat,
    analyse,
)
from game.opponents.search.analysis import LONGEST
from game.opponents.search.level import Level
from game.rules import (
    NOBODY,
    Decision,
    Phase,
    Rulebook,
    State,
    advance,
    chances,
    legal,
    start,
    verdict,
)
from game.scenario.doctrine import Doctrine
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.tiny import Solution, tiny

SMALL = Rulebook(tiny(1))
LATE = Solution(Rulebook(tiny(2)))
"""Its second draw is the last one: what follows is looked through to the end."""
SHIPPED = rulebook()
BUDGET = Budget(40)
SEEDS = st.integers(0, 10_000)


def game(book: Rulebook, seed: int) -> Iterator[Game]:
    """Every position of a random game, the end with it."""
    dice = random.Random(seed)
    state = start(book)
    past: list[tuple[State, Decision]] = []
    while options := legal(book, state):
        yield Game(book, state, tuple(past))
        past.append((state, dice.choice(options)))
        state = advance(book, *past[-1])
    yield Game(book, state, tuple(past))


def after(shown: Game, decision: Decision) -> Game:
    state = shown.state
    return evolve(
        shown,
        state=advance(shown.book, state, decision),
        history=(*shown.history, (state, decision)),
    )


def draws(book: Rulebook, seed: int) -> list[Game]:
    """Positions of a random game in which Chance has a choice."""
    found = game(book, seed)
    return [
        each for each in found if each.state.side == NOBODY and len(legal(book, each.state)) > 1
    ]


def mean(shown: Game, worths: dict[str, tuple[float, float]]) -> tuple[float, float]:
    deck = chances(shown.book, shown.state)
    total = sum(weight for _, weight in deck)
    return (
        sum(worths[each.text][0] * weight for each, weight in deck) / total,
        sum(worths[each.text][1] * weight for each, weight in deck) / total,
    )


@pytest.mark.parametrize("book", [SMALL, SHIPPED], ids=["tiny", "shipped"])
@examples(10)
@given(seed=SEEDS, playouts=st.integers(0, 30), trees=st.integers(1, 4))
def test_every_position_has_a_worth_and_lines_that_can_be_played(
    book: Rulebook, seed: int, playouts: int, trees: int
) -> None:
    every = list(game(book, seed))
    for shown in every[:: max(1, len(every) // 6)]:
        found = analyse(shown, Budget(playouts, trees=trees))
        assert all(-100 <= worth <= 100 for worth in found.worth)
        assert all(spread >= 0 for spread in found.spread)
        assert found.side == shown.state.side
        assert {each.decision for each in found.candidates} == set(legal(book, shown.state))
        for candidate in found.candidates:
            state = advance(book, shown.state, candidate.decision)
            assert len(candidate.line) <= LONGEST
            for decision in candidate.line:
                assert decision in legal(book, state)
                state = advance(book, state, decision)


@examples(20)
@given(seed=SEEDS)
def test_the_end_is_worth_its_payoffs(seed: int) -> None:
    for book in (SMALL, SHIPPED):
        *_, shown = game(book, seed)
        assert shown.state.phase is Phase.END
        found = analyse(shown, BUDGET)
        assert found.worth == tuple(verdict(book, shown.state).payoffs)
        assert (found.candidates, found.playouts, found.spread) == ((), 0, (0, 0))


@examples(20)
@given(seed=SEEDS)
def test_what_is_forced_is_worth_what_follows(seed: int) -> None:
    """Also if Chance follows, or the end."""
    for book in (SMALL, SHIPPED):
        for shown in game(book, seed):
            options = legal(book, shown.state)
            if len(options) != 1:
                continue
            found, then = analyse(shown, BUDGET), analyse(after(shown, options[0]), BUDGET)
            assert (found.worth, found.spread, found.playouts) == (
                then.worth,
                then.spread,
                then.playouts,
            )
            assert found.best.decision == options[0]
            assert found.best.worth == found.worth
            if then.playouts:
                line = (then.best.decision, *then.best.line)
                assert found.best.line == line[:LONGEST]


@pytest.mark.parametrize("book", [SMALL, SHIPPED], ids=["tiny", "shipped"])
@examples(15)
@given(seed=SEEDS, playouts=st.integers(0, 60))
def test_a_draw_is_worth_the_mean_of_what_may_be_drawn(
    book: Rulebook, seed: int, playouts: int
) -> None:
    """By weight, however little was looked at, and also what was never tried."""
    for shown in draws(book, seed)[:2]:
        found = analyse(shown, Budget(playouts))
        worths = {each.decision.text: each.worth for each in found.candidates}
        assert found.worth == pytest.approx(mean(shown, worths))


@examples(15)
@given(seed=SEEDS, playouts=st.integers(0, 200))
def test_what_may_be_drawn_is_looked_at_by_its_weight(seed: int, playouts: int) -> None:
    """Equals are never more than one playout apart, and what is heavier is never further behind."""
    for shown in draws(SHIPPED, seed)[:2]:
        found = analyse(shown, Budget(playouts, trees=1))
        visits = {each.decision: each.visits for each in found.candidates}
        deck = chances(SHIPPED, shown.state)
        total = sum(weight for _, weight in deck)
        for outcome, weight in deck:
            share = weight / total
            assert abs(visits[outcome] - found.playouts * share) <= 1 + share * len(deck)
            for other, lighter in deck:
                assert weight < lighter or visits[outcome] >= visits[other] - 1


def test_where_the_search_is_exact_a_draw_is_worth_the_mean_of_the_games_after_it() -> None:
    """And that is what backward induction finds."""
    last = dict.fromkeys(shown.state for seed in range(20) for shown in draws(LATE.book, seed)[1:])
    assert len(last) > 9
    for state in last:
        shown, deck, exact = Game(LATE.book, state), chances(LATE.book, state), LATE.worth(state)
        found = analyse(shown, Budget(3000 * len(deck)))
        games = {each.text: analyse(after(shown, each), Budget(3000)).worth for each, _ in deck}
        for side in (0, 1):
            assert abs(mean(shown, games)[side] - exact[side]) < 1.0
            assert abs(found.worth[side] - exact[side]) < 1.0


@examples(10)
@given(seed=SEEDS, trees=st.integers(1, 5), playouts=st.integers(0, 50))
def test_however_many_trees_share_them_all_playouts_are_played(
    seed: int, trees: int, playouts: int
) -> None:
    shown = list(game(SHIPPED, seed))[7]
    progress = Progress()
    found = analyse(shown, Budget(playouts, trees=trees), progress=progress)
    assert found.playouts == progress.playouts == progress.done == playouts
    if trees == 1:
        assert found.spread == (0, 0)


def test_trees_that_differ_say_how_far() -> None:
    """How far they are apart says how sure a search is: of a game that is solved it is."""
    every = [each for each in game(SHIPPED, 3) if len(legal(SHIPPED, each.state)) > 9]
    for shown in (draws(SHIPPED, 3)[0], next(each for each in every if each.state.side != NOBODY)):
        assert max(analyse(shown, Budget(400, trees=4)).spread) > 0
    late = [each for each in game(SMALL, 3) if len(legal(SMALL, each.state)) > 1][-1]
    assert max(analyse(late, Budget(4000, trees=4)).spread) < 0.5


@pytest.mark.parametrize("wrong", [(-1, 1, 2), (1, -1, 2), (1, 1, 0)])
def test_a_budget_without_sense_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="must be >="):
        Budget(*wrong)


@pytest.mark.parametrize("doctrine", SHIPPED.scenario.doctrines, ids=lambda each: each.id)
def test_a_known_doctrine_is_expected_to_do_as_it_does(doctrine: Doctrine) -> None:
    """From the other one's view, also where the doctrine decides first."""
    sitting = ("human", doctrine.id)
    shown = next(
        evolve(each, seats=sitting)
        for each in game(SHIPPED, 5)
        if each.state.side == 1 and len(legal(SHIPPED, each.state)) > 1
    )
    assert len(analyse(shown, BUDGET, view=0).candidates) == 1
    assert len(analyse(shown, BUDGET).candidates) > 1


def test_a_seat_decides_what_is_forced_without_a_playout_and_advises_with_all() -> None:
    seat = SearchSeat(Level(0, 30, 1), 1)
    shown = next(
        each
        for seed in range(99)
        for each in game(SHIPPED, seed)
        if each.state.side != NOBODY and len(legal(SHIPPED, each.state)) == 1
    )
    forced, advised = seat.choose(shown), seat.advise(shown)
    assert forced.decision == advised.decision == legal(SHIPPED, shown.state)[0]
    assert isinstance(forced.thought, Analysis)
    assert forced.thought.playouts == 0
    assert seat.look(shown).playouts == 30
    assert seat.look(shown) == advised.thought


class Giving(Progress):
    """Is cancelled when so many playouts are done."""

    def __init__(self, at: int) -> None:
        self.at = at
        self._count = 0
        super().__init__()

    @property
    def done(self) -> int:
        return self._count

    @done.setter
    def done(self, done: int) -> None:
        self._count = done
        if done >= self.at:
            self.cancel()


@examples(10)
@given(seed=SEEDS, at=st.integers(1, 300))
def test_a_search_that_was_cancelled_leaves_nothing_behind(seed: int, at: int) -> None:
    """Whoever thought answers afterwards as if it had never been asked."""
    thinker = Alone()
    shown = list(game(SHIPPED, seed))[5]
    with pytest.raises(CancelledSearchError):
        analyse(shown, Budget(400), thinker=thinker, progress=Giving(at))
    assert analyse(shown, BUDGET, thinker=thinker) == analyse(shown, BUDGET)


def test_a_search_that_is_cancelled_before_it_begins_never_does() -> None:
    progress = Progress()
    progress.cancel()
    shown = list(game(SHIPPED, 1))[5]
    with pytest.raises(CancelledSearchError):
        analyse(shown, BUDGET, progress=progress)
    assert progress.done == 0
