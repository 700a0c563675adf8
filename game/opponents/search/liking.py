"""What the sides make of a position, each by what it wants, in hundredths of payoff."""

from __future__ import annotations

from typing import Final

from game.opponents.character.roles import values_of
from game.opponents.doctrine.gain import gain
from game.opponents.thought import Worth
from game.rules import Decision, Kind, Rulebook, State
from game.scenario.doctrine import Wants

_SURE: Final = (Kind.ACT, Kind.CHOOSE, Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
"""Decisions that bring at once what they bring."""

_PASSING: Final = (Kind.TABLE, Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)

HALF: Final = 0.5
"""The part of what a motion brings that is counted on when it is tabled."""


class Liking:
    """What the two sides make of positions.

    Args:
        book: the rules.
        wants: per side what it aims at.
    """

    def __init__(self, book: Rulebook, wants: tuple[Wants, Wants]) -> None:
        self._book = book
        self._wants = tuple((each.own / 100, each.other / 100) for each in wants)
        self._tracks = tuple(values_of(book, each.tracks, side) for side, each in enumerate(wants))
        self._step = tuple(each.together / max(1, book.in_play.bit_count()) for each in wants)
        """What one more motion is worth to a side by itself."""
        self._further: dict[tuple[Decision, int, int], float] = {}

    def both(self, worth: Worth, state: State) -> Worth:
        """What both make of a position of some worth."""
        return self._of(0, worth, state), self._of(1, worth, state)

    def prior(self, worth: Worth, state: State, decision: Decision) -> float:
        """What whoever decides thinks of a decision before it was tried."""
        side = state.side
        debate = state.debate
        key = (decision, state.wire if debate is None else debate.motion, side)
        further = self._further.get(key)
        if further is None:
            further = self._further[key] = self._bonus(state, decision)
        return self._of(side, worth, state) + further

    def _of(self, side: int, worth: Worth, state: State) -> float:
        own, other = self._wants[side]
        total = own * worth[side] + other * worth[1 - side]
        if step := self._step[side]:
            total += step * (state.carried & self._book.in_play).bit_count()
        tracks = state.tracks
        for track, by in self._tracks[side]:
            total += by * tracks[track]
        return total

    def _bonus(self, state: State, decision: Decision) -> float:
        """What a decision brings of what is wanted besides payoffs."""
        kind, side = decision.kind, state.side
        if kind not in _SURE and kind is not Kind.TABLE:
            return 0.0
        brings = gain(self._book, state, decision)
        moved = dict(brings.tracks)
        score = self._book.score
        moved |= {score[side]: brings.own, score[1 - side]: brings.other}
        bonus = float(sum(by * moved.get(track, 0) for track, by in self._tracks[side]))
        if kind in _PASSING:
            bonus += self._step[side]
        return bonus * HALF if kind is Kind.TABLE else bonus
