"""Playing on from a position by some policy, and judging where that leads."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Final

from attrs import field

from game.opponents.search.evaluation import Evaluate
from game.opponents.thought import Worth
from game.rules import NOBODY, Decision, Kind, Phase, Rulebook, State, advance, chances, legal
from game.value import frozen

Policy = Callable[[State, tuple[Decision, ...], float], Decision]
"""Chooses one of the legal decisions by a number from 0 to less than 1."""


def anything(_: State, options: tuple[Decision, ...], number: float) -> Decision:
    """Every decision is as likely as any other."""
    return options[int(number * len(options))]


_LIKING: Final[Mapping[Kind, int]] = {
    Kind.CONSULT: 4,
    Kind.ACT: 1,
    Kind.TABLE: 2,
    Kind.ACCEPT: 3,
    Kind.DECLINE: 1,
    Kind.REBUT: 3,
    Kind.REJOIN: 3,
    Kind.STOP: 2,
    Kind.YIELD: 5,
    Kind.WALK_OUT: 1,
    Kind.CONCEDE: 5,
    Kind.WITHDRAW: 1,
}


def lively(_: State, options: tuple[Decision, ...], number: float) -> Decision:
    """Likes to agree and to argue: by kind of decision, some are likelier than others."""
    weights = [_LIKING.get(each.kind, 1) for each in options]
    left = number * sum(weights)
    for decision, weight in zip(options, weights, strict=True):
        left -= weight
        if left < 0:
            return decision
    return options[-1]


@frozen
class Rollout:
    """Plays on by a policy, and then asks an evaluation (G. Chaslot et al., "Progressive
    strategies for Monte-Carlo tree search", 2008).

    Attributes:
        book: the rules.
        policy: how both sides play.
        evaluate: what is asked in the end; of a game that is over it has to know the payoffs.
        turns: after how many turns it is asked, or nothing to play to the end of the game.
        seed: what the policy and Chance draw from; the same rollouts in the same order.
    """

    book: Rulebook
    policy: Policy
    evaluate: Evaluate
    turns: int | None = None
    seed: str = ""
    _dice: random.Random = field(init=False, eq=False, repr=False)

    @_dice.default
    def _throw(self) -> random.Random:
        return random.Random(self.seed)  # noqa: S311 - a game, no secret

    def __call__(self, state: State) -> Worth:
        return self.evaluate(self.last(state))

    def last(self, state: State) -> State:
        """The position that is asked about: the end, or the one after so many turns."""
        book, policy, dice = self.book, self.policy, self._dice.random
        left = self.turns
        while state.phase is not Phase.END:
            if state.phase is Phase.TURN and left is not None:
                if left == 0:
                    break
                left -= 1
            if state.side == NOBODY:
                decision = draw(chances(book, state), dice())
            else:
                decision = policy(state, legal(book, state), dice())
            state = advance(book, state, decision)
        return state


def draw(deck: tuple[tuple[Decision, int], ...], number: float) -> Decision:
    """What Chance draws, by weight, if a number from 0 to less than 1 has come up."""
    left = number * sum(weight for _, weight in deck)
    for decision, weight in deck:
        left -= weight
        if left < 0:
            return decision
    return deck[-1][0]
