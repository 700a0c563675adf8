"""The game that ships as an example is sound, up to date, and walks the article's chain."""

from __future__ import annotations

import pytest

from game.match import Match, verify
from game.rules import Kind
from game.rules.verdict import BARGAIN
from tests.example.save import SHIPPED, remade

CHAIN = (
    "nukterror",
    "advise",
    "arm",
    "coalition",
    "forum",
    "ceasesupport",
    "train",
    "exchange",
    "nukmaint",
    "referendum",
    "relief",
    "review",
)


@pytest.fixture(scope="module")
def match() -> Match:
    return Match.open(SHIPPED, read_only=True)


def test_the_example_is_what_its_decisions_make_of_the_scenario_now() -> None:
    """``python -m tests.example`` writes it anew."""
    assert SHIPPED.read_bytes() == remade()


def test_the_example_verifies_to_its_last_line() -> None:
    report = verify(SHIPPED)
    assert report.good
    assert report.closed


def test_the_example_ends_in_the_grand_bargain(match: Match) -> None:
    assert match.verdict is not None
    assert match.verdict.name == BARGAIN


def test_the_example_carries_the_chain_step_by_step(match: Match) -> None:
    """From common dangers over trust to Ukraine, and what hangs low on the way."""
    carried = []
    for before, after in zip(match.states, match.states[1:], strict=False):
        fresh = after.carried & ~before.carried
        if fresh:
            carried.append(match.book.motion_ids[fresh.bit_length() - 1])
    assert tuple(carried) == CHAIN


def test_the_example_argues(match: Match) -> None:
    """Debates of two to five arguments; hardly a motion passes in silence."""
    kinds = [decision.kind for decision in match.decisions]
    lengths = [
        len(state.debate.chain)
        for state, decision in zip(match.states, match.decisions, strict=False)
        if decision.kind is Kind.STOP and state.debate is not None
    ]
    assert set(lengths) == {2, 3, 4, 5}
    assert kinds.count(Kind.ACCEPT) == 2
    assert any(match.reasons)
