"""A game told decision by decision: who did what, and what came of it."""

from __future__ import annotations

from attrs import frozen

from game.review.words import Told, say_decision, tell
from game.rules import Consequence, Decision, Rulebook, State


@frozen
class Entry:
    """One decision of a game.

    Attributes:
        ply: its place, from 1.
        round: the round in which it was taken.
        side: who took it, or ``NOBODY`` for Chance.
        words: the decision in words.
        told: what it changed and why.
    """

    ply: int
    round: int
    side: int
    words: str
    told: tuple[Told, ...]


def entry(
    book: Rulebook,
    ply: int,
    before: State,
    decision: Decision,
    consequences: tuple[Consequence, ...],
) -> Entry:
    """Tell one decision, taken in the position ``before``."""
    words = say_decision(book, before, decision)
    return Entry(ply, before.round, before.side, words, tell(book, consequences))
