"""Reviews to export: of random games, at the smallest budget."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from game.export import ExportedGame
from game.match import Timeline
from game.review.kept import Findings
from game.review.making import make_review
from game.review.reviewed_line import ReviewedLine
from tests.export.games import match


def line_of(game: ExportedGame) -> Timeline:
    """The line of play of an exported game."""
    return Timeline(
        game.book,
        game.header.seed,
        [*game.states],
        [*game.decisions],
        [*game.consequences],
        [*game.reasons],
        [*game.intents],
    )


def reviewed(game: ExportedGame, budget: int = 1) -> ReviewedLine:
    """A game with its review."""
    return make_review(line_of(game), Findings(), budget)


@cache
def pair(seed: int, most: int) -> tuple[ExportedGame, ReviewedLine]:
    """A random small game, played to its end or for so many decisions, and its review."""
    game = ExportedGame.of(match("well", seed, most))
    return game, reviewed(game, 1 + seed % 3)


pairs = st.builds(pair, st.integers(0, 40), st.sampled_from((0, 1, 4, 10_000, 10_000)))
