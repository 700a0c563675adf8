"""How sure a review is: what it had not foreseen, and what more playouts change in it."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from game.interval import Figure, mean
from game.match import Timeline
from game.match.timeline import begin
from game.opponents import Game, opponent
from game.opponents.search import Alone
from game.review.chain import review
from game.rules import NOBODY, Decision, Phase, Rulebook, State, play
from game.scenario import load

SEAT: Final = "search:1"
"""Who plays on both sides."""

SHORT: Final = 20
"""Playouts for each seed where many games are looked at."""

MORE: Final = 4
"""So many times as many are a better look."""


@frozen
class Foreseen:
    """What reviews of equals had not foreseen, in hundredths of payoff.

    Attributes:
        luck: per side the mean of a game.
        gap: likewise.
        own: the mean gap of a decision for the side that takes it.
    """

    luck: tuple[Figure, Figure]
    gap: tuple[Figure, Figure]
    own: Figure


@frozen
class Changed:
    """What a better look changes in reviews.

    Attributes:
        decisions: how many there are.
        marks: how many had a mark.
        lost: how many have none any more.
        found: how many had none before.
        other: how many have another one.
        turned: how many of these are blamed instead of praised, or praised instead of blamed.
        within: of a hundred differences how many moved by no more than either spread.
    """

    decisions: int
    marks: int
    lost: int
    found: int
    other: int
    turned: int
    within: float


def games(count: int) -> list[Timeline]:
    """Games of two equals."""
    book = Rulebook(load("shared-enemy"))
    return [_game(book, seed) for seed in range(1, count + 1)]


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
    """What reviews of so many games had not foreseen."""
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
    return Foreseen(
        (mean([one for one, _ in luck]), mean([two for _, two in luck])),
        (mean([one for one, _ in gap]), mean([two for _, two in gap])),
        mean([sum(each) / len(each) for each in own]),
    )


def changed(count: int, budget: int) -> Changed:
    """What a better look changes in so many games."""
    thinker = Alone()
    pairs = [
        (step, better)
        for line in games(count)
        for step, better in zip(
            review(line, budget, thinker=thinker).steps,
            review(line, budget * MORE, thinker=thinker).steps,
            strict=True,
        )
    ]
    marks = [(one.mark, two.mark) for one, two in pairs if one.side != NOBODY]
    both = [(one, two) for one, two in marks if one and two and one.glyph is not two.glyph]
    moved = [
        abs(one.delta[side] - two.delta[side]) <= max(one.spread[side], two.spread[side])
        for one, two in pairs
        for side in (0, 1)
    ]
    return Changed(
        len(marks),
        sum(one is not None for one, _ in marks),
        sum(one is not None and two is None for one, two in marks),
        sum(one is None and two is not None for one, two in marks),
        len(both),
        sum(one.good is not two.good for one, two in both),
        100 * sum(moved) / len(moved),
    )
