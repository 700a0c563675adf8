"""A node of a search tree, and how a tree grows."""

from __future__ import annotations

from game.opponents.character import Trail
from game.opponents.thought import Worth
from game.rules import Decision, State
from game.value import frozen


@frozen
class Style:
    """How a tree grows.

    Attributes:
        explore: how strongly little visited decisions are tried, in hundredths of payoff.
        trust: as how many visits the evaluation of a decision counts.
        first: how many decisions of a node are looked at from the beginning; 0 for all.
        wider: how many more by the square root of its visits.
        outcomes: how many outcomes of a draw are looked at, likewise; 0 for all.
        power: decisions count for the worth of their node by their visits to this power. Above 1
            little tried ones count for less than their share, so that a side is not taken for
            one that errs as often as the search has to look (T. Dam et al., "Generalized mean
            estimation in Monte-Carlo tree search", 2020, for the idea).
    """

    explore: float = 3.0
    trust: float = 1.0
    first: int = 2
    wider: float = 1.5
    outcomes: float = 1.5
    power: int = 2


class SearchNode:
    """A position in the tree. Lists go by place among its decisions, the best judged first.

    ``firsts`` and ``seconds`` are what each decision is worth by now to the one and to the other
    side. ``first`` and ``second`` are their sums, each weighed, and ``mass`` the sum of weights.
    Where a side wants something else than its payoff, ``ones`` and ``twos``, ``one`` and ``two``
    are the same of what each side makes of it; ``liking`` is what they make of the node at first.
    ``trail`` is how the position came about, where somebody has lines.
    """

    __slots__ = (
        "children",
        "decisions",
        "first",
        "firsts",
        "liked",
        "liking",
        "mass",
        "one",
        "ones",
        "priors",
        "second",
        "seconds",
        "state",
        "total",
        "trail",
        "two",
        "twos",
        "visits",
        "weights",
        "worth",
    )

    def __init__(self, state: State) -> None:
        self.state = state
        self.total = 0
        self.mass = 0
        self.first = self.second = 0.0
        self.decisions: tuple[Decision, ...] | None = None
        self.priors: list[Worth] = []
        self.liked: list[float] = []
        self.weights: list[int] = []
        self.worth: Worth = (0.0, 0.0)
        self.liking: Worth = (0.0, 0.0)
        self.trail: Trail | None = None

    def open(self, decisions: tuple[Decision, ...]) -> None:
        count = len(decisions)
        self.decisions = decisions
        self.children: list[SearchNode | None] = [None] * count
        self.visits = [0] * count
        self.firsts = [0.0] * count
        self.seconds = [0.0] * count

    def want(self) -> None:
        """Keep what each side makes of the decisions besides what they are worth."""
        count = len(self.visits)
        self.ones, self.twos = [0.0] * count, [0.0] * count
        self.one = self.two = 0.0
