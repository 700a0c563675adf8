"""A scenario with blind changes is refused with its faults, or it can be played."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from game.authoring.starter import starter
from game.scenario import read_text
from game.scenario.catalogue import ids
from tests.examples import number
from tests.scenario.trials import mutated

SHIPPED = ids()


@pytest.mark.parametrize("name", [*SHIPPED, "the starter"])
def test_a_mutant_is_refused_or_playable(name: str) -> None:
    text = read_text(name)[0] if name in SHIPPED else starter("two-towns")
    tried = number(16 if name in SHIPPED else 60)  # it is short, so that more of it is hit
    told = Counter(mutated(Random(f"{name} {seed}"), text) for seed in range(tried))
    assert told["accepted"] > tried // 20
    assert len(told) > 3, told
