"""Anything that players do with a match, in any order: model, match and save agree throughout."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.match import fuzz
from tests.match.fuzz import KINDS, Deed, begin, run_through, sequence

NUMBERS = st.integers(0, (1 << 16) - 1)


@given(
    seed=st.integers(0, 999),
    deeds=st.lists(st.tuples(st.sampled_from(KINDS), NUMBERS, NUMBERS, NUMBERS), max_size=30),
)
@settings(max_examples=settings().max_examples // 2)
def test_match_save_and_model_agree_after_every_deed(seed: int, deeds: list[Deed]) -> None:
    """In every line of play, position, comment and name, and in the head code."""
    run_through(seed, deeds)


@pytest.mark.parametrize("seed", range(3))
def test_a_save_of_a_finished_game_is_not_changed_by_opening_it(seed: int) -> None:
    """Though something was done in it since, such as a comment, and it was never put away."""
    for kind in ("comment", "name", "promote", "ask", "branch", "go"):
        run = begin(seed)
        while not run.match.over:
            run.do(("decide", seed, 0, 0))
        run.do((kind, 0, seed, 0))
        run.do(("kill", 0, 0, 0))
        run.do(("close", 0, 0, 0))
        run.do(("kill", 0, 0, 0))


def test_sequences_do_everything_and_come_to_an_end() -> None:
    """Each of the things that players do, in finished games as well."""
    over = 0
    done: set[str] = set()
    for number in range(12):
        deeds = sequence(Random(number))
        run = run_through(number, deeds)
        over += any(line.states[-1].phase.name == "END" for line in run.model.lines)
        done |= {deed[0] for deed in deeds}
    assert done == set(KINDS)
    assert over


def test_a_difference_is_found() -> None:
    """A comment that the match loses."""
    run = begin(1)
    run.do(("comment", 0, 0, 0))
    run.match.tree._comments.clear()
    with pytest.raises(AssertionError):
        run.compare(run.match)
    assert fuzz.run(2).wrong == []
