"""Monte Carlo tree search for two sides with aims of their own, and Chance between them.

Each side is taken to want the most for itself, so that a node keeps what it is worth to both and
is chosen by what the side that decides there gets of it (N. R. Sturtevant, "An analysis of UCT in
multi-player games", 2008; the tree search itself: L. Kocsis and C. Szepesvári, "Bandit based
Monte-Carlo planning", 2006).

What the evaluation says of a decision counts as its first visits, and a node looks at the few
best of its decisions first and at more of them as it is visited more often (G. Chaslot et al.,
"Progressive strategies for Monte-Carlo tree search", 2008; R. Coulom, "Computing Elo ratings of
move patterns in the game of Go", 2007). What Chance may draw is widened in the same way, each
outcome by its weight (A. Couëtoux et al., "Continuous upper confidence trees", 2011).
"""

from __future__ import annotations

import random
from math import sqrt
from typing import Final

from attrs import frozen

from game.opponents.search.forecast import Evaluate
from game.opponents.thought import Worth
from game.rules import Decision, Phase, Rulebook, State, advance, chances, legal
from game.scenario.doctrine import Wants

_DRAW, _END = Phase.DRAW, Phase.END

PLAIN: Final = Wants()


@frozen
class Style:
    """How a tree grows.

    Attributes:
        explore: how strongly little visited decisions are tried, in hundredths of payoff.
        trust: as how many visits the evaluation of a decision counts.
        first: how many decisions of a node are looked at from the beginning; 0 for all.
        wider: how many more by the square root of its visits.
        outcomes: how many outcomes of a draw are looked at, likewise; 0 for all.
    """

    explore: float = 3.0
    trust: float = 1.0
    first: int = 2
    wider: float = 1.5
    outcomes: float = 1.5


class Node:
    """A position in the tree. Lists go by place among its decisions, the best judged first.

    ``firsts``, ``seconds`` and ``bonds`` are sums over the visits: what came of them for each
    side, and the share of motions carried.
    """

    __slots__ = (
        "bonds",
        "children",
        "decisions",
        "firsts",
        "liked",
        "priors",
        "seconds",
        "state",
        "total",
        "visits",
        "weights",
        "worth",
    )

    def __init__(self, state: State) -> None:
        self.state = state
        self.total = 0
        self.decisions: tuple[Decision, ...] | None = None
        self.priors: list[Worth] = []
        self.liked: list[float] = []
        self.weights: list[int] = []
        self.worth: Worth = (0.0, 0.0)

    def open(self, decisions: tuple[Decision, ...]) -> None:
        count = len(decisions)
        self.decisions = decisions
        self.children: list[Node | None] = [None] * count
        self.visits = [0] * count
        self.firsts = [0.0] * count
        self.seconds = [0.0] * count
        self.bonds = [0.0] * count


class Tree:
    """A search from one position.

    Args:
        book: the rules.
        state: the position; a side decides in it.
        judge: what ranks the decisions of a node when it is opened, or nothing to take them as
            they come.
        evaluate: what a new node is worth, or nothing for what the judge thinks of the best
            decision in it.
        seed: what the draws of Chance come from. The same arguments grow the same tree.
        wants: per side what it aims at.
        style: how the tree grows.

    Raises:
        ValueError: there is neither a judge nor an evaluation.
    """

    def __init__(
        self,
        book: Rulebook,
        state: State,
        *,
        judge: Evaluate | None,
        evaluate: Evaluate | None = None,
        seed: str = "",
        wants: tuple[Wants, Wants] = (PLAIN, PLAIN),
        style: Style | None = None,
    ) -> None:
        if judge is None and evaluate is None:
            raise ValueError("a tree needs a judge, an evaluation, or both")
        self.book = book
        self.style = style or Style()
        self.judge = judge
        self.evaluate = evaluate
        self.wants = wants
        self._selfish = wants == (PLAIN, PLAIN)
        self._dice = random.Random(seed).random  # noqa: S311 - a game, no secret
        self._play = book.in_play
        self._share = 100.0 / max(1, book.in_play.bit_count())
        self.root = Node(state)
        self._open(self.root)

    def grow(self, playouts: int = 1) -> None:
        """Play so many playouts more."""
        for _ in range(playouts):
            self._playout()

    def _playout(self) -> None:
        book = self.book
        node = self.root
        path: list[tuple[Node, int]] = []
        while True:
            if node.decisions is None:
                self._open(node)
                break
            if not node.decisions:
                break
            place = self._draw(node) if node.weights else self._select(node)
            path.append((node, place))
            child = node.children[place]
            if child is None:
                state = advance(book, node.state, node.decisions[place])
                child = node.children[place] = Node(state)
            node = child
        first, second = node.worth
        bond = (node.state.carried & self._play).bit_count() * self._share
        for parent, place in path:
            parent.total += 1
            parent.visits[place] += 1
            parent.firsts[place] += first
            parent.seconds[place] += second
            parent.bonds[place] += bond

    def _open(self, node: Node) -> None:
        """List what can be decided in a node, and judge it."""
        book, state, judge = self.book, node.state, self.judge
        if state.phase is _DRAW:
            deck = chances(book, state)
            node.open(tuple(decision for decision, _ in deck))
            node.weights = [weight for _, weight in deck]
            node.worth = self._value(state)
            return
        options = legal(book, state)
        if judge is None or not options:
            node.open(options)
            node.priors = [(0.0, 0.0)] * len(options)
            node.liked = [0.0] * len(options)
            node.worth = self._value(state)
            return
        side, bond = state.side, (state.carried & self._play).bit_count() * self._share
        # How a motion is backed hardly changes what it is worth, so it is judged once.
        known: dict[tuple[int, int], Worth] = {}
        ranked: list[tuple[float, Worth, Decision]] = []
        for decision in options:
            backed = decision.backing >= 0
            key = (decision.subject, book.argument_contradicts[decision.backing] if backed else 0)
            worth = known.get(key) if backed else None
            if worth is None:
                worth = judge(advance(book, state, decision))
                if backed:
                    known[key] = worth
            ranked.append((self._liking(side, worth, bond), worth, decision))
        ranked.sort(key=lambda each: -each[0])
        node.open(tuple(decision for _, _, decision in ranked))
        node.liked = [liking for liking, _, _ in ranked]
        node.priors = [worth for _, worth, _ in ranked]
        node.worth = node.priors[0] if self.evaluate is None else self.evaluate(state)

    def _value(self, state: State) -> Worth:
        evaluate = self.evaluate or self.judge
        assert evaluate is not None  # a tree has one of the two
        return evaluate(state)

    def _liking(self, side: int, worth: Worth, bond: float) -> float:
        """What a side makes of payoffs and of a share of carried motions, in hundredths."""
        if self._selfish:
            return worth[side]
        wants = self.wants[side]
        total = wants.own * worth[side] + wants.other * worth[1 - side] + wants.together * bond
        return total / 100

    def _select(self, node: Node) -> int:
        """The place of the decision to try next: the best by what came of it, what is thought
        of it, and how seldom it was tried. Of equals the one judged better.
        """
        style, total, visits = self.style, node.total, node.visits
        count = len(visits)
        if style.first:
            count = min(count, style.first + int(style.wider * sqrt(total)))
        if count == 1:
            return 0
        if not style.trust:
            return self._upper(node)
        side = node.state.side
        gained = self._gained(node, side)
        liked = node.liked
        # Values drift as the tree grows deeper; a judgement is good only beside its neighbours'.
        shift = sum(gained) / total - liked[0] if total else 0.0
        bonus = style.explore * sqrt(total + 1.0)
        trust = style.trust
        best, found = -1e9, 0
        for place in range(count):
            tried = visits[place]
            value = (gained[place] + trust * (liked[place] + shift)) / (tried + trust)
            value += bonus / (tried + 1)
            if value > best:
                best, found = value, place
        return found

    def _upper(self, node: Node) -> int:
        """The place of the decision with the highest upper confidence bound, untried ones first
        (P. Auer, N. Cesa-Bianchi, P. Fischer, "Finite-time analysis of the multiarmed bandit
        problem", 2002; with a square root for the logarithm, which differs little here).
        """
        gained = self._gained(node, node.state.side)
        bonus = self.style.explore * sqrt(sqrt(node.total + 1.0))
        best, found = -1e9, 0
        for place, tried in enumerate(node.visits):
            if not tried:
                return place
            value = gained[place] / tried + bonus / sqrt(tried)
            if value > best:
                best, found = value, place
        return found

    def _gained(self, node: Node, side: int) -> list[float]:
        """Per decision the sum of what a side got of it."""
        own, other = (node.firsts, node.seconds) if side == 0 else (node.seconds, node.firsts)
        if self._selfish:
            return own
        wants = self.wants[side]
        return [
            (wants.own * mine + wants.other * yours + wants.together * bond) / 100
            for mine, yours, bond in zip(own, other, node.bonds, strict=True)
        ]

    def _draw(self, node: Node) -> int:
        """The place of an outcome of Chance, by weight among those that are looked at."""
        visits, weights = node.visits, node.weights
        places = range(len(weights))
        if self.style.outcomes:
            known = [place for place in places if visits[place]]
            if len(known) >= 1 + int(self.style.outcomes * sqrt(node.total)):
                left = self._dice() * sum([weights[place] for place in known])
                for place in known:
                    left -= weights[place]
                    if left < 0:
                        return place
                return known[-1]
        left = self._dice() * sum(weights)
        for place in places:
            left -= weights[place]
            if left < 0:
                return place
        return places[-1]
