"""The end of a game in words: the epilogue, and how each side's final score came about."""

from __future__ import annotations

from attrs import frozen

from game.review.lines import aftermath
from game.rules import Rulebook, State, Verdict, verdict


@frozen
class Reckoning:
    """A side's way to its final score.

    Attributes:
        score: the score at the end of play.
        objectives: per objective of the side its name, its points, and whether it was met.
        final: score and met objectives.
        threshold: what the side needed.
        payoff: what the ending is worth to the side, in hundredths.
        succeeds: whether it reached the threshold in a game that did not collapse.
    """

    score: int
    objectives: tuple[tuple[str, int, bool], ...]
    final: int
    threshold: int
    payoff: int
    succeeds: bool


@frozen
class Ending:
    """How a game ended, as it is told."""

    verdict: Verdict
    title: str
    paragraphs: tuple[str, ...]
    sides: tuple[Reckoning, Reckoning]


def ending(book: Rulebook, state: State) -> Ending:
    """The ending of a game that is over.

    Raises:
        RulesError: the game is not over.
    """
    result = verdict(book, state)
    epilogue = book.scenario.epilogues[result.name]
    causes = tuple(
        track.collapse.text
        for track in book.scenario.tracks
        if track.id in result.collapsed and track.collapse is not None
    )
    first, second = (_reckon(book, state, result, side) for side in (0, 1))
    told = (*causes, *epilogue.text.split("\n\n"), *aftermath(book, state, result.name))
    return Ending(result, epilogue.title, told, (first, second))


def _reckon(book: Rulebook, state: State, result: Verdict, side: int) -> Reckoning:
    return Reckoning(
        score=state.tracks[book.score[side]],
        objectives=tuple(
            (entry.name, entry.points, done)
            for entry, done in zip(book.scenario.objectives, result.objectives, strict=True)
            if entry.side == book.side_ids[side]
        ),
        final=result.final[side],
        threshold=book.threshold[side],
        payoff=result.payoffs[side],
        succeeds=result.succeeds(side),
    )
