"""Games that are over before they have begun in earnest are reviewed as truly as long ones."""

from __future__ import annotations

from functools import cache

import pytest

from game.export import ExportedGame
from game.export.review_markdown import review_markdown
from game.export.review_page import review_page
from game.export.review_text import review_text
from game.match import Match, Timeline
from game.match.timeline import begin
from game.review.chain import review
from game.review.evaluations import TO_A_HUNDREDTH
from game.review.glyphs import Glyph
from game.review.step import Step
from game.review.swing import MUCH, NOTABLE
from game.rules import Phase, Rulebook, State, advance, legal, verdict
from tests.export.games import match
from tests.export.reviews import reviewed
from tests.match.games import new, shipped_text
from tests.opponents.tiny import Solution, tiny
from tests.review.played import take
from tests.review.test_chain import adds_up

BUDGET = 16
SMALL = Rulebook(tiny(2))


def heat(book: Rulebook, state: State) -> int:
    """How near the track that is nearest to its collapse has come to it."""
    if state.phase is Phase.END:
        return 1
    tracks = zip(book.scenario.tracks, state.tracks, strict=False)
    return max(-abs(each.collapse.at - value) for each, value in tracks if each.collapse)


def hottest(book: Rulebook, state: State) -> str:
    """The decision that brings collapse nearest."""
    return max(legal(book, state), key=lambda each: heat(book, advance(book, state, each))).text


@cache
def collapsed(seed: int) -> Match:
    """The game that ships, ruined by both as fast as they can."""
    found = new(shipped_text(), seed=seed)
    while found.state.phase is not Phase.END:
        found.decide(hottest(found.book, found.state))
    assert found.state.round == 2
    assert verdict(found.book, found.state).collapsed
    return found


@pytest.mark.parametrize("seed", range(2))
def test_a_collapse_in_the_second_round_has_a_page_in_every_form(seed: int) -> None:
    game = ExportedGame.of(collapsed(seed))
    made = reviewed(game, BUDGET)
    adds_up(made.line, made.review)
    payoffs = verdict(game.book, game.states[-1]).payoffs
    assert made.review.end == tuple(TO_A_HUNDREDTH * each for each in payoffs)
    for told in (review_text(game, made), review_markdown(game, made), review_page(game, made)):
        assert len(told.splitlines()) > len(made.review.steps)


def test_nobody_is_praised_on_the_way_to_ruin() -> None:
    """Whoever is named is blamed, and what is named as better does not end the game."""
    line = collapsed(4).tree.timeline
    marked = [step for step in review(line, 60, settles=True).steps if step.mark is not None]
    assert marked
    for step in marked:
        assert step.mark is not None
        assert not step.mark.good
        assert advance(line.book, line.states[step.ply], step.better[0]).phase is not Phase.END


@cache
def solution() -> Solution:
    return Solution(SMALL)


def ruined(seed: int) -> Timeline:
    """The smallest game, ruined likewise."""
    line = begin(SMALL, seed)
    while line.state.phase is not Phase.END:
        draws = line.state.phase is Phase.DRAW
        text = hottest(SMALL, line.state)
        take(line, line.draw() if draws else SMALL.decisions[text])
    return line


RUINED = [line for line in map(ruined, range(40)) if verdict(SMALL, line.state).collapsed][:8]


@pytest.mark.parametrize("line", RUINED, ids=range(len(RUINED)))
def test_a_mark_of_a_game_that_collapses_in_the_second_round_is_true(line: Timeline) -> None:
    """By what the game's solution says of the decision and of what is named as better."""
    assert line.state.round == 2
    for step in review(line, 60, settles=True).steps:
        if step.mark is not None:
            holds(line, step)


def holds(line: Timeline, step: Step) -> None:
    """A mark has its reason in the exact worths, up to what counts at all."""
    mark = step.mark
    assert mark is not None
    exact, state, own = solution(), line.states[step.ply], step.side
    played = exact.after(state, step.decision)
    every = [exact.after(state, each) for each in legal(line.book, state) if each != step.decision]
    if mark.instead is not None:
        better = exact.after(state, mark.instead.decision)
        gain = [10 * (better[side] - played[side]) for side in (own, 1 - own)]
    match mark.glyph:
        case Glyph.BLUNDER:
            assert gain[0] >= MUCH - NOTABLE
        case Glyph.MISSED_JOINT_GAIN:
            assert min(gain) > 0
        case Glyph.NEEDLESS_GRIEVANCE:
            assert gain[1] >= MUCH - NOTABLE
            assert gain[0] > -2 * NOTABLE
        case Glyph.OVER_THE_BRINK:
            assert max(played) <= line.book.scenario.payoff.collapse + 1
            assert better[own] > played[own]
        case Glyph.EXPLOITED_TRUST:
            assert gain[1] > 0
            assert sum(gain) > 0
        case Glyph.COSTLY_SIGNAL:
            assert gain[0] > 0 > gain[1]
        case Glyph.BRINKMANSHIP:
            assert min(gain) > 0
        case Glyph.ONLY_MOVE:
            assert all(10 * (played[own] - each[own]) > 0 for each in every if each != played)
        case Glyph.GOOD_FOR_BOTH:
            assert all(sum(played) >= sum(each) for each in every)


def test_a_game_of_one_decision_has_a_review_and_a_page() -> None:
    """It is compared with what else could have been done; the rest of the game is yet to come."""
    game = ExportedGame.of(match("shipped", 3, 1))
    made = reviewed(game, BUDGET)
    adds_up(made.line, made.review)
    assert not made.review.over
    (decided,) = [step for step in made.review.steps if step.side >= 0]
    assert len(decided.considered) > 1
    for told in (review_text(game, made), review_markdown(game, made), review_page(game, made)):
        assert told.strip()
