"""Who of two opponents is the stronger, from contests that each played from both sides."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from game.balance.contest import Outcome
from game.balance.interval import Figure, mean, share


@frozen
class Duel:
    """How one opponent does against another.

    Attributes:
        names: the two, in the order in which they are compared.
        own: payoff of the first, in hundredths.
        other: payoff of the second.
        edge: the first's payoff less the second's, seed by seed.
        lead: in which share of the matches the first got more; a tie counts half.
    """

    names: tuple[str, str]
    own: Figure
    other: Figure
    edge: Figure
    lead: Figure

    @property
    def beats(self) -> bool:
        """Whether the first is surely ahead, by payoff and by the share of leads."""
        return self.edge.low > 0 and self.lead.low > 0.5


def judge(names: tuple[str, str], outcomes: Sequence[Outcome]) -> Duel:
    """Compare two opponents.

    Args:
        names: the seats of the two.
        outcomes: pairs of matches on the same seed with the sides swapped, as ``swapped`` orders
            them. Both matches of a pair count as one observation of payoffs.
    """
    own, other, edges = [], [], []
    leads = 0.0
    for first, second in zip(outcomes[::2], outcomes[1::2], strict=True):
        mine = (first.payoffs[0] + second.payoffs[1]) / 2
        theirs = (first.payoffs[1] + second.payoffs[0]) / 2
        own.append(mine)
        other.append(theirs)
        edges.append(mine - theirs)
        for got, against in (first.payoffs, second.payoffs[::-1]):
            leads += 1.0 if got > against else 0.5 if got == against else 0.0
    return Duel(names, mean(own), mean(other), mean(edges), share(leads, len(outcomes)))
