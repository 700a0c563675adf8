"""A position being changed: the few changes that the rules are made of, and the round's clock.

A sheet is copied from a position, changed, and frozen again. It never leaves ``game.rules.play``.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from game.rules.conditions import holds
from game.rules.consequence import Cause, Consequence, Rule, What
from game.rules.rulebook import Bundle, Rulebook, bits
from game.rules.state import NOBODY, Debate, Phase, State

_T = TypeVar("_T")


class Entry(Protocol):
    """What a cause needs of an entry of the scenario."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> tuple[str, ...]: ...


class Sheet:
    """A position being changed. ``log`` collects the consequences, unless nobody asks for them."""

    __slots__ = (
        "barred",
        "book",
        "carried",
        "debate",
        "drawn",
        "log",
        "phase",
        "record",
        "round",
        "side",
        "spent",
        "tracks",
        "turn",
        "used",
        "wire",
    )

    def __init__(self, book: Rulebook, state: State, log: list[Consequence] | None) -> None:
        self.book = book
        self.log = log
        self.round = state.round
        self.phase = state.phase
        self.side = state.side
        self.turn = state.turn
        self.tracks = list(state.tracks)
        self.carried = state.carried
        self.barred = state.barred
        self.spent = state.spent
        self.record = state.record
        self.drawn = state.drawn
        self.wire = state.wire
        self.used = state.used
        self.debate = state.debate

    def freeze(self) -> State:
        return State(
            self.round,
            self.phase,
            self.side,
            self.turn,
            tuple(self.tracks),
            self.carried,
            self.barred,
            self.spent,
            self.record,
            self.drawn,
            self.wire,
            self.used,
            self.debate,
        )

    # ------------------------------------------------------------------ small changes

    def note(
        self,
        what: What,
        subject: str,
        side: int,
        before: int,
        after: int,
        rule: Rule,
        entry: Entry | None,
    ) -> None:
        """Log a change to something other than a track."""
        if self.log is not None:
            owner = "" if side == NOBODY else self.book.side_ids[side]
            self.log.append(
                Consequence(what, subject, owner, before, after, after - before, _why(rule, entry))
            )

    def move(self, track: int, amount: int, rule: Rule, entry: Entry | None) -> None:
        """Add to a track, within its bounds; a lost surplus is not remembered."""
        book = self.book
        before = self.tracks[track]
        after = min(max(before + amount, book.low[track]), book.high[track])
        self.tracks[track] = after
        if self.log is not None and amount:
            owner = "" if track < book.shared else book.side_ids[(track - book.shared) % 2]
            self.log.append(
                Consequence(
                    What.TRACK,
                    book.track_ids[track],
                    owner,
                    before,
                    after,
                    amount,
                    _why(rule, entry),
                )
            )

    def apply(self, bundle: Bundle, rule: Rule, entry: Entry) -> None:
        for track, amount in bundle:
            self.move(track, amount, rule, entry)

    def contradict(self, contradicted: int, entry: Entry) -> None:
        """Strike what an argument or act contradicts on the own record, for one loss of score."""
        struck = self.record[self.side] & contradicted
        if not struck:
            return
        book, side = self.book, self.side
        loss = book.scenario.debate.contradiction
        self.move(book.score[side], loss, Rule.CONTRADICTION, entry)
        self.record = put(self.record, side, self.record[side] & ~struck)
        for argument in bits(struck):
            name = book.argument_ids[argument]
            self.note(What.RECORD, name, side, 1, 0, Rule.CONTRADICTION, entry)

    def argue(self, argument: int) -> None:
        """The deciding side plays an argument: it is spent, and checked against the record."""
        side, entry = self.side, self.book.scenario.arguments[argument]
        self.spent = put(self.spent, side, (*self.spent[side], argument))
        self.note(What.SPENT, entry.id, side, 0, 1, Rule.ARGUE, entry)
        self.contradict(self.book.argument_contradicts[argument], entry)

    def stand(self, side: int, arguments: tuple[int, ...]) -> None:
        """Arguments that stand go on their side's record."""
        for argument in arguments:
            if not self.record[side] >> argument & 1:
                entry = self.book.scenario.arguments[argument]
                self.record = put(self.record, side, self.record[side] | 1 << argument)
                self.note(What.RECORD, entry.id, side, 0, 1, Rule.STAND, entry)

    # ------------------------------------------------------------------ the debate's end

    def carry(self, debate: Debate) -> None:
        book, motion = self.book, debate.motion
        entry = book.scenario.motions[motion]
        self.carried |= 1 << motion
        self.note(What.CARRIED, entry.id, NOBODY, 0, 1, Rule.CARRY, entry)
        self.apply(book.motion_effects[motion], Rule.CARRY, entry)
        for side, value in enumerate(book.motion_value[motion]):
            self.move(book.score[side], value, Rule.CARRY, entry)

    def refuse(self, debate: Debate, refusal: tuple[int, Bundle], rule: Rule) -> None:
        """The respondent turns the motion down, at a price."""
        loss, effects = refusal
        entry = self.book.scenario.motions[debate.motion]
        self.apply(effects, rule, entry)
        self.move(self.book.score[1 - debate.speaker], loss, rule, entry)
        self.fail(debate, rule)

    def fail(self, debate: Debate, rule: Rule) -> None:
        """The motion is barred for the rest of this round and some more."""
        motion, until = debate.motion, self.round + self.book.scenario.debate.bar
        before = dict(self.barred).get(motion, 0)
        rest = tuple(pair for pair in self.barred if pair[0] != motion)
        self.barred = tuple(sorted((*rest, (motion, until))))
        entry = self.book.scenario.motions[motion]
        self.note(What.BARRED, entry.id, NOBODY, before, until, rule, entry)

    # ------------------------------------------------------------------ the round

    def collapsed(self) -> bool:
        """End the game if a track has reached its end, telling which."""
        tracks = self.tracks
        over = [track for track, at in self.book.collapses if tracks[track] >= at]
        for track in over:
            entry = self.book.scenario.tracks[track]
            self.note(What.COLLAPSE, entry.id, NOBODY, 0, 1, Rule.COLLAPSE, entry)
        if over:
            self.end()
        return bool(over)

    def end(self) -> None:
        self.phase, self.side, self.wire, self.debate = Phase.END, NOBODY, -1, None

    def finish_turn(self) -> None:
        self.debate = None
        if self.collapsed():
            return
        if self.turn == 0:
            self.begin_turn(1)
        else:
            self.close()

    def begin_turn(self, turn: int) -> None:
        """The first turn is the first side's in odd rounds, the second side's in even ones."""
        self.turn = turn
        self.phase = Phase.TURN
        self.side = (self.round + 1 + turn) % 2

    def close(self) -> None:
        """Drifts, each read as things are then; collapse; income; the next round."""
        book = self.book
        for index, (clause, bundle) in enumerate(book.drifts):
            if holds(clause, self.tracks, self.carried, self.round):
                self.apply(bundle, Rule.DRIFT, book.scenario.drifts[index])
        if self.collapsed():
            return
        for capital in book.capital:
            self.move(capital, book.income, Rule.INCOME, None)
        if self.round == book.rounds:
            self.end()
            return
        self.note(What.ROUND, "", NOBODY, self.round, self.round + 1, Rule.CLOCK, None)
        self.round += 1
        self.turn = 0
        if self.barred:
            self.barred = tuple(pair for pair in self.barred if pair[1] >= self.round)
        self.open_round()

    def open_round(self) -> None:
        """The headline on the wire strikes, or asks its side."""
        book, wire = self.book, self.wire
        if wire >= 0:
            if (chooser := book.headline_side[wire]) >= 0:
                self.phase, self.side = Phase.EVENT, chooser
                return
            self.apply(book.headline_effects[wire], Rule.HEADLINE, book.scenario.headlines[wire])
        self.ask_chance()

    def ask_chance(self) -> None:
        if not self.collapsed():
            self.phase, self.side = Phase.DRAW, NOBODY


def _why(rule: Rule, entry: Entry | None) -> Cause:
    return Cause(rule, "") if entry is None else Cause(rule, entry.id, entry.source)


def put(pair: tuple[_T, _T], side: int, value: _T) -> tuple[_T, _T]:
    return (value, pair[1]) if side == 0 else (pair[0], value)
