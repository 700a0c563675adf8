"""Thinking about a position, in this process: a few trees share the playouts.

The trees are the same on every machine, whether one process grows them all or each has its
own. So an answer depends on the position, the seed and the budget, and on nothing else.
"""

from __future__ import annotations

from typing import Final

from game.opponents.character import Bound, overlooks
from game.opponents.doctrine import CompiledDoctrine
from game.opponents.search.analysis import branches, merge
from game.opponents.search.evaluation import Evaluate, Evaluation
from game.opponents.search.features import FeatureWeights
from game.opponents.search.opponent_model import OpponentModel
from game.opponents.search.quiet import Quiet
from game.opponents.search.search_node import Style
from game.opponents.search.search_tree import Known, SearchTree
from game.opponents.search.task import CancelledSearchError, Priority, Progress, Task
from game.opponents.seat import FREE, Pair
from game.opponents.thought import Analysis
from game.rules import Rulebook

MOST: Final = 8000
"""So many judged positions are kept when a tree begins; about four kilobytes each."""

STEP: Final = 16
"""After so many playouts a search looks whether it is hurried."""

LOOKS: Final = 12
"""A search ends early that has looked at so many decisions for each of its playouts."""

SPARE: Final = 512
"""And at so many besides. Scenarios with up to some fifty decisions at a time stay far below."""

CURIOUS: Final = Style(explore=6.0)
"""How a tree grows against a doctrine. The evaluation takes both sides for ones that reckon, so it
has to be doubted more."""


class SearchCache:
    """What a thinker keeps from one task to the next: how it judges, and what it judged lately.

    It makes searches faster and changes nothing that they find.

    Args:
        book: the rules.
        weights: what it judges by, if by others than the usual ones.
    """

    def __init__(self, book: Rulebook, weights: FeatureWeights | None = None) -> None:
        self.book = book
        self._evaluation = Evaluation(book, weights)
        self._known: dict[int, Known] = {}
        self._bound: tuple[tuple[Pair, int], Bound] | None = None

    def judge(self, depth: int) -> Evaluate:
        """The evaluation that looks so far."""
        return Quiet(self.book, self._evaluation, depth - 1) if depth else self._evaluation

    def known(self, depth: int) -> Known:
        """What was judged by that evaluation; not more than memory has room for."""
        known = self._known.setdefault(depth, {})
        if len(known) > MOST:
            known.clear()
        return known

    def model(self, task: Task) -> OpponentModel | None:
        """What the other side is expected to decide, if a doctrine plays it."""
        if task.doctrine is None:
            return None
        return OpponentModel(
            CompiledDoctrine(self.book, task.doctrine),
            1 - task.looking,
            task.past,
        )

    def bound(self, task: Task) -> Bound | None:
        """What those who decide are bound to, if they are. Patterns are compiled once."""
        if task.characters == FREE:
            return None
        if self._bound is None or self._bound[0] != (task.characters, task.looking):
            bound = Bound(self.book, task.characters, task.looking)
            self._bound = (task.characters, task.looking), bound
        return self._bound[1]


def grow(cache: SearchCache, task: Task, number: int, progress: Progress) -> SearchTree:
    """Grow one of the trees."""
    tree = SearchTree(
        cache.book,
        task.state,
        judge=cache.judge(task.depth),
        seed=f"{task.seed}/{number}",
        wants=task.wants,
        model=cache.model(task),
        bound=cache.bound(task),
        trail=task.trail,
        news=not overlooks(task.characters, task.looking, "news"),
        style=None if task.doctrine is None else CURIOUS,
        known=cache.known(task.depth),
    )
    left = task.budget(number)
    most = tree.looks + LOOKS * left + SPARE
    while left > 0 and tree.looks < most and not (progress.hurried or progress.cancelled):
        step = min(left, STEP)
        tree.grow(step)
        left -= step
        progress.done += step
    return tree


class Alone:
    """Thinks in this process, one task after the other.

    Args:
        weights: what it judges by, if by others than the usual ones.
    """

    def __init__(self, weights: FeatureWeights | None = None) -> None:
        self._weights = weights
        self._cache: SearchCache | None = None

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        if self._cache is None or self._cache.book is not book:
            self._cache = SearchCache(book, self._weights)
        cache = self._cache
        found = []
        for number in range(task.trees):
            found.append(branches(grow(cache, task, number, progress)))
            if progress.cancelled:
                raise CancelledSearchError("the search was cancelled")
        return merge(book, task.state, found)

    def at(self, priority: Priority) -> Alone:  # noqa: ARG002 - there is never more than one
        return self
