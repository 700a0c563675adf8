"""Anything that can happen to a match, in any order, against a model of three lines.

The model is the list of decisions that were acknowledged. Whatever happens, the save opens at
them, or at one more that the disk had when the machine went down.
"""

from __future__ import annotations

import errno
from pathlib import Path
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.match import Journal, Match, ReadOnlyError, SaveError
from game.match.verifying import verify
from game.rules import IllegalDecisionError, digest
from tests.examples import number
from tests.match.disks import Fault, MemoryDisk, PowerCutError
from tests.match.games import WELL, new, positions, texts

NUMBERS = st.integers(0, (1 << 32) - 1)


class MatchMachine(RuleBasedStateMachine):
    """One match on one disk, with everything that may befall it."""

    @initialize(seed=NUMBERS)
    def begin(self, seed: int) -> None:
        self.disk = MemoryDisk()
        self.path = Path("/saves/game.jsonl")
        self.text = WELL
        self.match = new(self.text, seed=seed, journal=self.journal())
        self.acknowledged = texts(self.match)
        self.copies = 0

    def journal(self) -> Journal:
        return Journal(self.path, self.disk)

    def note(self) -> None:
        """What the match says is kept is what the model keeps."""
        if not self.match.trouble:
            self.acknowledged = texts(self.match)

    # ------------------------------------------------------------ playing

    @precondition(lambda self: not self.match.over)
    @rule(choice=NUMBERS, reason=st.text(max_size=20))
    def decide(self, choice: int, reason: str) -> None:
        options = self.match.legal()
        self.match.decide(options[choice % len(options)], reason=reason)
        self.note()

    @rule(choice=NUMBERS)
    def decide_what_is_not_legal(self, choice: int) -> None:
        known = tuple(self.match.book.decisions.values())
        decision = known[choice % len(known)]
        if decision not in self.match.legal():
            before = texts(self.match)
            try:
                self.match.decide(decision)
            except IllegalDecisionError:
                assert texts(self.match) == before
            else:
                raise AssertionError(f"{decision} was allowed")

    # ------------------------------------------------------------ leaving and coming back

    @rule()
    def close_and_open(self) -> None:
        self.match.close()
        self.reopen()

    @rule()
    def kill_and_open(self) -> None:
        self.disk.kill()
        self.reopen()

    @rule(fate=NUMBERS)
    def lose_power(self, fate: int) -> None:
        self.disk = self.disk.states_after_a_cut(Random(fate))
        self.reopen()

    @precondition(lambda self: not self.match.over and not self.match.trouble)
    @rule(choice=NUMBERS, call=st.integers(0, 5), fate=NUMBERS)
    def lose_power_while_deciding(self, choice: int, call: int, fate: int) -> None:
        options = self.match.legal()
        self.disk.cut_at = len(self.disk.calls) + call
        try:
            self.match.decide(options[choice % len(options)])
            self.note()
        except PowerCutError:
            pass
        self.disk = self.disk.states_after_a_cut(Random(fate))
        self.reopen()

    @rule(piece=st.binary(min_size=1, max_size=9).filter(lambda piece: b"\n" not in piece))
    def find_a_torn_end(self, piece: bytes) -> None:
        self.disk.kill()
        self.disk.put(self.path, self.disk.bytes_of(self.path) + b"{" + piece)
        self.reopen()
        assert self.match.notice is not None

    def reopen(self) -> None:
        """The save has what was acknowledged, by the rules and nothing else; play goes on."""
        self.disk.full, self.disk.fault, self.disk.cut_at = False, None, None
        self.match = Match.open(self.journal())
        assert self.match.trouble is None
        assert not self.match.read_only
        kept = texts(self.match)
        assert kept[: len(self.acknowledged)] == self.acknowledged
        self.acknowledged = kept

    # ------------------------------------------------------------ company

    @rule()
    def somebody_else_opens_it(self) -> None:
        playing = self.match.journal is not None and self.match.journal.saving
        calls, fault, self.disk.fault = list(self.disk.calls), self.disk.fault, None
        other = Match.open(self.journal())
        self.disk.calls, self.disk.fault = calls, fault
        assert other.read_only == playing
        if playing:
            assert texts(other) == texts(self.match)
            try:
                other.decide("consult")
            except ReadOnlyError:
                pass
            else:
                raise AssertionError("two programs write")
        assert other.journal is not None
        other.journal.close()

    @rule()
    def somebody_edits_the_scenario(self) -> None:
        self.text = self.text.replace("weight = 3", "weight = 9").replace("capital", "c")

    # ------------------------------------------------------------ a disk that refuses

    @rule()
    def fill_the_disk(self) -> None:
        self.disk.full = True

    @rule(call=st.integers(0, 3), code=st.sampled_from([errno.EIO, errno.ENOSPC]))
    def spoil_a_call(self, call: int, code: int) -> None:
        self.disk.fault = Fault(len(self.disk.calls) + call, code, partial=bool(call % 2))

    @precondition(lambda self: self.match.trouble)
    @rule()
    def save_elsewhere(self) -> None:
        self.copies += 1
        other = self.path.with_name(f"copy-{self.copies}.jsonl")
        try:
            self.match.save_as(Journal(other, self.disk))
        except SaveError:
            assert self.match.trouble
            return
        self.path = other
        self.note()

    # ------------------------------------------------------------ always

    @invariant()
    def the_match_is_what_the_rules_make_of_it(self) -> None:
        assert self.match.states == positions(self.match.book, texts(self.match))
        assert self.match.header.text == WELL

    @invariant()
    def what_was_acknowledged_is_on_the_disk(self) -> None:
        calls, fault = list(self.disk.calls), self.disk.fault
        self.disk.fault = None
        report = verify(self.path, self.disk)
        assert report.line is None
        assert report.decisions >= len(self.acknowledged)
        self.disk.calls, self.disk.fault = calls, fault

    @invariant()
    def the_last_digest_is_that_of_the_position(self) -> None:
        if not self.match.trouble:
            lines = self.disk.bytes_of(self.path).splitlines()
            last = next(line for line in reversed(lines) if b'"digest":"' in line)
            assert digest(self.match.book, self.match.state).encode() in last


MatchMachine.TestCase.settings = settings(max_examples=number(20), stateful_step_count=30)
TestMatchMachine = MatchMachine.TestCase
