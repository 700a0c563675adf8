"""Numbers that were kept are never mixed with those of another evaluation."""

from __future__ import annotations

import hashlib

from game.opponents.search import Alone, Progress
from game.review.evaluations import VERSION, evaluate, open_position
from tests.books import rulebook
from tests.review.played import random_line

PINNED = (2, "90fe79039edab883")
"""The version of the evaluation, and what it finds."""


def test_whoever_changes_what_positions_are_worth_raises_the_version() -> None:
    """If this fails, a search or what a review makes of it has changed: raise ``VERSION`` in
    ``game/review/evaluations.py`` unless it was raised since the last release, and pin both anew.
    """
    book, told = rulebook(), hashlib.sha256()
    for seed in range(3):
        state = open_position(book, random_line(book, seed, 3 + 8 * seed).state)
        told.update(repr(evaluate(book, state, 30, Alone(), Progress())).encode())
    assert (VERSION, told.hexdigest()[:16]) == PINNED
