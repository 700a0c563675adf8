"""What has become open on the ladder since a side decided last."""

from __future__ import annotations

from game.review.standing import MotionStanding
from game.rules import Phase, State
from game.telling.board import Board
from game.telling.voice import Voice

OPEN = (MotionStanding.OPEN, MotionStanding.EXPENSIVE)
"""How motions stand that nothing closes; what one can pay changes from turn to turn."""


class NewlyOpen:
    """Remembers what was open when each side took its last turn.

    Args:
        voice: who tells it.
    """

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._before: dict[int, frozenset[int]] = {}

    def forget(self) -> None:
        """The position is that of another line of play."""
        self._before.clear()

    def heard(self, state: State, table: Board) -> list[str]:
        """What has become open, before a turn; nothing before the first one."""
        if state.phase is not Phase.TURN:
            return []
        steps = [step for rung in table.ladder.rungs for step in rung.steps]
        now = frozenset(step.motion for step in steps if step.how in OPEN)
        before = self._before.get(state.side, now)
        self._before[state.side] = now
        names = [step.name for step in steps if step.motion in now - before]
        return (
            [self._voice.say("plain.now_open", motions=self._voice.all_of(names))] if names else []
        )
