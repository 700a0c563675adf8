"""What positions are worth to both sides, as a review takes it: one number for each of them.

Every position is looked at with the same budget, from nobody's view, both sides wanting their own
payoff. The draws of the search come from the position's digest and the budget, so that a position
is worth the same whether it was played, considered or promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from math import isqrt
from typing import Final

from game.opponents import Analysis, Candidate, Game
from game.opponents.search import Budget, Progress, Thinker
from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, digest, legal, verdict
from game.value import frozen

VERSION: Final = 2
"""Of how positions are evaluated: numbers of another version are not to be compared."""

DEPTH: Final = 1
"""How far it is looked before a position is judged, as in ``Level``."""

VALUING: Final = (1, 3, 8)
"""By seed its share of the playouts, of those that say what a position is worth, and its weight.

They are far from equal, since more playouts change more than other draws do: the seeds are apart
by about as much as the worth would still change, and not by a quarter of that.
"""

PICKING: Final = (4,)
"""Likewise, of the seeds that say which of several decisions a mark compares with. They value
nothing: whoever picks the highest of several doubtful numbers and then believes it has always lost
something.
"""

CANDIDATES: Final = 3
"""So many decisions are considered besides the one that was taken."""

QUICK: Final = 60
NORMAL: Final = 1000
DEEP: Final = 6000
BUDGETS: Final[Mapping[str, int]] = {"quick": QUICK, "normal": NORMAL, "deep": DEEP}
"""Budgets by name: playouts for each seed of each position, on average."""

AGAIN: Final = 4
"""Praise and blame have to stand, too, when the decisions that they compare are looked at again
with so many times the playouts.
"""

DOUBT: Final = 200
"""A difference is in doubt by so many hundredths of what the seeds are apart on it. Of a hundred
differences 92 move by no more when four times as many playouts are played, 83 by no more than the
seeds are apart.
"""

LEAST, MOST = 100, 400
"""A mark is for good only beyond at least so many hundredths, and of few playouts so many."""

COARSE: Final = 10
"""With so many a game is looked at first, so that there is soon something to see."""

FINER: Final = 10
"""Each further look has at the most so many times the playouts of the one before."""

Millipoints = tuple[int, int]
"""Per side thousandths of a payoff of 1; ten to each hundredth of a verdict."""

TO_A_HUNDREDTH: Final = 10


@frozen
class Evaluated:
    """What one position is worth.

    Attributes:
        digest: of the position, or of the next one after it in which there is a choice.
        seeds: by seed what it is worth to both sides; the payoffs alone if the game is over.
        picks: likewise, by the seeds that only pick.
        candidates: the decisions that were tried most, the best one first, by what this search
            takes them to be worth to the side that decides; none where Chance draws, and at the
            end.
        line: what is expected up to the next turn, draw or end.
    """

    digest: str
    seeds: tuple[Millipoints, ...]
    picks: tuple[Millipoints, ...]
    candidates: tuple[str, ...] = ()
    line: tuple[str, ...] = ()

    @cached_property
    def worth(self) -> Millipoints:
        """Per side what it is worth, over all seeds."""
        return _mean(self.seeds, VALUING)

    @cached_property
    def picked(self) -> Millipoints:
        """Per side what the picking seeds take it to be worth."""
        return _mean(self.picks, PICKING)

    @property
    def spread(self) -> Millipoints:
        """Per side how far apart the seeds are."""
        return _range(self.seeds)


def stages(budget: int) -> tuple[int, ...]:
    """The budgets with which a game is looked at one after the other, the last one as given.

    Whoever looks longer passes by the normal budget, whose marks have been given for good.

    >>> stages(1000), stages(5), stages(6000)
    ((10, 100, 1000), (5,), (10, 100, 1000, 6000))
    """
    found = [budget]
    while found[0] >= 2 * COARSE:
        coarser = max(COARSE, found[0] // FINER)
        found.insert(0, NORMAL if coarser < NORMAL < found[0] else coarser)
    return tuple(found)


def caution(budget: int) -> int:
    """How far a difference is in doubt when a mark is given for good, as ``DOUBT``.

    It halves with four times the playouts, as what they may still change does: so a mark that has
    been given hardly ever goes when it is looked at more closely.

    >>> [caution(budget) for budget in (250, 1000, 4000, 16000, 64000)]
    [400, 400, 200, 100, 100]
    """
    return max(LEAST, min(MOST, isqrt(MOST * MOST * NORMAL // budget)))


def difference(
    one: Evaluated, other: Evaluated, doubt: int = DOUBT
) -> tuple[Millipoints, Millipoints]:
    """By how much the first is worth more than the second, and how far that is in doubt.

    Each seed is compared with itself.

    Args:
        one: the first.
        other: the second.
        doubt: how many hundredths of what the seeds are apart.
    """
    here, there = one.worth, other.worth
    first, second = _range(_apart(one, other))
    spread = _doubted(first, doubt), _doubted(second, doubt)
    return (here[0] - there[0], here[1] - there[1]), spread


def doubt_together(one: Evaluated, other: Evaluated, doubt: int = DOUBT) -> int:
    """How far it is in doubt how much more the first is worth to both sides together."""
    sums = [sum(each) for each in _apart(one, other)]
    return _doubted(max(sums) - min(sums), doubt)


def _doubted(apart: int, doubt: int) -> int:
    """So many hundredths of it, rounded up."""
    return -(-apart * doubt // 100)


def _apart(one: Evaluated, other: Evaluated) -> tuple[Millipoints, ...]:
    """By seed how much more the first is worth."""
    count = max(len(one.seeds), len(other.seeds))
    first, second = (_filled(each.seeds, count) for each in (one, other))
    return tuple((a[0] - b[0], a[1] - b[1]) for a, b in zip(first, second, strict=True))


def average(
    outcomes: Iterable[tuple[Evaluated, int]],
) -> tuple[tuple[Fraction, Fraction], Evaluated]:
    """The mean of evaluations by weight: exactly, and as an evaluation, seed by seed."""
    weighed = tuple(outcomes)
    total = sum(weight for _, weight in weighed)
    exact = tuple(
        Fraction(sum(each.worth[side] * weight for each, weight in weighed), total)
        for side in (0, 1)
    )
    count = max(len(each.seeds) for each, _ in weighed)
    seeds = tuple(
        (
            round(Fraction(sum(_filled(e.seeds, count)[n][0] * w for e, w in weighed), total)),
            round(Fraction(sum(_filled(e.seeds, count)[n][1] * w for e, w in weighed), total)),
        )
        for n in range(count)
    )
    return (exact[0], exact[1]), Evaluated("", seeds, ())


def _filled(seeds: tuple[Millipoints, ...], count: int) -> tuple[Millipoints, ...]:
    """So many seeds; what is certain all of them say."""
    return seeds if len(seeds) == count else seeds * count


def _mean(seeds: tuple[Millipoints, ...], shares: tuple[int, ...]) -> Millipoints:
    if len(seeds) == 1:
        return seeds[0]
    first = second = 0
    for each, share in zip(seeds, shares, strict=True):
        first += each[0] * share
        second += each[1] * share
    total = sum(shares)
    return _rounded(first, total), _rounded(second, total)


def _rounded(amount: int, parts: int) -> int:
    """A quotient as the nearest whole number, of two that are as near the even one."""
    whole, rest = divmod(2 * amount + parts, 2 * parts)
    return whole - (not rest and whole % 2)


def _range(seeds: Iterable[Millipoints]) -> Millipoints:
    firsts, seconds = zip(*seeds, strict=True)
    return max(firsts) - min(firsts), max(seconds) - min(seconds)


# ---------------------------------------------------------------------- positions


def open_position(book: Rulebook, state: State) -> State:
    """A position itself, or the next one after it in which there is a choice, or the end."""
    while len(options := legal(book, state)) == 1:
        state = advance(book, state, options[0])
    return state


def evaluate(
    book: Rulebook, state: State, budget: int, thinker: Thinker, progress: Progress
) -> Evaluated:
    """What a position is worth.

    Args:
        book: the rules.
        state: an open position.
        budget: playouts for each seed, on average.
        thinker: who does the thinking.
        progress: cancels it.

    Raises:
        OpponentError: it was cancelled, or whoever thinks could not go on.
    """
    name = digest(book, state)
    if state.phase is Phase.END:
        first, second = verdict(book, state).payoffs
        payoffs = ((first * TO_A_HUNDREDTH, second * TO_A_HUNDREDTH),)
        return Evaluated(name, payoffs, payoffs)
    from game.opponents.search import analyse  # noqa: PLC0415 - not to read what is kept

    shares = (*VALUING, *PICKING)
    found = analyse(
        Game(book, state),
        Budget(budget * len(shares), DEPTH, len(shares), shares),
        seed=f"review/{name}/{budget}",
        view=NOBODY,
        thinker=thinker,
        progress=progress,
    )
    worths = tuple((_millipoints(first), _millipoints(second)) for first, second in found.trees)
    if state.side == NOBODY:
        return Evaluated(name, worths[: len(VALUING)], worths[len(VALUING) :])
    return Evaluated(
        name,
        worths[: len(VALUING)],
        worths[len(VALUING) :],
        tuple(each.decision.text for each in _best_first(found, state.side)),
        tuple(each.text for each in _to_the_next_turn(book, state, found)),
    )


def _best_first(found: Analysis, side: int) -> list[Candidate]:
    """The decisions that were tried most, in the order of what they are worth to a side."""
    return sorted(found.candidates[:CANDIDATES], key=lambda each: -each.worth[side])


def _millipoints(hundredths: float) -> int:
    return round(hundredths * TO_A_HUNDREDTH)


def _to_the_next_turn(book: Rulebook, state: State, found: Analysis) -> Iterator[Decision]:
    """What a search expects up to the next position in which a turn or a draw begins."""
    best = found.best
    for decision in (best.decision, *best.line):
        yield decision
        state = advance(book, state, decision)
        if state.phase in (Phase.TURN, Phase.DRAW, Phase.EVENT, Phase.END):
            return


class Evaluations:
    """All that is known of the positions of a match, by budget and by position.

    Threads may add to it; none ever takes anything away.
    """

    def __init__(self, known: Iterable[tuple[int, Evaluated]] = ()) -> None:
        self._by_budget: dict[int, dict[str, Evaluated]] = {}
        for budget, each in known:
            self.add(budget, each)

    def __iter__(self) -> Iterator[tuple[int, Evaluated]]:
        """Each with its budget, in an order that is always the same."""
        for budget in sorted(self._by_budget):
            for name in sorted(self._by_budget[budget]):
                yield budget, self._by_budget[budget][name]

    def __len__(self) -> int:
        return sum(map(len, self._by_budget.values()))

    def get(self, budget: int, name: str) -> Evaluated | None:
        """What is known of the position with a digest."""
        return self._by_budget.get(budget, {}).get(name)

    def add(self, budget: int, evaluated: Evaluated) -> None:
        """Keep what was found out."""
        self._by_budget.setdefault(budget, {})[evaluated.digest] = evaluated
