"""One chain of evaluations through a game, and what each of its links is: luck, skill, or neither.

The worth of a position before a step is compared with that of the position after it, and both
with what the step could be expected to bring: the mean of a draw, or the best decision
(N. Jorgensen, bug-gnubg, 2003; D. Zare, "Hedging toward skill"). So for each side, exactly::

    start + luck + own skill + the other's skill + gap + take-backs = end

The end is the payoff, or of a game that goes on what its last position is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from game.opponents.search import Thinker
from game.review.evaluations import AGAIN, NORMAL, VERSION, Evaluations, Millipoints, stages
from game.review.evaluator import Evaluator, ReviewProgress, Work
from game.review.links import Links, PlayedLine
from game.review.step import Share, Step, TakenBack
from game.rules import NOBODY, Phase
from game.value import frozen


@frozen
class Review:
    """What came of what in a game, in millipoints.

    Attributes:
        budget: with how many playouts for each seed positions were looked at.
        over: whether the game is over, so that ``end`` is the payoffs.
        provisional: whether its marks may change: it is a coarse look, or they have yet to be
            looked at again.
        start: per side what the first position is worth.
        end: per side the payoff; what the last position is worth if the game goes on.
        steps: every decision with a choice and every draw, in order.
        taken_back: every price of taking something back.
        no_return: of a game that collapsed, how many decisions came before the one after which
            there was no way out any more; nothing if that cannot be told.
        evaluator: the version of the evaluation.
    """

    budget: int
    over: bool
    provisional: bool
    start: Millipoints
    end: Millipoints
    steps: tuple[Step, ...]
    taken_back: tuple[TakenBack, ...] = ()
    no_return: int | None = None
    evaluator: int = VERSION

    @property
    def luck(self) -> Share:
        """Per side what Chance brought it."""
        return _sum(step.delta for step in self.steps if step.side == NOBODY)

    def skill(self, by: int) -> Share:
        """Per side what the decisions of one side brought it."""
        return _sum(step.delta for step in self.steps if step.side == by)

    @property
    def gap(self) -> Share:
        """Per side what the review had not foreseen."""
        return _sum(step.gap for step in self.steps)

    @property
    def takebacks(self) -> Share:
        """Per side what the prices of taking things back changed."""
        return _sum((Fraction(each.delta[0]), Fraction(each.delta[1])) for each in self.taken_back)


def _sum(shares: Iterable[Share]) -> Share:
    first = second = Fraction()
    for one, two in shares:
        first += one
        second += two
    return first, second


# ---------------------------------------------------------------------- making one


def review(
    line: PlayedLine,
    budget: int = NORMAL,
    *,
    thinker: Thinker | None = None,
    progress: ReviewProgress | None = None,
    known: Evaluations | None = None,
    told: Callable[[Review], None] = lambda _: None,
    at_once: int = 1,
    settles: bool | None = None,
) -> Review:
    """Review a line of play: coarsely first, then finer and finer up to the budget.

    The same line and budget have the same review, whoever thinks, in however many processes, and
    whether it was made at once or resumed.

    Args:
        line: the line of play.
        budget: playouts for each seed of each position.
        thinker: who does the thinking, when nothing more urgent is to be thought about; this
            process if nobody is named. Workers of its own (``humble_pool``) keep nobody waiting.
        progress: shows how far it is, and cancels it at any moment.
        known: what was found out before. Everything that is found out is added to it at once, so
            that a review that was cancelled can be resumed.
        told: is told of every coarser review as soon as it is there.
        at_once: how many positions are evaluated at once, which needs a thinker that several
            threads may ask, such as a pool of workers.
        settles: whether it is found out, too, which marks stand when they are looked at again;
            if nothing is said, from the normal budget on.

    Raises:
        CancelledSearchError: it was cancelled.
        OpponentError: whoever thinks could not go on.
    """
    progress = progress or ReviewProgress()
    known = Evaluations() if known is None else known
    evaluator = Evaluator(line.book, thinker, known, progress, at_once)
    links = Links(line, evaluator)
    settles = budget >= NORMAL if settles is None else settles
    if not links.looked(budget):
        ways = stages(budget)
        again = AGAIN * budget * links.most_again if settles else 0
        most = links.most
        progress.playouts = most * sum(ways) + again
        progress.decisions = links.decided
        for place, stage in enumerate(ways):
            progress.look = place + 1, len(ways)
            progress.begin_part(most * stage)
            evaluator.evaluate(links.positions(), stage)
            evaluator.evaluate(links.alternatives(stage), stage)
            progress.done = most * sum(ways[: place + 1])
            if stage < budget:
                told(_reviewed(links, stage, settled=False))
    if not settles:
        return _reviewed(links, budget, settled=False)
    for states, look in links.closer(budget):
        lacking = evaluator.lacks(states, look)
        if lacking and progress.work is not Work.AGAIN:
            told(_reviewed(links, budget, settled=False))
            progress.work = Work.AGAIN
        progress.playouts = max(progress.playouts, progress.done + look * len(lacking))
        progress.decisions = links.decided
        progress.begin_part(look * len(lacking))
        evaluator.evaluate(lacking, look)
    progress.done = progress.playouts
    return _reviewed(links, budget, settled=True)


def finest(line: PlayedLine, known: Evaluations) -> Review | None:
    """The finest review for which everything is known; nothing is found out for it."""
    budgets = sorted({budget for budget, _ in known}, reverse=True)
    if not budgets:
        return None
    links = Links(line, Evaluator(line.book, None, known, ReviewProgress()))
    budget = next((each for each in budgets if links.looked(each)), None)
    if budget is None:
        return None
    return _reviewed(links, budget, settled=budget >= NORMAL and links.settled(budget))


def _reviewed(links: Links, budget: int, *, settled: bool) -> Review:
    """The review, of what is known."""
    states = links.line.states
    return Review(
        budget=budget,
        over=states[-1].phase is Phase.END,
        provisional=not settled,
        start=links.worth(states[0], budget).worth,
        end=links.worth(states[-1], budget).worth,
        steps=tuple(links.steps(budget, settled=settled)),
        taken_back=tuple(links.taken_back(budget)),
        no_return=links.no_return,
    )
