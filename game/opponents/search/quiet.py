"""Judging a position in which something is still to be answered.

An evaluation knows scores and tracks, but in the middle of a debate it cannot tell what the debate
is about. So the answers that are open are looked at first, and what the side that is asked would
choose is what the position is worth.
"""

from __future__ import annotations

from attrs import frozen

from game.opponents.search.evaluation import Evaluate
from game.opponents.thought import Worth
from game.rules import Phase, Rulebook, State, advance, legal

_TURN, _DRAW, _END = Phase.TURN, Phase.DRAW, Phase.END
_REPLY, _FLOOR = Phase.REPLY, Phase.FLOOR


@frozen
class Quiet:
    """Looks ahead to the next turn or draw before asking another evaluation.

    Attributes:
        book: the rules.
        evaluate: what is asked when nothing is left to be answered.
        depth: how many arguments are looked at; with 0 everybody stops, accepts or declines.
    """

    book: Rulebook
    evaluate: Evaluate
    depth: int = 0

    def __call__(self, state: State) -> Worth:
        return self._settle(state, self.depth)

    def _settle(self, state: State, depth: int) -> Worth:
        phase = state.phase
        if phase is _TURN or phase is _DRAW or phase is _END:
            return self.evaluate(state)
        book, side = self.book, state.side
        if depth <= 0 and phase is _REPLY:
            answers = book.rebut_rows[0]  # to accept and to decline, without an argument
        elif depth <= 0 and phase is _FLOOR:
            answers = book.rejoin_rows[0]
        else:
            answers = legal(book, state)
        best: Worth | None = None
        for decision in answers:
            worth = self._settle(advance(book, state, decision), depth - 1)
            if best is None or worth[side] > best[side]:
                best = worth
        assert best is not None  # something is always open
        return best
