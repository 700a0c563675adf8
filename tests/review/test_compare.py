"""Comparing two lines of play."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.review.compare import compare
from game.rules import Rulebook
from game.scenario import read_text
from tests.books import RULES_3
from tests.examples import examples
from tests.match.test_tree import played

SHARED_ENEMY = read_text(RULES_3)[0]
Picks = st.lists(st.integers(0, 40), min_size=4, max_size=60)


@examples(20)
@given(Picks, Picks, st.integers(0, 100))
def test_lines_part_where_their_decisions_first_differ(
    book: Rulebook, first: list[int], second: list[int], where: int
) -> None:
    match = played(Match.new(SHARED_ENEMY, seats=("human", "human"), seed=5), first)
    ply = where % (len(match.decisions) + 1)
    match.branch(ply)
    played(match, second)
    old, new = (line.timeline for line in match.tree.variations)
    seen = compare(book, (old.decisions, old.states), (new.decisions, new.states))
    assert seen.shared >= ply
    assert old.decisions[: seen.shared] == new.decisions[: seen.shared]
    assert (
        old.decisions[seen.shared : seen.shared + 1] != new.decisions[seen.shared : seen.shared + 1]
        or not old.decisions[seen.shared :]
    )
    assert tuple(pair[0] for pair in seen.rows[old.state.round - 1].tracks) == old.state.tracks
    assert tuple(pair[1] for pair in seen.rows[new.state.round - 1].tracks) == new.state.tracks
