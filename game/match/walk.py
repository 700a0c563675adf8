"""A way through the game for scripts: Chance and the sides alike, one decision after the other.

A ``Match`` draws for Chance by itself and is kept on disk; a walk shows every step, is kept
nowhere, and can be continued in several ways from any position.
"""

from __future__ import annotations

from typing import Final

from game.match.chance import LARGEST, pick
from game.match.timeline import begin
from game.rules import (
    Consequence,
    Decision,
    Phase,
    Rulebook,
    State,
    Verdict,
    chances,
    describe,
    legal,
    play,
    verdict,
)
from game.scenario import Scenario

_SIDES: Final = 0xD1B54A32D192ED03
"""Set apart from the seed of Chance, so that what the sides pick never changes the news."""


class Walk:
    """A game as a row of decisions, from the start on.

    Args:
        game: a scenario, or the rulebook of one.
        seed: what ``pick`` draws from, 0 to 2**64 - 1. Chance draws the same news as in a match
            of that seed.

    >>> from game.scenario import load
    >>> walk = Walk(load("glass-ceiling"), seed=7)
    >>> while not walk.over:
    ...     changes = walk.take(walk.pick())
    >>> walk.verdict.name in walk.book.scenario.epilogues
    True
    """

    def __init__(self, game: Scenario | Rulebook, seed: int = 0) -> None:
        if not 0 <= seed <= LARGEST:
            raise ValueError(f"a seed is a whole number from 0 to {LARGEST}, not {seed}")
        self._line = begin(game if isinstance(game, Rulebook) else Rulebook(game), seed)

    def __repr__(self) -> str:
        return f"<Walk {self.book.scenario.id}, {len(self._line.decisions)} decisions>"

    def __str__(self) -> str:
        return describe(self.book, self.state)

    @property
    def book(self) -> Rulebook:
        """The rules."""
        return self._line.book

    @property
    def state(self) -> State:
        """The position that the walk is at."""
        return self._line.state

    @property
    def states(self) -> tuple[State, ...]:
        """Every position so far, the start first."""
        return (*self._line.states,)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision so far; ``decisions[i]`` was taken in ``states[i]``."""
        return (*self._line.decisions,)

    @property
    def consequences(self) -> tuple[tuple[Consequence, ...], ...]:
        """Per decision what it changed."""
        return (*self._line.consequences,)

    @property
    def over(self) -> bool:
        """Whether the game is over."""
        return self.state.phase is Phase.END

    @property
    def verdict(self) -> Verdict:
        """The verdict.

        Raises:
            RulesError: the game is not over.
        """
        return verdict(self.book, self.state)

    def options(self) -> tuple[tuple[Decision, int], ...]:
        """All that can be decided now, with weights: those of Chance, or 1 for what a side can do.

        Empty when the game is over.
        """
        book, state = self.book, self.state
        return chances(book, state) or tuple((each, 1) for each in legal(book, state))

    def pick(self) -> Decision:
        """One of the options, drawn by weight; the same one until the walk goes on.

        Raises:
            ValueError: the game is over.
        """
        line = self._line
        if self.state.phase is Phase.DRAW:
            return line.draw()
        options = self.options()
        weights = [weight for _, weight in options]
        return options[pick(weights, line.seed ^ _SIDES, len(line.decisions))][0]

    def draw(self) -> None:
        """Let Chance draw until a side decides, or the game is over."""
        while self.state.phase is Phase.DRAW:
            self.take(self.pick())

    def take(self, decision: Decision | str) -> tuple[Consequence, ...]:
        """Go on with a decision, or its text; Chance's are taken like any other.

        Returns:
            What it changed.

        Raises:
            InvalidDecisionError: the scenario knows no such decision.
            IllegalDecisionError: it is not legal now. Nothing has changed.
        """
        if isinstance(decision, str):
            decision = self.book.decision(decision)
        state, consequences = play(self.book, self.state, decision)
        self._line.extend(decision, state, consequences)
        return consequences

    def fork(self, ply: int | None = None) -> Walk:
        """A walk of its own that begins like this one, with its first ``ply`` decisions or all.

        Raises:
            ValueError: there are not so many decisions.
        """
        last = len(self._line.decisions)
        at = last if ply is None else ply
        if not 0 <= at <= last:
            raise ValueError(f"the walk has positions from 0 to {last}, not {at}")
        walk = Walk(self.book, self._line.seed)
        for decision in self._line.decisions[:at]:
            walk.take(decision)
        return walk
