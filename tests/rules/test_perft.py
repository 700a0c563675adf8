"""Counts of decision sequences. ``python -m tests.rules.regenerate`` rewrites them."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.rules import perft
from tests.rules.naive import Naive
from tests.rules.perft import Count
from tests.rules.views import set_up

TEXT = perft.FILE.read_text(encoding="utf-8")
COUNTS = perft.read(TEXT)


@pytest.mark.parametrize("kept", COUNTS, ids=lambda kept: kept.name.replace(" ", "-"))
def test_perft(kept: Count) -> None:
    """From this position there are as many ways to go on as there were."""
    now = perft.counted(kept)
    divide = "\n".join(f"  {text} {number}" for text, number in now.divide.items())
    faults = "\n".join(f"  {each}" for each in perft.differences(kept, now))
    assert kept == now, f"{kept.name} ({kept.origin}):\n{faults}\ndivide now:\n{divide}"


@pytest.mark.parametrize("kept", COUNTS, ids=lambda kept: kept.name.replace(" ", "-"))
def test_the_second_interpreter_counts_the_same(kept: Count) -> None:
    """The first three counts are those of a plain reading of the scenario."""
    book, state = perft.position(kept.origin)
    naive = set_up(book, state)
    wanted = kept.counts[:3]
    assert tuple(count(naive, depth) for depth in range(1, len(wanted) + 1)) == wanted


def count(naive: Naive, depth: int) -> int:
    """``perft``, naively."""
    options = naive.legal()
    if depth == 1:
        return len(options)
    found = 0
    for text in options:
        after = deepcopy(naive, {id(naive.scenario): naive.scenario})
        after.decide(text)
        found += count(after, depth - 1)
    return found


def test_the_counts_are_written_as_they_are_read() -> None:
    """Nothing is lost between the counts and their text, and no count was left out."""
    assert perft.write(COUNTS) == TEXT
    assert all(count for kept in COUNTS for count in kept.counts)
    assert all(sum(kept.divide.values()) == kept.counts[-1] for kept in COUNTS)
