"""A scenario with blind changes is refused with its faults, or it can be played."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from game.scenario import read_text, scenarios
from tests.scenario.trials import mutated


@pytest.mark.parametrize("name", [listed.id for listed in scenarios()])
def test_a_mutant_is_refused_or_playable(name: str) -> None:
    text, _ = read_text(name)
    tried = 240 // len(scenarios())
    told = Counter(mutated(Random(f"{name} {seed}"), text) for seed in range(tried))
    assert told["accepted"] > tried // 20
    assert len(told) > 8, told
