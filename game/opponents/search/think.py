"""Thinking about a position: a budget of playouts, shared between a few trees.

The trees are the same on every machine, whether one process grows them all or each has its
own. So an answer depends on the position, the seed and the budget, and on nothing else.
"""

from __future__ import annotations

from enum import IntEnum
from threading import Event
from typing import Final, Protocol

from attrs import field, frozen, validators

from game.opponents.character import Bound, Trail, overlooks
from game.opponents.doctrine import CompiledDoctrine
from game.opponents.search.analysis import branches, merge
from game.opponents.search.evaluation import Evaluate, Evaluation
from game.opponents.search.features import FeatureWeights
from game.opponents.search.liking import PLAIN
from game.opponents.search.opponent_model import OpponentModel, Past
from game.opponents.search.quiet import Quiet
from game.opponents.search.search_node import Style
from game.opponents.search.search_tree import Known, SearchTree
from game.opponents.seat import FREE, OpponentError, Pair
from game.opponents.thought import Analysis
from game.rules import Rulebook, State
from game.scenario.doctrine import Doctrine, Wants

TREES: Final = 2
"""How many trees a search grows, if nothing else is said."""

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


@frozen
class Budget:
    """How much is looked at.

    Attributes:
        playouts: how many lines, by all trees together.
        depth: how far it is looked before judging, as in ``Level``.
        trees: how many trees share the playouts. How far they are apart says how sure the search
            is; several can be grown at the same time.
        shares: how the trees share them, if not equally.
    """

    playouts: int = field(validator=validators.ge(0))
    depth: int = field(default=1, validator=validators.ge(0))
    trees: int = field(default=TREES, validator=validators.ge(1))
    shares: tuple[int, ...] = ()


@frozen
class Task:
    """What is to be thought about.

    Attributes:
        state: the position; a side has a choice in it, or Chance.
        playouts: the budget of all trees together.
        depth: how far it is looked before judging, as in ``Level``.
        seed: what draws come from.
        wants: per side what it aims at.
        doctrine: what plays the other side, if a doctrine does.
        past: what happened before, if a doctrine plays the other side.
        view: the side that thinks, to which the other one is the other; whoever decides, if no
            side is named.
        trees: how many trees share the budget.
        shares: how they share it, if not equally.
        characters: per side the character that plays it, if one does.
        trail: how the position came about, if one of them has lines.
    """

    state: State
    playouts: int
    depth: int
    seed: str
    wants: tuple[Wants, Wants] = (PLAIN, PLAIN)
    doctrine: Doctrine | None = None
    past: Past = ()
    view: int | None = None
    trees: int = TREES
    shares: tuple[int, ...] = ()
    characters: Pair = FREE
    trail: Trail | None = None

    @property
    def looking(self) -> int:
        """The side that thinks."""
        return self.state.side if self.view is None else self.view

    def budget(self, number: int) -> int:
        """The playouts of one tree."""
        if self.shares:
            return self.playouts * self.shares[number] // sum(self.shares)
        return self.playouts // self.trees + (number < self.playouts % self.trees)


class CancelledSearchError(OpponentError):
    """A search was cancelled."""


class Progress:
    """Lets somebody else see how far a search is, and hurry or cancel it. Safe to use from any
    thread.
    """

    def __init__(self) -> None:
        self.playouts = 0
        self.done = 0
        self._hurry = Event()
        self._cancel = Event()

    def begin(self, playouts: int) -> None:
        """A search of so many playouts begins."""
        self.done, self.playouts = 0, playouts
        self._hurry.clear()

    def hurry(self) -> None:
        """Let the search answer with the best that it has so far."""
        self._hurry.set()

    def cancel(self) -> None:
        """Let the search end without an answer, also one that has yet to begin."""
        self._cancel.set()

    @property
    def hurried(self) -> bool:
        """Whether it is to answer now."""
        return self._hurry.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants an answer any more."""
        return self._cancel.is_set()


class Priority(IntEnum):
    """What is thought about first, if there is more than one thing at a time."""

    OPPONENT = 0
    COACH = 1
    BACKGROUND = 2


class Thinker(Protocol):
    """Whoever does the thinking."""

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        """Think a task through, or until hurried.

        Raises:
            OpponentError: it was cancelled, or could not go on.
        """
        ...

    def at(self, priority: Priority) -> Thinker:
        """The same thinker, for tasks that are as urgent as that."""
        ...


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
