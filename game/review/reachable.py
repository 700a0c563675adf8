"""What two sides could reach together from a position: outcomes, gathered by playing on for both.

Both sides want the same weighed sum of both payoffs, at several weights, and the game is played on
to its end so often by a search that looks ahead only so far. What a weight comes to is the mean of
its ends: no lucky end is taken for something that could be had. The news is drawn anew for every
continuation, and is the same for each weight as long as the same news is left. Besides, there is
what a search thinks of each decision of the position itself, if each then wants its own.

A search with more playouts finds more, so the frontier is what was found, and never all there is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import Final

from attrs import field, validators

from game.match.chance import pick
from game.opponents.search import Budget, Progress
from game.opponents.search.task import Thinker
from game.opponents.seat import Game
from game.review.bargaining import Agreement, Point, agreement
from game.review.evaluations import (
    DEEP,
    DEPTH,
    NORMAL,
    QUICK,
    TO_A_HUNDREDTH,
    Millipoints,
)
from game.rules import (
    NOBODY,
    Phase,
    Rulebook,
    State,
    advance,
    chances,
    digest,
    legal,
    met,
    verdict,
)
from game.scenario.doctrine import Wants
from game.value import frozen

WEIGHTS: Final = (10, 30, 50, 70, 90)
"""By how much of a hundred both sides want the first side's payoff; the rest is the second's."""

Told = Callable[[int, int], None]
"""Is told how many continuations are done, and how many there are."""


@frozen
class Effort:
    """How much is played to find out what could be reached.

    Attributes:
        continuations: how often the game is played on for each weight.
        playouts: how much a search looks at for each decision of these.
    """

    continuations: int = field(validator=validators.ge(1))
    playouts: int = field(validator=validators.ge(1))


def effort_of(budget: int) -> Effort:
    """How much is played for a review of so many playouts for each seed of each position."""
    if budget >= DEEP:
        return Effort(continuations=8, playouts=300)
    if budget >= NORMAL:
        return Effort(continuations=4, playouts=120)
    return Effort(continuations=2, playouts=32) if budget >= QUICK else Effort(1, 4)


@frozen
class JointPlay:
    """How the game went on when both wanted the same.

    Attributes:
        weight: by how much of a hundred they wanted the first side's payoff.
        ends: what each continuation came to.
    """

    weight: int
    ends: tuple[Millipoints, ...]

    @property
    def mean(self) -> Point:
        """What it comes to."""
        first, second = (sum(each[side] for each in self.ends) for side in (0, 1))
        return Fraction(first, len(self.ends)), Fraction(second, len(self.ends))


@frozen
class Reachable:
    """What could be reached from a position. Points are in millipoints.

    Attributes:
        ply: how many decisions had been taken.
        effort: how much was played to find it out.
        plays: what both could reach together, by weight.
        searched: what the decisions of the position are worth if each then wants its own.
        frozen: what both have if nothing more comes of it: the disagreement point.
    """

    ply: int
    effort: Effort
    plays: tuple[JointPlay, ...]
    searched: tuple[Millipoints, ...]
    frozen: Point

    @property
    def points(self) -> tuple[Point, ...]:
        """Everything that was found, the disagreement point left out."""
        searched = ((Fraction(first), Fraction(second)) for first, second in self.searched)
        return (*(each.mean for each in self.plays), *searched)

    @property
    def agreement(self) -> Agreement:
        """The frontier of all that, and the points that a fair judge would pick."""
        return agreement(self.points, self.frozen)


def reachable(
    book: Rulebook,
    state: State,
    ply: int,
    effort: Effort,
    *,
    thinker: Thinker | None = None,
    threads: int = 1,
    progress: Progress | None = None,
    told: Told = lambda *_: None,
) -> Reachable:
    """What could be reached from a position.

    The same position and effort have the same answer, whoever thinks.

    Args:
        book: the rules.
        state: the position; the game may be over.
        ply: how many decisions had been taken.
        effort: how much is played.
        thinker: who does the thinking; this process if nobody is named.
        threads: how many continuations are played at the same time, by a thinker that is safe
            to use from several threads.
        progress: cancels it.
        told: is told how far it is.

    Raises:
        OpponentError: it was cancelled, or whoever thinks could not go on.
    """
    progress = progress or Progress()
    if state.phase is Phase.END:
        played_out = JointPlay(50, (_payoffs(book, state),))
        return Reachable(ply, effort, (played_out,), (), frozen_worth(book, state))
    from game.opponents.search import Alone  # noqa: PLC0415 - not to read what is kept

    thinker = thinker or Alone()
    name = digest(book, state)
    wanted = [(weight, each) for each in range(effort.continuations) for weight in WEIGHTS]

    def played(place: int) -> Millipoints:
        weight, number = wanted[place]
        return _continued(
            book, state, weight, effort.playouts, f"{name}/{number}", thinker, progress
        )

    ends: dict[int, list[Millipoints]] = {weight: [] for weight in WEIGHTS}
    with ThreadPoolExecutor(threads) as pool:
        try:
            told(0, len(wanted))
            for done, end in enumerate(pool.map(played, range(len(wanted)))):
                ends[wanted[done][0]].append(end)
                told(done + 1, len(wanted))
        except BaseException:
            progress.cancel()
            pool.shutdown(cancel_futures=True)
            raise
    plays = tuple(JointPlay(weight, tuple(found)) for weight, found in ends.items())
    searched = _searched(book, state, effort.playouts, name, thinker, progress)
    return Reachable(ply, effort, plays, searched, frozen_worth(book, state))


def frozen_worth(book: Rulebook, state: State) -> Point:
    """What both have if nothing more comes of it: a game that ends frozen, with the scores and the
    objectives as they stand; of course below both thresholds.
    """
    payoff = book.scenario.payoff
    scores = [state.tracks[index] for index in book.score]
    for (side, _, worth), done in zip(book.objectives, met(book, state), strict=True):
        scores[side] += worth * done
    margins = (
        min(max(scores[side] - book.threshold[side], -payoff.margin_cap), -1) for side in (0, 1)
    )
    first, second = (
        Fraction(TO_A_HUNDREDTH * (payoff.frozen + payoff.margin * margin)) for margin in margins
    )
    return first, second


def _payoffs(book: Rulebook, end: State) -> Millipoints:
    first, second = verdict(book, end).payoffs
    return first * TO_A_HUNDREDTH, second * TO_A_HUNDREDTH


def _continued(
    book: Rulebook,
    state: State,
    weight: int,
    playouts: int,
    seed: str,
    thinker: Thinker,
    progress: Progress,
) -> Millipoints:
    """Play on to the end for both, and say what came of it."""
    from game.opponents.search import analyse  # noqa: PLC0415 - as above

    wants = (Wants(own=weight, other=100 - weight), Wants(own=100 - weight, other=weight))
    news = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    drawn = 0
    while state.phase is not Phase.END:
        options = legal(book, state)
        if state.phase is Phase.DRAW:
            deck = chances(book, state)
            decision = deck[pick([each for _, each in deck], news, drawn)][0]
            drawn += 1
        elif len(options) == 1:
            decision = options[0]
        else:
            found = analyse(
                Game(book, state),
                Budget(playouts, DEPTH, trees=1),
                seed=seed,
                view=NOBODY,
                wants=wants,
                thinker=thinker,
                progress=progress,
            )
            decision = found.best.decision
        state = advance(book, state, decision)
    return _payoffs(book, state)


def _searched(
    book: Rulebook, state: State, playouts: int, seed: str, thinker: Thinker, progress: Progress
) -> tuple[Millipoints, ...]:
    """What the position is worth if each wants its own: by decision, where a side decides."""
    from game.opponents.search import analyse  # noqa: PLC0415 - as above
    from game.opponents.search.analysis import FEWEST  # noqa: PLC0415 - as above

    budget = Budget(playouts, DEPTH, trees=1)
    found = analyse(
        Game(book, state), budget, seed=seed, view=NOBODY, thinker=thinker, progress=progress
    )
    tried = [each.worth for each in found.candidates if each.visits >= FEWEST]
    if found.side == NOBODY or not tried:
        tried = [found.worth]
    return tuple(
        (round(first * TO_A_HUNDREDTH), round(second * TO_A_HUNDREDTH)) for first, second in tried
    )
