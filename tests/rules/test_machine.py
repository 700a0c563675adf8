"""A machine that plays, reloads, looks ahead and breaks the rules, in any order."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from game.rules import (
    IllegalDecisionError,
    Phase,
    State,
    advance,
    decode,
    encode,
    legal,
    play,
    start,
    verdict,
    why_not,
)
from tests.books import rulebook
from tests.examples import number
from tests.rules.naive import Naive
from tests.rules.views import engine_view, naive_view

PICK = st.integers(0, 2**20)


class Table(RuleBasedStateMachine):
    """A game that is played while a second interpreter and a list of decisions keep account."""

    @initialize(variant=st.sampled_from([None, "easy"]))
    def sit_down(self, variant: str | None) -> None:
        self.book = rulebook(variant)
        self.state = start(self.book)
        self.naive = Naive(self.book.scenario, variant)
        self.history: list[tuple[State, str]] = []

    @precondition(lambda self: self.state.phase is not Phase.END)
    @rule(picks=st.lists(PICK, min_size=1, max_size=16))
    def decide(self, picks: list[int]) -> None:
        """Take some legal decisions."""
        for pick in picks:
            options = legal(self.book, self.state)
            if not options:
                break
            decision = options[pick % len(options)]
            self.history.append((self.state, decision.text))
            self.state = play(self.book, self.state, decision).state
            self.naive.decide(decision.text)
            assert engine_view(self.book, self.state) == naive_view(self.naive)

    @rule(pick=PICK)
    def break_a_rule(self, pick: int) -> None:
        """Try what is not legal: it is refused with a reason, and nothing changes."""
        listed = legal(self.book, self.state)
        others = [each for each in self.book.decisions.values() if each not in listed]
        decision = others[pick % len(others)]
        assert why_not(self.book, self.state, decision)
        before = self.state
        with pytest.raises(IllegalDecisionError):
            play(self.book, self.state, decision)
        assert self.state == before

    @rule()
    def write_and_read(self) -> None:
        """Go on from what was written down."""
        plain: dict[str, Any] = json.loads(json.dumps(encode(self.book, self.state)))
        again = decode(self.book, plain)
        assert again == self.state
        self.state = again

    @rule()
    def start_over(self) -> None:
        """Play everything again from the start: the same positions come by."""
        state = start(self.book)
        for known, text in self.history:
            assert state == known
            state = advance(self.book, state, self.book.decision(text))
        assert state == self.state

    @precondition(lambda self: self.history)
    @rule()
    def take_back(self) -> None:
        """Go back by one decision: what was then is as it was."""
        self.state, _ = self.history.pop()
        self.naive = Naive(self.book.scenario, self.book.variant)
        for _, text in self.history:
            self.naive.decide(text)

    @precondition(lambda self: self.state.phase is Phase.END)
    @rule()
    def judge(self) -> None:
        """A game that is over has a verdict, and the other interpreter gives the same."""
        end = verdict(self.book, self.state)
        name, final, margins, payoffs = self.naive.verdict()
        assert (end.name, list(end.final), list(end.payoffs)) == (name, final, payoffs)
        assert (None if end.margins is None else list(end.margins)) == margins

    @invariant()
    def both_interpreters_agree(self) -> None:
        assert engine_view(self.book, self.state) == naive_view(self.naive)


Table.TestCase.settings = settings(max_examples=number(12), stateful_step_count=50)
test_table = Table.TestCase
