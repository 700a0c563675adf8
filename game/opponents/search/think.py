"""Thinking about a position: a budget of playouts, shared between a few trees.

The shares are the same on every machine, whether one process grows all trees or each has its
own. So an answer depends on the position, the seed and the budget, and on nothing else.
"""

from __future__ import annotations

from threading import Event
from typing import Final, Protocol

from attrs import frozen

from game.opponents.doctrine import Creed
from game.opponents.search.forecast import Evaluate, Forecast
from game.opponents.search.foresight import Foresight, Past
from game.opponents.search.insight import branches, merge
from game.opponents.search.quiet import Quiet
from game.opponents.search.tree import PLAIN, Known, Style, Tree
from game.opponents.thought import Insight
from game.rules import Rulebook, State
from game.scenario.doctrine import Doctrine, Wants

SHARES: Final = 2
"""How many trees a search grows."""

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
class Task:
    """What is to be thought about.

    Attributes:
        state: the position; a side decides in it.
        playouts: the budget of all shares together.
        depth: how far it is looked before judging, as in ``Level``.
        seed: what draws come from.
        wants: per side what it aims at.
        doctrine: what plays the other side, if a doctrine does.
        past: what happened before, if a doctrine plays the other side.
    """

    state: State
    playouts: int
    depth: int
    seed: str
    wants: tuple[Wants, Wants] = (PLAIN, PLAIN)
    doctrine: Doctrine | None = None
    past: Past = ()

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


class Mind:
    """What a thinker keeps from one task to the next: how it judges, and what it judged lately.

    It makes searches faster and changes nothing that they find.
    """

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._forecast = Forecast(book)
        self._known: dict[int, Known] = {}

    def judge(self, depth: int) -> Evaluate:
        """The evaluation that looks so far."""
        return Quiet(self.book, self._forecast, depth - 1) if depth else self._forecast

    def known(self, depth: int) -> Known:
        """What was judged by that evaluation; not more than memory has room for."""
        known = self._known.setdefault(depth, {})
        if len(known) > MOST:
            known.clear()
        return known

    def foresight(self, task: Task) -> Foresight | None:
        """What the other side is expected to decide, if a doctrine plays it."""
        if task.doctrine is None:
            return None
        return Foresight(Creed(self.book, task.doctrine), 1 - task.state.side, task.past)


def grow(mind: Mind, task: Task, number: int, watch: Watch) -> Tree:
    """Grow the tree of one share."""
    tree = Tree(
        mind.book,
        task.state,
        judge=mind.judge(task.depth),
        seed=f"{task.seed}/{number}",
        wants=task.wants,
        foresight=mind.foresight(task),
        style=None if task.doctrine is None else CURIOUS,
        known=mind.known(task.depth),
    )
    left = task.share(number)
    most = tree.looks + LOOKS * left + SPARE
    while left > 0 and tree.looks < most and not watch.hurried:
        step = min(left, STEP)
        tree.grow(step)
        left -= step
        watch.done += step
    return tree


class Alone:
    """Thinks in this process."""

    def __init__(self) -> None:
        self._mind: Mind | None = None

    def think(self, book: Rulebook, task: Task, watch: Watch) -> Insight:
        if self._mind is None or self._mind.book is not book:
            self._mind = Mind(book)
        mind = self._mind
        trees = (grow(mind, task, number, watch) for number in range(SHARES))
        return merge(book, task.state.side, [branches(tree) for tree in trees])
