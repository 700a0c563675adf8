"""More sight is more strength. The long form is ``python -m game.balance`` with more matches."""

from __future__ import annotations

from game.balance.arena import arena, swapped
from game.balance.duel import judge
from tests.books import shipped

SEEDS = range(3)


def test_a_level_beats_one_far_below() -> None:
    """The long form: ``python -m game.balance ladder --matches 400``."""
    names = ("search:3", "search:1")
    duel = judge(names, list(arena(shipped(), swapped(names, SEEDS), cores=1)))
    assert duel.edge.value > 10
    assert duel.lead.value > 0.6
