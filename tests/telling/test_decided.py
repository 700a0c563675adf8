"""What decided a game is said first, in words: for each side, and without a figure."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import pytest
from attrs import evolve

from game.export import ExportedGame
from game.export.review_text import review_rows
from game.review.payoffs import payoff_range
from game.review.reviewed_line import ReviewedLine
from game.review.swing import MUCH
from game.rules.verdict import settled
from game.scenario import load
from game.scenario.catalogue import ids
from game.telling.decided import say_decided, say_instead, say_plainly
from game.telling.review import most
from tests.export.games import match
from tests.export.reviews import reviewed
from tests.review.test_short_games import collapsed

BUDGET = 4


@cache
def made(seed: int = 3, most_decisions: int = 1000) -> tuple[ExportedGame, ReviewedLine]:
    game = ExportedGame.of(match("shipped", seed, most_decisions))
    return game, reviewed(game, BUDGET)


@pytest.mark.parametrize(
    ("own", "others", "luck", "words"),
    [
        (-300, 20, 100, "Its own decisions cost it most, against the best that was found."),
        (-60, -90, -80, "The other side’s decisions cost it most. Luck was against it, too."),
        (-60, 90, 0, "The other side’s decisions brought it most. Luck played hardly any part."),
        (-60, 90, -400, "Bad luck with the news cost it most."),
        (-60, 90, 100, "Good luck with the news brought it most."),
        (1 - MUCH, MUCH - 1, 0, "Nothing weighed much"),
    ],
)
def test_what_weighed_most_is_said_of_each_side(
    own: int, others: int, luck: int, words: str
) -> None:
    game, found = made()
    side, other = found.debrief.sides
    weighed = evolve(side, own=Fraction(own), others=Fraction(others), luck=Fraction(luck))
    said = say_decided(
        game.voice, evolve(found, debrief=evolve(found.debrief, sides=(weighed, other)))
    )
    (line,) = [each for each in said if each.startswith(game.voice.side(0))]
    assert words in line


def test_of_a_collapse_it_is_said_from_when_on_nothing_helped() -> None:
    game = ExportedGame.of(collapsed(4))
    found = reviewed(game, BUDGET)
    ply = found.review.no_return
    assert ply is not None
    said = say_decided(game.voice, found)
    told = f"After round {game.states[ply].round}, decision {ply + 1}, there was no way out"
    assert sum(each.startswith(told) for each in said) == 1
    game, found = made(most_decisions=6)
    assert not any("no way out" in each for each in say_decided(game.voice, found))


def test_words_come_first_then_what_mattered_then_the_curves_and_the_figures_last() -> None:
    """And what mattered is told with what would have been better."""
    game, found = made()
    headings = [row.words for row in review_rows(game, found) if row.heading]
    say = game.voice.say
    order = ("decided", "most", "curves", "steps", "debrief.heading", "total.heading")
    assert headings == [
        *(say(f"review.{each}") for each in order),
        say("review.plane.heading"),
    ]
    rows = [row.words for row in review_rows(game, found)]
    first = " ".join(rows[: rows.index(say("review.curves"))])
    assert not re.search(r"[+−≈]\d", first)
    told = most(game.voice, found)
    assert any(say_instead(game.voice, found, each) for each in told)
    flat = " ".join(first.split())
    for each in told:
        assert say_plainly(game.voice, each) in flat
        assert say_instead(game.voice, found, each) in flat


def test_nothing_that_a_game_can_end_with_is_worth_less_or_more_than_is_said() -> None:
    """Of all scenarios, by whatever final scores."""
    for name in ids():
        scenario = load(name)
        least, most_ = payoff_range(scenario)
        worths = {
            worth
            for first in range(10, 50)
            for second in range(10, 50)
            for worth in settled(scenario, (first, second), (27, 27)).payoffs
        }
        assert max(worths) == most_
        assert least == min(scenario.payoff.collapse, *worths)


@pytest.mark.parametrize("luck", [-5000, 5000])
def test_what_luck_has_brought_takes_nobody_beyond_what_a_game_can_end_with(luck: int) -> None:
    game, found = made()
    steps = tuple(
        evolve(step, delta=(Fraction(luck), Fraction(luck))) if step.side < 0 else step
        for step in found.review.steps
    )
    moved = evolve(found, review=evolve(found.review, steps=steps))
    least, most_ = (10 * each for each in payoff_range(game.scenario))
    bound = Fraction(least if luck > 0 else most_)
    assert moved.without_luck == (bound, bound)
