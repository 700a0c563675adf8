"""More sight is more strength. The long form is ``python -m game.balance`` with more matches."""

from __future__ import annotations

from game.balance.arena import arena, swapped
from game.balance.duel import judge
from tests.books import shipped

SEEDS = range(12)


def test_a_level_beats_one_far_below() -> None:
    """The long form: ``python -m game.balance ladder --matches 400``."""
    names = ("search:3", "search:1")
    duel = judge(names, list(arena(shipped(), swapped(names, SEEDS), cores=1)))
    assert duel.beats


def test_a_search_beats_a_doctrine_that_reckons_with_advantage() -> None:
    """The long form: ``python -m game.balance robin --against search:5``."""
    names = ("search:3", "realist")
    duel = judge(names, list(arena(shipped(), swapped(names, SEEDS), cores=1)))
    assert duel.beats
