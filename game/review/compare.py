"""Two lines of play beside each other: where they part, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.rules import Decision, Phase, Rulebook, State, Verdict, verdict
from game.value import frozen

DEEPEST: Final = 10
"""How far a line of play is set in below the one that it leaves, at most; its words say which."""


@frozen
class ComparedRound:
    """How both lines stood at the end of a round (or at their own end, if that came first).

    ``tracks`` holds, for each track of the rulebook, its value in the first and in the second
    line; nothing for a line that was over before the round.
    """

    round: int
    tracks: tuple[tuple[int | None, int | None], ...]


@frozen
class Comparison:
    """Two lines of play compared.

    Attributes:
        shared: how many decisions they have in common from the start.
        rows: round by round.
        verdicts: of each line its verdict, or nothing while it goes on.
    """

    shared: int
    rows: tuple[ComparedRound, ...]
    verdicts: tuple[Verdict | None, Verdict | None]


Played = tuple[Sequence[Decision], Sequence[State]]
"""A line of play: its decisions, and every position from the start on."""


def compare(book: Rulebook, first: Played, second: Played) -> Comparison:
    """Compare two lines of play of one match."""
    shared = 0
    for one, other in zip(first[0], second[0], strict=False):
        if one != other:
            break
        shared += 1
    ends = [_ends(states) for _, states in (first, second)]
    rounds = range(1, max(max(each) for each in ends) + 1)
    return Comparison(
        shared,
        tuple(
            ComparedRound(
                round_,
                tuple(
                    (_value(ends[0], round_, track), _value(ends[1], round_, track))
                    for track in range(len(book.track_ids))
                ),
            )
            for round_ in rounds
        ),
        (_verdict(book, first[1]), _verdict(book, second[1])),
    )


def _ends(states: Sequence[State]) -> dict[int, State]:
    """By round the last position in it."""
    return {state.round: state for state in states}


def _value(ends: dict[int, State], round_: int, track: int) -> int | None:
    return ends[round_].tracks[track] if round_ in ends else None


def _verdict(book: Rulebook, states: Sequence[State]) -> Verdict | None:
    return verdict(book, states[-1]) if states[-1].phase is Phase.END else None
