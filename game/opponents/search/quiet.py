"""Judging a position in which something is still to be answered.

An evaluation knows scores and tracks, but in the middle of a debate it cannot tell what the debate
is about. So the answers that are open are looked at first, and what the side that is asked would
choose is what the position is worth.
"""

from __future__ import annotations

from attrs import field

from game.opponents.search.evaluation import KEPT, Evaluate, Evaluation
from game.opponents.thought import Worth
from game.rules import Phase, Rulebook, State, advance, legal
from game.value import frozen

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
    _known: dict[tuple[object, ...], Worth] = field(factory=dict, init=False, eq=False, repr=False)

    def __call__(self, state: State) -> Worth:
        return self._settle(state, self.depth)

    def _settle(self, state: State, depth: int) -> Worth:
        phase = state.phase
        if phase is _TURN or phase is _DRAW or phase is _END:
            return self.evaluate(state)
        book, side = self.book, state.side
        if depth > 0:
            answers = legal(book, state)
        elif phase is _FLOOR:
            return self._stopped(state)
        else:
            answers = book.rebut_rows[0] if phase is _REPLY else legal(book, state)
        best: Worth | None = None
        for decision in answers:
            worth = self._settle(advance(book, state, decision), depth - 1)
            if best is None or worth[side] > best[side]:
                best = worth
        assert best is not None  # something is always open
        return best

    def _stopped(self, state: State) -> Worth:
        """What it is worth to answer no more.

        Whichever argument was the last one, it is the same but for what the floor brings with it
        and for what an evaluation looks at, so that it is remembered.
        """
        book, evaluate = self.book, self.evaluate
        if not isinstance(evaluate, Evaluation):
            return self._settle(advance(book, state, book.stop), 0)
        debate, known = state.debate, self._known
        assert debate is not None  # the floor is held in debates
        bonus = book.hour.bonus(state.mood, debate.chain[-1])
        key = (evaluate.seen(state), state.wire, debate.motion, debate.speaker, bonus)
        worth = known.get(key)
        if worth is None:
            if len(known) >= KEPT:
                known.clear()
            worth = known[key] = self._settle(advance(book, state, book.stop), 0)
        return worth
