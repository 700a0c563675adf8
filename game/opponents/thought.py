"""What an opponent had in mind when it decided, as values that can be told and explained."""

from __future__ import annotations

from game.rules import Decision
from game.value import frozen

Worth = tuple[float, float]
"""Per side what a position is worth, in hundredths of payoff."""


@frozen
class Ruling:
    """What a doctrine decided, and by which of its maxims.

    Attributes:
        decision: the decision.
        doctrine: the id of the doctrine.
        rule: the place of the maxim among the doctrine's rules.
        wish: the place of the granted wish among the maxim's.
    """

    decision: Decision
    doctrine: str
    rule: int
    wish: int


@frozen
class Candidate:
    """A decision as a search sees it.

    Attributes:
        decision: the decision.
        visits: how many playouts tried it.
        worth: per side what is expected to come of it, in hundredths of payoff.
        line: the decisions that are expected to follow, draws of Chance included.
    """

    decision: Decision
    visits: int
    worth: Worth
    line: tuple[Decision, ...]


@frozen
class Analysis:
    """What a search has found out about a position.

    Attributes:
        side: the side that decides; nobody where Chance draws, and at the end.
        candidates: the decisions, the most tried one first; it is the one that is taken. Where
            Chance draws, what it may draw; at the end none.
        playouts: how many playouts were played.
        worth: per side what the position is worth, in hundredths of payoff.
        spread: per side how far apart the trees are of which this is the mean.
        trees: by tree what it takes the position to be worth; at the end none.
    """

    side: int
    candidates: tuple[Candidate, ...]
    playouts: int
    worth: Worth
    spread: Worth
    trees: tuple[Worth, ...] = ()

    @property
    def best(self) -> Candidate:
        """The decision that the search takes.

        Raises:
            IndexError: the game is over.
        """
        return self.candidates[0]

    def candidate(self, decision: Decision) -> Candidate | None:
        """What was found out about a decision."""
        return next((each for each in self.candidates if each.decision == decision), None)


Thought = Ruling | Analysis
"""What can stand behind an answer."""
