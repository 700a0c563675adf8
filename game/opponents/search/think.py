"""Thinking about a position: a budget of playouts, shared between a few trees.

The shares are the same on every machine, whether one process grows all trees or each has its
own. So an answer depends on the position, the seed and the budget, and on nothing else.
"""

from __future__ import annotations

from threading import Event
from typing import Final, Protocol

from attrs import frozen

from game.opponents.search.forecast import Evaluate, Forecast
from game.opponents.search.insight import branches, merge
from game.opponents.search.quiet import Quiet
from game.opponents.search.tree import PLAIN, Tree
from game.opponents.thought import Insight
from game.rules import Rulebook, State
from game.scenario.doctrine import Wants

SHARES: Final = 2
"""How many trees a search grows."""

STEP: Final = 16
"""After so many playouts a search looks whether it is hurried."""


@frozen
class Task:
    """What is to be thought about.

    Attributes:
        state: the position; a side decides in it.
        playouts: the budget of all shares together.
        depth: how far it is looked before judging, as in ``Level``.
        seed: what draws come from.
        wants: per side what it aims at.
    """

    state: State
    playouts: int
    depth: int
    seed: str
    wants: tuple[Wants, Wants] = (PLAIN, PLAIN)

    def share(self, number: int) -> int:
        """The playouts of one share."""
        return self.playouts // SHARES + (number < self.playouts % SHARES)


class Watch:
    """Lets somebody else see how far a search is, and hurry it. Safe to use from any thread."""

    def __init__(self) -> None:
        self.playouts = 0
        self.done = 0
        self._hurry = Event()

    def begin(self, playouts: int) -> None:
        """A search of so many playouts begins."""
        self.done, self.playouts = 0, playouts
        self._hurry.clear()

    def hurry(self) -> None:
        """Let the search answer with the best that it has so far."""
        self._hurry.set()

    @property
    def hurried(self) -> bool:
        """Whether it is to answer now."""
        return self._hurry.is_set()


class Thinker(Protocol):
    """Whoever does the thinking."""

    def think(self, book: Rulebook, task: Task, watch: Watch) -> Insight:
        """Think a task through, or until hurried."""
        ...


def judge(book: Rulebook, forecast: Forecast, depth: int) -> Evaluate:
    """The evaluation that looks so far."""
    return Quiet(book, forecast, depth - 1) if depth else forecast


def grow(book: Rulebook, forecast: Forecast, task: Task, number: int, watch: Watch) -> Tree:
    """Grow the tree of one share."""
    tree = Tree(
        book,
        task.state,
        judge=judge(book, forecast, task.depth),
        seed=f"{task.seed}/{number}",
        wants=task.wants,
    )
    left = task.share(number)
    while left > 0 and not watch.hurried:
        step = min(left, STEP)
        tree.grow(step)
        left -= step
        watch.done += step
    return tree


class Alone:
    """Thinks in this process."""

    def __init__(self) -> None:
        self._forecast: Forecast | None = None

    def think(self, book: Rulebook, task: Task, watch: Watch) -> Insight:
        if self._forecast is None or self._forecast.book is not book:
            self._forecast = Forecast(book)
        forecast = self._forecast
        trees = (grow(book, forecast, task, number, watch) for number in range(SHARES))
        return merge(book, task.state.side, [branches(tree) for tree in trees])
