"""How sure a review is: whether luck cancels out among equals, what it had not foreseen, what skill
has to do with success, and what more playouts change in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atanh, sqrt, tanh
from statistics import correlation
from typing import Final

from attrs import frozen

from game.interval import Figure, Z, mean, share
from game.match import Timeline
from game.match.timeline import begin
from game.opponents import Game, opponent
from game.opponents.search import Alone
from game.review.chain import review
from game.rules import NOBODY, Decision, Phase, Rulebook, State, play
from game.scenario import load

SEAT: Final = "search:2"
"""Who plays on both sides."""

SHORT: Final = 10
"""Playouts for each seed where many games are looked at."""

MORE: Final = 4
"""So many times as many are a better look."""


@frozen
class Foreseen:
    """What reviews of equals come to, in hundredths of payoff.

    Attributes:
        luck: per side the mean of a game.
        gap: likewise.
        own: the mean gap of a decision for the side that takes it.
        skilled: how a side's payoff goes with its own skill, from -1 to 1.
        lucky: likewise with its luck.
    """

    luck: tuple[Figure, Figure]
    gap: tuple[Figure, Figure]
    own: Figure
    skilled: Figure
    lucky: Figure


@frozen
class Changed:
    """What a look with more playouts changes in reviews whose marks are settled.

    Attributes:
        games: how many there are.
        decisions: how many decisions.
        marks: how many have a mark.
        lost: how many of these have none any more.
        other: how many have another one.
        turned: how many of these are blamed instead of praised, or praised instead of blamed.
        found: how many decisions have a mark that had none.
        changed: of a hundred marks how many are lost or another one.
        within: of a hundred differences how many moved by no more than they were in doubt.
    """

    games: int
    decisions: int
    marks: int
    lost: int
    other: int
    turned: int
    found: int
    changed: Figure
    within: float


def games(count: int, first: int = 1) -> Iterator[Timeline]:
    """Games of two equals, with the news of so many seeds."""
    book = Rulebook(load("shared-enemy"))
    return (_game(book, seed) for seed in range(first, first + count))


def _game(book: Rulebook, seed: int) -> Timeline:
    line, past = begin(book, seed), list[tuple[State, Decision]]()
    seats = [opponent(SEAT, seed=2 * seed + side, scenario=book.scenario) for side in (0, 1)]
    while line.state.phase is not Phase.END:
        state = line.state
        if state.side == NOBODY:
            decision = line.draw()
        else:
            seat = seats[state.side]
            assert seat is not None  # no person sits there
            decision = seat.choose(Game(book, state, tuple(past))).decision
        past.append((state, decision))
        played = play(book, state, decision)
        line.extend(decision, played.state, played.consequences)
    return line


def foreseen(count: int) -> Foreseen:
    """What reviews of so many games come to."""
    thinker = Alone()
    found = [review(line, SHORT, thinker=thinker) for line in games(count)]
    own = [
        [float(step.gap[step.side]) / 10 for step in each.steps if step.side != NOBODY]
        for each in found
    ]
    luck, gap = (
        [(float(one) / 10, float(two) / 10) for one, two in shares]
        for shares in ([each.luck for each in found], [each.gap for each in found])
    )
    payoffs = [float(each.end[side]) for side in (0, 1) for each in found]
    skills = [float(each.skill(side)[side]) for side in (0, 1) for each in found]
    return Foreseen(
        (mean([one for one, _ in luck]), mean([two for _, two in luck])),
        (mean([one for one, _ in gap]), mean([two for _, two in gap])),
        mean([sum(each) / len(each) for each in own]),
        _together(skills, payoffs, count),
        _together([each[side] for side in (0, 1) for each in luck], payoffs, count),
    )


def _together(one: Sequence[float], two: Sequence[float], games: int) -> Figure:
    """The correlation of two rows of numbers, both sides of each game in them, with the interval
    of as many games (R. A. Fisher, 1921).
    """
    found = correlation(one, two)
    apart = Z / sqrt(games - 3)
    return Figure(found, tanh(atanh(found) - apart), tanh(atanh(found) + apart), games)


def changed(count: int, budget: int, first: int = 1) -> Changed:
    """What a better look changes in so many games."""
    thinker = Alone()
    pairs = [
        (step, better)
        for line in games(count, first)
        for step, better in zip(
            review(line, budget, thinker=thinker, settles=True).steps,
            review(line, budget * MORE, thinker=thinker, settles=True).steps,
            strict=True,
        )
    ]
    marks = [(one.mark, two.mark) for one, two in pairs if one.side != NOBODY]
    had = [(one, two) for one, two in marks if one is not None]
    both = [(one, two) for one, two in had if two is not None and one.glyph is not two.glyph]
    lost = sum(two is None for _, two in had)
    moved = [
        abs(one.delta[side] - two.delta[side]) <= one.spread[side]
        for one, two in pairs
        for side in (0, 1)
    ]
    return Changed(
        games=count,
        decisions=len(marks),
        marks=len(had),
        lost=lost,
        other=len(both),
        turned=sum(one.good is not two.good for one, two in both),
        found=sum(one is None and two is not None for one, two in marks),
        changed=share(lost + len(both), max(1, len(had))),
        within=100 * sum(moved) / len(moved),
    )
