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
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

from game.opponents.character import Bound, Trail
from game.opponents.search.evaluation import Evaluate
from game.opponents.search.liking import Liking
from game.opponents.search.narrow import narrow
from game.opponents.search.opponent_model import OpponentModel
from game.opponents.search.search_node import SearchNode, Style
from game.opponents.search.task import PLAIN
from game.opponents.thought import Worth
from game.rules import Decision, Kind, Phase, Rulebook, State, advance, chances, legal
from game.scenario.doctrine import Wants

_DRAW, _END = Phase.DRAW, Phase.END

WIDE: Final = 512
"""So many decisions are looked at where the search begins."""

WIDTH: Final = 64
"""So many further down. No scenario that comes with the game offers as many."""

GLANCES: Final = 16
"""A doctrine goes through so many decisions while one is judged."""

Known = dict[State | tuple[State, tuple[Decision, ...]], tuple[tuple[Decision, Worth], ...]]
"""What a judge has said before of the decisions of positions, or of those that lines leave."""


class SearchTree:
    """A search from one position.

    Args:
        book: the rules.
        state: the position; a side decides in it, or Chance draws.
        judge: what ranks the decisions of a node when it is opened, or nothing to take them as
            they come.
        evaluate: what a new node is worth, or nothing for what the judge thinks of the best
            decision in it.
        seed: what the draws of Chance come from. The same arguments grow the same tree.
        wants: per side what it aims at.
        model: what the other side decides, if it is known what it goes by.
        bound: what lines the sides have, and what is overlooked; nothing if they are free.
        trail: how the position came about, if somebody has lines.
        news: whether news may come, but for what is drawn in the position itself.
        style: how the tree grows.
        known: what the same judge has said in other trees by the same rules; this one looks there
            first and adds to it. It changes how long a search takes, never what it finds.

    Attributes:
        looks: how many decisions it has looked at by now. That is what a search costs.

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
        model: OpponentModel | None = None,
        bound: Bound | None = None,
        trail: Trail | None = None,
        news: bool = True,
        style: Style | None = None,
        known: Known | None = None,
    ) -> None:
        if judge is None and evaluate is None:
            raise ValueError("a tree needs a judge, an evaluation, or both")
        self.book = book
        self.style = style or Style()
        self.judge = judge
        self.known: Known = {} if known is None else known
        self.evaluate = evaluate
        self.model = model
        self.bound = bound
        self.news = news
        self._liking = None if wants == (PLAIN, PLAIN) else Liking(book, wants)
        self._dice = random.Random(seed).random  # noqa: S311 - a game, no secret
        self._first: list[float] = []
        self._masses = [0, 1]
        """What so many visits weigh, as far as it has been asked."""
        self.looks = 0
        self.root = SearchNode(state)
        self.root.trail = trail
        self._open(self.root, [])

    def grow(self, playouts: int = 1) -> None:
        """Play so many playouts more."""
        for _ in range(playouts):
            self._playout()

    def _playout(self) -> None:
        book = self.book
        node = self.root
        path: list[tuple[SearchNode, int]] = []
        while True:
            if node.decisions is None:
                self._open(node, path)
                break
            if not node.decisions:
                break
            place = self._draw(node) if node.weights else self._select(node)
            path.append((node, place))
            child = node.children[place]
            if child is None:
                state = advance(book, node.state, node.decisions[place])
                child = node.children[place] = SearchNode(state)
            node = child
        first, second = node.worth
        if self._liking is not None:
            self._back_liking(node, path)
        masses = self._masses
        for parent, place in reversed(path):
            visits, firsts, seconds = parent.visits, parent.firsts, parent.seconds
            tried = visits[place]
            visits[place] = tried + 1
            parent.total += 1
            if parent.weights:
                heavy = parent.weights[place]
                before = heavy if tried else 0
            else:
                if tried + 1 == len(masses):
                    masses.append((tried + 1) ** self.style.power)
                heavy, before = masses[tried + 1], masses[tried]
            parent.mass = mass = parent.mass + heavy - before
            parent.first = one = parent.first + (heavy * first - before * firsts[place])
            parent.second = two = parent.second + (heavy * second - before * seconds[place])
            firsts[place], seconds[place] = first, second
            first, second = one / mass, two / mass

    def _back_liking(self, node: SearchNode, path: list[tuple[SearchNode, int]]) -> None:
        """Tell a path what the sides make of its last node, before it is told what it is worth."""
        one, two = node.liking
        power = self.style.power
        for parent, place in reversed(path):
            tried = parent.visits[place]
            if parent.weights:
                heavy = parent.weights[place]
                before = heavy if tried else 0
            else:
                heavy, before = (tried + 1) ** power, tried**power
            parent.one += heavy * one - before * parent.ones[place]
            parent.two += heavy * two - before * parent.twos[place]
            parent.ones[place], parent.twos[place] = one, two
            mass = parent.mass + heavy - before
            one, two = parent.one / mass, parent.two / mass

    def _open(self, node: SearchNode, path: list[tuple[SearchNode, int]]) -> None:
        """List what can be decided in a node that was reached on a path, and judge it."""
        state, judge, bound = node.state, self.judge, self.bound
        if bound is not None and bound.remembers and path:
            parent, place = path[-1]
            assert parent.decisions is not None  # it was opened
            assert parent.trail is not None
            node.trail = bound.after(parent.trail, parent.state, parent.decisions[place], state)
        if state.phase is _DRAW:
            self._open_draw(node, root=not path)
        elif judge is None or state.phase is _END:
            options = self._left(node, legal(self.book, state))
            node.open(tuple(options))
            node.priors = [(0.0, 0.0)] * len(options)
            node.liked = [0.0] * len(options)
            node.worth = self._value(state)
        else:
            judged = self._foreseen(state, path, judge) or self._ranked(node, judge, root=not path)
            self.looks += len(judged)
            self._rank(node, judged)
        if self._liking is not None:
            node.want()
            node.liking = self._liking.both(node.worth, state)

    def _open_draw(self, node: SearchNode, *, root: bool) -> None:
        """List what Chance may draw in a node."""
        book, state = self.book, node.state
        deck = chances(book, state)
        if not (self.news or root) and deck[0][0].kind is Kind.DRAW:
            deck = ((book.draw_none, 1),)
        node.open(tuple(decision for decision, _ in deck))
        node.weights = [weight for _, weight in deck]
        node.worth = self._value(state)
        if root:  # what is never tried has to be worth something, too
            node.priors = [self._value(advance(book, state, each)) for each, _ in deck]
            self._first = [self._dice() for _ in deck]
            self.looks += len(deck)

    def _rank(self, node: SearchNode, judged: Sequence[tuple[Decision, Worth]]) -> None:
        """Have a node's decisions in the order in which whoever decides likes them."""
        side, liking = node.state.side, self._liking
        if liking is None:
            ranked = [(worth[side], worth, decision) for decision, worth in judged]
        else:
            ranked = [
                (liking.prior(worth, node.state, decision), worth, decision)
                for decision, worth in judged
            ]
        ranked.sort(key=lambda each: -each[0])
        node.open(tuple(decision for _, _, decision in ranked))
        node.liked = [liked for liked, _, _ in ranked]
        node.priors = [worth for _, worth, _ in ranked]
        node.worth = node.priors[0] if self.evaluate is None else self.evaluate(node.state)

    def _left(self, node: SearchNode, options: Sequence[Decision]) -> Sequence[Decision]:
        """What those who are not free may decide."""
        if self.bound is None or node.state.side < 0:
            return options
        return self.bound.left(node.state, node.trail, options)

    def _foreseen(
        self, state: State, path: list[tuple[SearchNode, int]], judge: Evaluate
    ) -> tuple[tuple[Decision, Worth], ...] | None:
        """The one decision that is expected of a side of which is known what it goes by."""
        model = self.model
        if model is None or model.side != state.side:
            return None
        since = [
            (node.state, node.decisions[place])
            for node, place in path
            if node.decisions is not None
        ]
        self.looks += len(legal(self.book, state)) // GLANCES
        decision = model.decision(state, since)
        return ((decision, judge(advance(self.book, state, decision))),)

    def _ranked(
        self, node: SearchNode, judge: Evaluate, *, root: bool
    ) -> Sequence[tuple[Decision, Worth]]:
        """The decisions of a position that are looked at, with what is thought of each."""
        state = node.state
        key: State | tuple[State, tuple[Decision, ...]] = state
        options: Sequence[Decision] | None = None
        if self.bound is not None:  # what is left is judged by itself, whoever judged the rest
            every = legal(self.book, state)
            options = self._left(node, every)
            if len(options) < len(every):
                key = state, tuple(options)
        judged = self.known.get(key)
        if judged is None:
            options = legal(self.book, state) if options is None else options
            seen = narrow(tuple(options), WIDE if root else WIDTH)
            judged = tuple(self._judged(state, seen, judge))
            if len(options) <= WIDTH:  # else a position is not the same at the root and below
                self.known[key] = judged
        return judged

    def _judged(
        self, state: State, options: Sequence[Decision], judge: Evaluate
    ) -> Iterator[tuple[Decision, Worth]]:
        """Decisions of a position with what is thought of them."""
        book = self.book
        # How a motion is backed hardly changes what it is worth, so it is judged once.
        known: dict[tuple[int, int], Worth] = {}
        for decision in options:
            backed = decision.backing >= 0
            key = (decision.subject, book.argument_contradicts[decision.backing] if backed else 0)
            worth = known.get(key) if backed else None
            if worth is None:
                worth = judge(advance(book, state, decision))
                if backed:
                    known[key] = worth
            yield decision, worth

    def _value(self, state: State) -> Worth:
        evaluate = self.evaluate or self.judge
        assert evaluate is not None  # a tree has one of the two
        return evaluate(state)

    def _select(self, node: SearchNode) -> int:
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
        gained, liked = self._gained(node, side), node.liked
        # Values drift as the tree grows deeper; a judgement is good only beside its neighbours'.
        shift = self._reached(node, side) - liked[0] if total else 0.0
        bonus = style.explore * sqrt(total + 1.0)
        trust = style.trust
        best, found = -1e9, 0
        untried = False
        for place, tried, gain, like in zip(range(count), visits, gained, liked, strict=False):
            if not tried:
                if untried:  # the one before it was judged no worse
                    continue
                untried = True
            value = (tried * gain + trust * (like + shift)) / (tried + trust)
            value += bonus / (tried + 1)
            if value > best:
                best, found = value, place
        return found

    def _upper(self, node: SearchNode) -> int:
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
            value = gained[place] + bonus / sqrt(tried)
            if value > best:
                best, found = value, place
        return found

    def _gained(self, node: SearchNode, side: int) -> list[float]:
        """Per decision what a side makes of what came of it."""
        if self._liking is None:
            return node.seconds if side else node.firsts
        return node.twos if side else node.ones

    def liked(self, place: int) -> float:
        """What whoever decides at the root makes of a decision, tried or not."""
        root = self.root
        if not root.visits[place]:
            return root.liked[place] if root.liked else 0.0
        return self._gained(root, root.state.side)[place]

    def _reached(self, node: SearchNode, side: int) -> float:
        """What a side makes of a node that was visited before."""
        if self._liking is None:
            return (node.second if side else node.first) / node.mass
        return (node.two if side else node.one) / node.mass

    def _draw(self, node: SearchNode) -> int:
        """The place of an outcome of Chance, by weight among those that are looked at.

        At the root it is the one that is furthest behind its share; which ones come first, each
        tree draws for itself.
        """
        visits, weights = node.visits, node.weights
        places = range(len(weights))
        if node is self.root:
            first = self._first
            return min(places, key=lambda place: (visits[place] + first[place]) / weights[place])
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
