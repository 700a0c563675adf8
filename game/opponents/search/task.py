"""What there is to think about: a position, and a budget of playouts. Whoever thinks may be a
process of its own, so this goes without what thinking needs.
"""

from __future__ import annotations

from enum import IntEnum
from threading import Event
from typing import TYPE_CHECKING, Final, Protocol

from attrs import field, validators

from game.opponents.seat import FREE, OpponentError, Pair
from game.opponents.thought import Analysis
from game.rules import Rulebook, State
from game.scenario.doctrine import Doctrine, Wants
from game.value import frozen

if TYPE_CHECKING:
    from game.opponents.character import Trail
    from game.opponents.search.opponent_model import Past

PLAIN: Final = Wants()
"""What a side wants that plays for its own payoff."""

TREES: Final = 2
"""How many trees a search grows, if nothing else is said."""


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


class Ranking(Protocol):
    """Whoever thinks about what is most urgent first."""

    def think(self, book: Rulebook, task: Task, progress: Progress, priority: Priority) -> Analysis:
        """Think a task through, or until hurried."""
        ...


@frozen
class Urgency:
    """Whoever thinks so, for tasks that are as urgent as each other."""

    pool: Ranking
    priority: Priority

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        return self.pool.think(book, task, progress, self.priority)

    def at(self, priority: Priority) -> Urgency:
        return Urgency(self.pool, priority)
