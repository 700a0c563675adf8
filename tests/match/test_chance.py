"""The generator of chance: the published vectors, and fair shares."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match.chance import LARGEST, draw64, pick

SEEDS = st.integers(0, LARGEST)
WEIGHTS = st.lists(st.integers(0, 1000), min_size=1, max_size=40).filter(any)

# The first outputs of SplitMix64 from its authors' published code, seed 0 and seed 1234567.
VECTORS = {
    0: "e220a8397b1dcdaf 6e789e6aa1b965f4 06c45d188009454f f88bb8a8724c81ec",
    1234567: "599ed017fb08fc85 2c73f08458540fa5 883ebce5a3f27c77 3fbef740e9177b3f e3b8346708cb5ecd",
}


@pytest.mark.parametrize("seed", VECTORS)
def test_draws_are_those_of_splitmix64(seed: int) -> None:
    """Draw i of a seed is the i-th output of SplitMix64 started with it."""
    expected = VECTORS[seed].split()
    assert [f"{draw64(seed, index):016x}" for index in range(len(expected))] == expected


def test_a_thousand_draws_equal_the_generator_with_a_running_state() -> None:
    """The counter form agrees with the form that carries its state along."""
    for seed in (0, 7, LARGEST):
        state = seed
        for index in range(1000):
            state = (state + 0x9E3779B97F4A7C15) % 2**64
            z = state
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
            z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
            assert draw64(seed, index) == z ^ z >> 31


def test_picks_have_golden_values() -> None:
    """A changed scaling would change every match that was ever played."""
    assert [pick((2, 2, 3, 1, 2), 7, index) for index in range(24)] == GOLDEN_PICKS


GOLDEN_PICKS = [1, 0, 4, 2, 2, 1, 2, 1, 0, 2, 0, 4, 4, 4, 4, 2, 4, 1, 2, 3, 2, 0, 1, 2]


@given(WEIGHTS, SEEDS, st.integers(0, 10_000))
def test_a_pick_has_weight(weights: list[int], seed: int, index: int) -> None:
    """What weighs nothing is never drawn."""
    assert weights[pick(weights, seed, index)] > 0


@given(WEIGHTS, SEEDS, st.integers(0, 10_000))
def test_a_pick_lies_where_the_draw_falls(weights: list[int], seed: int, index: int) -> None:
    """The draw, scaled to the sum of the weights, lies within the picked weight's share."""
    place = pick(weights, seed, index)
    below, total = sum(weights[:place]), sum(weights)
    assert below * 2**64 <= draw64(seed, index) * total < (below + weights[place]) * 2**64


def test_picks_are_shared_out_by_weight() -> None:
    """Of 20,000 draws each outcome gets its share, within three standard deviations."""
    weights = (1, 2, 3, 4)
    counts = Counter(pick(weights, 42, index) for index in range(20_000))
    for place, weight in enumerate(weights):
        share = 20_000 * weight / 10
        assert abs(counts[place] - share) < 3 * (share * (1 - weight / 10)) ** 0.5


def test_the_only_outcome_is_drawn() -> None:
    """Even if it weighs 1 and no more."""
    assert pick((1,), 3, 4) == pick((5,), 3, 4) == 0
    assert pick((0, 1), 3, 4) == 1


@pytest.mark.parametrize("weights", [(), (0, 0), (3, -1)])
def test_there_must_be_something_to_pick(weights: tuple[int, ...]) -> None:
    """No weight at all, or a negative one, is refused."""
    with pytest.raises(ValueError, match="weights"):
        pick(weights, 0, 0)
