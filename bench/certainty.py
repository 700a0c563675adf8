"""How sure a review is: whether luck cancels out, what skill comes to among equals and unequals,
what the review had not foreseen, and what more playouts change in it.

``python -m bench.certainty --budget 1000 --rounds 60`` looks how many marks they change.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
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
from game.review.evaluations import NORMAL, TO_A_HUNDREDTH, Evaluations
from game.review.glyphs import Mark
from game.review.step import Share
from game.rules import NOBODY, Decision, Phase, Rulebook, State, legal, play
from game.scenario import load


@frozen
class Pairing:
    """Who plays, and how closely their games are looked at.

    Attributes:
        seats: per side who sits there.
        budget: playouts for each seed.
        games: how many.
    """

    seats: tuple[str, str]
    budget: int
    games: int


WEAK: Final = Pairing(("search:2", "search:2"), 10, 200)
"""Equals that look at less than the review."""

STRONG: Final = Pairing(("search:4", "search:4"), 60, 60)
"""Equals that look at about as much: what they decide is about as good as the best."""

UNEQUAL: Final = Pairing(("search:4", "search:1"), 60, 60)
"""Of whom the one decides better."""

FEWEST: Final = 2
"""A round with fewer decisions is passed over."""

MORE: Final = 4
"""So many times as many are a better look."""


@frozen
class Foreseen:
    """What reviews of many games come to, in hundredths of payoff.

    Attributes:
        luck: what Chance brought a side in a game.
        own: per side what its own decisions did, beside the best.
        gap: what the review had not foreseen.
        decision: the part of the gap that is a side's in a decision of its own.
        skilled: how a side's payoff goes with its own skill, from -1 to 1.
        ahead: how its lead does with the lead of its skill.
        lucky: how its payoff does with its luck.
    """

    luck: Figure
    own: tuple[Figure, Figure]
    gap: Figure
    decision: Figure
    skilled: Figure
    ahead: Figure
    lucky: Figure


def games(seats: tuple[str, str], count: int, first: int = 1) -> Iterator[Timeline]:
    """Games of two, with the news of so many seeds."""
    book = Rulebook(load("shared-enemy"))
    return (_game(book, seats, seed) for seed in range(first, first + count))


def _game(book: Rulebook, names: tuple[str, str], seed: int) -> Timeline:
    line, past = begin(book, seed), list[tuple[State, Decision]]()
    seats = [
        opponent(name, seed=2 * seed + side, scenario=book.scenario)
        for side, name in enumerate(names)
    ]
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


def foreseen(pairing: Pairing) -> Foreseen:
    """What reviews of the games of a pairing come to. Intervals count games, not sides."""
    thinker, count = Alone(), pairing.games
    found = [
        review(line, pairing.budget, thinker=thinker, settles=False)
        for line in games(pairing.seats, count)
    ]
    luck = [_hundredths(each.luck) for each in found]
    gap = [_hundredths(each.gap) for each in found]
    own = [(_hundredths(each.skill(0))[0], _hundredths(each.skill(1))[1]) for each in found]
    ends = [(each.end[0] / TO_A_HUNDREDTH, each.end[1] / TO_A_HUNDREDTH) for each in found]
    decision = [
        mean([_hundredths(step.gap)[step.side] for step in each.steps if step.side != NOBODY])
        for each in found
    ]
    return Foreseen(
        luck=_of_a_side(luck),
        own=(mean([one for one, _ in own]), mean([two for _, two in own])),
        gap=_of_a_side(gap),
        decision=mean([each.value for each in decision]),
        skilled=_together(_both(own), _both(ends), count),
        ahead=_together([one - two for one, two in own], [one - two for one, two in ends], count),
        lucky=_together(_both(luck), _both(ends), count),
    )


def _hundredths(share: Share) -> tuple[float, float]:
    return float(share[0]) / TO_A_HUNDREDTH, float(share[1]) / TO_A_HUNDREDTH


def _of_a_side(sides: Sequence[tuple[float, float]]) -> Figure:
    """The mean of a side in a game."""
    return mean([(one + two) / 2 for one, two in sides])


def _both(sides: Sequence[tuple[float, float]]) -> list[float]:
    return [each[side] for side in (0, 1) for each in sides]


def _together(one: Sequence[float], two: Sequence[float], games: int) -> Figure:
    """The correlation of two rows of numbers, both sides of each game in them, with the interval
    of as many games (R. A. Fisher, 1921).
    """
    found = correlation(one, two)
    apart = Z / sqrt(games - 3)
    return Figure(found, tanh(atanh(found) - apart), tanh(atanh(found) + apart), games)


# ---------------------------------------------------------------------- more playouts


@frozen
class Stretch:
    """What was decided in one round of a game: a line of play by itself, in which nothing is drawn.

    Attributes:
        book: the rules.
        states: every position.
        decisions: every decision.
    """

    book: Rulebook
    states: Sequence[State]
    decisions: Sequence[Decision]

    def around(self, ply: int) -> Stretch:
        """From the last choice before a decision to the first one after it."""
        free = [at for at, state in enumerate(self.states[:-1]) if len(legal(self.book, state)) > 1]
        place = free.index(ply)
        begin, end = free[max(0, place - 1)], free[min(len(free) - 1, place + 1)] + 1
        return Stretch(self.book, self.states[begin : end + 1], self.decisions[begin:end])


@frozen
class Kept:
    """What became of a mark when it was looked at more closely.

    Attributes:
        mark: the mark.
        better: the mark at the closer look; nothing if there is none any more.
        moved: per side whether the difference that the decision made moved by no more than it was
            in doubt.
    """

    mark: Mark
    better: Mark | None
    moved: tuple[bool, bool]

    @property
    def changed(self) -> bool:
        """Whether it is gone, or another one."""
        return self.better is None or self.better.glyph is not self.mark.glyph


@frozen
class Changed:
    """What a look with more playouts changes in reviews whose marks are settled.

    Attributes:
        rounds: how many rounds were looked at, each of another game.
        decisions: how many decisions.
        marks: how many have a mark.
        lost: how many of these have none any more.
        other: how many have another one.
        turned: how many of these are blamed instead of praised, or praised instead of blamed.
        changed: the share of the marks that are lost or another one.
        within: the share of differences that moved by no more than they were in doubt.
    """

    rounds: int
    decisions: int
    marks: int
    lost: int
    other: int
    turned: int
    changed: Figure
    within: Figure

    @classmethod
    def of(cls, decisions: Sequence[int], kept: Sequence[Kept]) -> Changed:
        """What came of so many rounds, each with so many decisions."""
        both = [(one.mark, one.better) for one in kept if one.better is not None and one.changed]
        lost = sum(each.better is None for each in kept)
        moved = [each for one in kept for each in one.moved]
        return cls(
            rounds=len(decisions),
            decisions=sum(decisions),
            marks=len(kept),
            lost=lost,
            other=len(both),
            turned=sum(one.good is not two.good for one, two in both),
            changed=share(lost + len(both), len(kept)),
            within=share(sum(moved), len(moved)),
        )


def stretches(seats: tuple[str, str], count: int, first: int = 1) -> Iterator[Stretch]:
    """Of so many games one round each, whichever comes up."""
    for seed, line in enumerate(games(seats, count, first), first):
        ends = [at for at, state in enumerate(line.states) if state.side == NOBODY]
        ends.append(len(line.decisions))
        rounds = [
            (one + 1, two)
            for one, two in zip([-1, *ends], ends, strict=False)
            if two - one > FEWEST
        ]
        begin, end = random.Random(seed).choice(rounds)  # noqa: S311 - a sample, no secret
        yield Stretch(line.book, line.states[begin : end + 1], line.decisions[begin:end])


def looked_at_again(stretch: Stretch, budget: int) -> tuple[int, list[Kept]]:
    """How many decisions there are in a round, and what becomes of the marks that they have."""
    thinker, known = Alone(), Evaluations()
    steps = review(stretch, budget, thinker=thinker, known=known, settles=True).steps
    found = []
    for step in steps:
        if step.mark is None:
            continue
        near, decided = stretch.around(step.ply), stretch.states[step.ply]
        more = review(near, MORE * budget, thinker=thinker, known=known, settles=True).steps
        better = next(each for each in more if near.states[each.ply] is decided)
        first, second = (
            abs(step.delta[side] - better.delta[side]) <= step.spread[side] for side in (0, 1)
        )
        found.append(Kept(step.mark, better.mark, (first, second)))
    return len(steps), found


def changed(
    count: int, budget: int, *, first: int = 1, seats: tuple[str, str] = WEAK.seats, jobs: int = 1
) -> Iterator[Changed]:
    """What a better look changes in one round each of so many games, told after every round."""
    decisions: list[int] = []
    kept: list[Kept] = []
    with ProcessPoolExecutor(jobs) as pool:
        asked = [
            pool.submit(looked_at_again, each, budget) for each in stretches(seats, count, first)
        ]
        for each in as_completed(asked):
            number, found = each.result()
            decisions.append(number)
            kept += found
            yield Changed.of(decisions, kept)


def told(found: Changed) -> Iterator[str]:
    """What a better look changes, in lines."""
    for name, count in (
        ("rounds", found.rounds),
        ("decisions", found.decisions),
        ("marks", found.marks),
        ("marks that are lost", found.lost),
        ("marks that are others", found.other),
        ("praise to blame or back", found.turned),
    ):
        yield f"  {name:24} {count:7}"
    for name, figure in (("lost or others", found.changed), ("within their doubt", found.within)):
        low, middle, high = (100 * each for each in (figure.low, figure.value, figure.high))
        yield f"  {name:24} {middle:7.1f} %   {low:.1f} to {high:.1f}"


def main() -> None:
    """Look how many marks a better look changes, and tell it after every round."""
    options = argparse.ArgumentParser(prog="python -m bench.certainty")
    options.add_argument("--budget", type=int, default=NORMAL)
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--first", type=int, default=1, help="the seed of the first game")
    options.add_argument("--seat", default=WEAK.seats[0], help="who plays on both sides")
    options.add_argument("--jobs", type=int, default=1)
    asked = options.parse_args()
    print(f"What {MORE * asked.budget} playouts change in {asked.seat} with {asked.budget}")
    for found in changed(
        asked.rounds,
        asked.budget,
        first=asked.first,
        seats=(asked.seat, asked.seat),
        jobs=asked.jobs,
    ):
        print(*told(found), "", sep="\n", flush=True)


if __name__ == "__main__":
    main()
