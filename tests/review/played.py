"""Lines of play for the tests of reviews."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from game.match import Timeline
from game.match.timeline import begin
from game.rules import Decision, Phase, Rulebook, legal, play

Choice = Callable[[Sequence[Decision]], Decision]


def take(line: Timeline, decision: Decision) -> None:
    """Play a decision."""
    found = play(line.book, line.state, decision)
    line.extend(decision, found.state, found.consequences)


def random_line(book: Rulebook, seed: int, most: int = 1000, *, price: int = 0) -> Timeline:
    """A random game of so many decisions at the most.

    If there is a price, the last decision that can be is taken back for it, once, and play goes on.
    """
    dice = random.Random(seed)
    line = begin(book, seed)
    while line.state.phase is not Phase.END and len(line.decisions) < most:
        chance = line.state.phase is Phase.DRAW
        take(line, line.draw() if chance else dice.choice(legal(book, line.state)))
    if price:
        for ply in reversed(range(1, len(line.decisions))):
            side = line.states[ply].side
            if side >= 0:
                line = line.fork(ply)
                line.pay(side, price)
                while line.state.phase is not Phase.END and len(line.decisions) < most:
                    chance = line.state.phase is Phase.DRAW
                    take(line, line.draw() if chance else dice.choice(legal(book, line.state)))
                break
    return line
