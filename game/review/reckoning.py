"""How each side's final score came about, once a game is over."""

from __future__ import annotations

from game.rules import Rulebook, State, Verdict, verdict
from game.value import frozen


@frozen
class Reckoning:
    """A side's way to its final score.

    Attributes:
        side: whose it is.
        score: the score at the end of play.
        objectives: per objective of the side its place in the scenario, and whether it was met.
        final: score and met objectives.
        threshold: what the side needed.
        payoff: what the ending is worth to the side, in hundredths.
        succeeds: whether it reached the threshold in a game that did not collapse.
        counted: whether scores count at all: the game did not collapse.
        near: whether so little is missing that a thaw counts for it.
    """

    side: int
    score: int
    objectives: tuple[tuple[int, bool], ...]
    final: int
    threshold: int
    payoff: int
    succeeds: bool
    counted: bool
    near: bool


def reckonings(book: Rulebook, state: State) -> tuple[Verdict, tuple[Reckoning, Reckoning]]:
    """The verdict on a game that is over, and how both sides came to it.

    Raises:
        RulesError: the game is not over.
    """
    result = verdict(book, state)
    first, second = (_reckon(book, state, result, side) for side in (0, 1))
    return result, (first, second)


def _reckon(book: Rulebook, state: State, result: Verdict, side: int) -> Reckoning:
    return Reckoning(
        side=side,
        score=state.tracks[book.score[side]],
        objectives=tuple(
            (index, done)
            for index, done in enumerate(result.objectives)
            if book.objectives[index][0] == side
        ),
        final=result.final[side],
        threshold=book.threshold[side],
        payoff=result.payoffs[side],
        succeeds=result.succeeds(side),
        counted=result.margins is not None,
        near=result.near[side],
    )
