"""A position being changed: the few changes that the rules are made of, and the round's clock.

A change is copied from a position, changed, and frozen again. It never leaves ``game.rules.play``.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from game.rules.conditions import holds
from game.rules.consequence import Cause, Consequence, Rule, What
from game.rules.hour import Bundle
from game.rules.masks import bits
from game.rules.rulebook import Rulebook
from game.rules.state import NOBODY, Draft, Phase, State

_T = TypeVar("_T")

# Members by their own names: to reach one through its class takes longer than most steps do on
# Python 3.11, and here they are reached at every step.
_DRAW = Phase.DRAW
_END = Phase.END
_EVENT = Phase.EVENT
_TURN = Phase.TURN
_BY_ARGUE = Rule.ARGUE
_BY_CARRY = Rule.CARRY
_BY_CLOCK = Rule.CLOCK
_BY_COLLAPSE = Rule.COLLAPSE
_BY_CONTRADICTION = Rule.CONTRADICTION
_BY_DRIFT = Rule.DRIFT
_BY_FLOOR = Rule.FLOOR
_BY_HEADLINE = Rule.HEADLINE
_BY_INCOME = Rule.INCOME
_BY_MOOD = Rule.MOOD
_BY_RECOVER = Rule.RECOVER
_BY_STAND = Rule.STAND
_OF_BARRED = What.BARRED
_OF_CARRIED = What.CARRIED
_OF_COLLAPSE = What.COLLAPSE
_OF_MOOD = What.MOOD
_OF_RECORD = What.RECORD
_OF_ROUND = What.ROUND
_OF_SPENT = What.SPENT
_OF_TRACK = What.TRACK


class Sourced(Protocol):
    """What a cause needs of what the scenario has an entry for."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> tuple[str, ...]: ...


class Change(Draft):
    """A position being changed: a draft that knows the rules.

    Attributes:
        book: the rules.
        log: where the consequences are noted, or nothing if nobody asks for them.
        tracks: a list, as long as it is being changed.
    """

    __slots__ = ()

    book: Rulebook
    log: list[Consequence] | None
    tracks: Any

    @staticmethod
    def of(book: Rulebook, state: State, log: list[Consequence] | None) -> Change:
        """A change that begins with a position."""
        change = Change()
        change.book, change.log = book, log
        change.tracks = [*state.tracks]
        change.round = state.round
        change.phase = state.phase
        change.side = state.side
        change.turn = state.turn
        change.carried = state.carried
        change.barred = state.barred
        change.spent = state.spent
        change.record = state.record
        change.drawn = state.drawn
        change.wire = state.wire
        change.used = state.used
        change.debate = state.debate
        change.mood = state.mood
        change.situation = state.situation
        return change

    def done(self) -> State:
        """Make this change, the object itself, the position that has come about. Whoever made the
        change lets go of it.
        """
        self.tracks = tuple(self.tracks)
        self.log = None  # the position does not hold on to it
        same: Any = self
        same.__class__ = State
        state: State = same
        return state

    # ------------------------------------------------------------------ small changes

    def note(
        self,
        what: What,
        subject: str,
        side: int,
        before: int,
        after: int,
        rule: Rule,
        entry: Sourced | None,
    ) -> None:
        """Log a change to something other than a track. Only asked for where there is a log:
        most changes look ahead and have none, and even a call that does nothing takes its time.
        """
        assert self.log is not None
        owner = "" if side == NOBODY else self.book.side_ids[side]
        cause = _why(rule, entry)
        self.log.append(Consequence(what, subject, owner, before, after, after - before, cause))

    def apply(self, bundle: Bundle, rule: Rule, entry: Sourced | None) -> None:
        """Add to tracks, each within its bounds; a lost surplus is not remembered."""
        if self.log is not None:
            for track, amount in bundle:
                self.move(track, amount, rule, entry)
            return
        book, tracks = self.book, self.tracks
        low, high = book.low, book.high
        for track, amount in bundle:  # as ``move`` does, without calling it
            after = tracks[track] + amount
            if after > high[track]:
                after = high[track]
            elif after < low[track]:
                after = low[track]
            tracks[track] = after

    def move(self, track: int, amount: int, rule: Rule, entry: Sourced | None) -> None:
        """Add to one track."""
        tracks, book = self.tracks, self.book
        before = tracks[track]
        after = before + amount
        if after > book.high[track]:
            after = book.high[track]
        elif after < book.low[track]:
            after = book.low[track]
        tracks[track] = after
        if self.log is not None and amount:
            owner = "" if track < book.shared else book.side_ids[(track - book.shared) % 2]
            name, cause = book.track_ids[track], _why(rule, entry)
            self.log.append(Consequence(_OF_TRACK, name, owner, before, after, amount, cause))

    def contradict(self, struck: int, entry: Sourced) -> None:
        """Strike from the own record what an argument or act contradicts, for one loss of score.

        Args:
            struck: the arguments on the record that it contradicts; there is one at least.
            entry: the argument or act.
        """
        book = self.book
        side = self.side
        loss = book.scenario.debate.contradiction
        self.move(book.score[side], loss, _BY_CONTRADICTION, entry)
        self.record = put(self.record, side, self.record[side] & ~struck)
        if self.log is not None:
            for argument in bits(struck):
                name = book.argument_ids[argument]
                self.note(_OF_RECORD, name, side, 1, 0, _BY_CONTRADICTION, entry)

    def argue(self, argument: int) -> None:
        """The deciding side plays an argument: it is spent, and checked against the record."""
        book = self.book
        side = self.side
        first, second = self.spent
        played = (argument,)
        self.spent = (first, second + played) if side else (first + played, second)
        if self.log is not None:
            entry = book.arguments[argument]
            self.note(_OF_SPENT, entry.id, side, 0, 1, _BY_ARGUE, entry)
        if struck := self.record[side] & book.argument_contradicts[argument]:
            self.contradict(struck, book.arguments[argument])

    def stand(self, side: int, arguments: tuple[int, ...]) -> None:
        """Arguments that stand go on their side's record."""
        record = self.record[side]
        for argument in arguments:
            if not record >> argument & 1:
                record |= 1 << argument
                if self.log is not None:
                    entry = self.book.arguments[argument]
                    self.note(_OF_RECORD, entry.id, side, 0, 1, _BY_STAND, entry)
        one, two = self.record
        self.record = (one, record) if side else (record, two)

    def feel(self, mood: int, rule: Rule, entry: Sourced) -> None:
        """The hour speaks to a value from now on."""
        if mood == self.mood:
            return
        if self.log is not None:
            names = self.book.hour.value_ids
            if self.mood >= 0:
                self.note(_OF_MOOD, names[self.mood], NOBODY, 1, 0, rule, entry)
            self.note(_OF_MOOD, names[mood], NOBODY, 0, 1, rule, entry)
        self.mood = mood

    # ------------------------------------------------------------------ the debate's end

    def hold_floor(self, motion: int, argument: int, side: int) -> None:
        """The side that spoke last, with an argument, gets what that brings."""
        book = self.book
        self.move(book.score[side], book.floor, _BY_FLOOR, book.motions[motion])
        if self.mood >= 0:
            self.speak_to_the_hour(motion, argument, side)

    def speak_to_the_hour(self, motion: int, argument: int, side: int) -> None:
        """And more if its last argument appeals to the mood."""
        book = self.book
        if book.hour.appeals[argument] == self.mood:
            self.move(book.score[side], book.hour.floor, _BY_MOOD, book.motions[motion])

    def carry(self, motion: int) -> None:
        book = self.book
        entry = book.motions[motion]
        self.carried |= 1 << motion
        if self.log is not None:
            self.note(_OF_CARRIED, entry.id, NOBODY, 0, 1, _BY_CARRY, entry)
        self.apply(book.motion_brings[motion], _BY_CARRY, entry)

    def refuse(self, motion: int, side: int, refusal: tuple[int, Bundle], rule: Rule) -> None:
        """A side turns the motion down, at a price."""
        loss, effects = refusal
        entry = self.book.motions[motion]
        self.apply(effects, rule, entry)
        self.move(self.book.score[side], loss, rule, entry)
        self.fail(motion, rule)

    def fail(self, motion: int, rule: Rule) -> None:
        """The motion is barred for the rest of this round and some more."""
        book = self.book
        until = self.round + book.bar
        barred = [*self.barred, (motion, until)]  # it was not among them, or it could not be tabled
        barred.sort()
        self.barred = tuple(barred)
        if self.log is not None:
            entry = book.motions[motion]
            self.note(_OF_BARRED, entry.id, NOBODY, 0, until, rule, entry)

    # ------------------------------------------------------------------ the round

    def collapsed(self) -> bool:
        """End the game if a track has reached its end, telling which."""
        tracks = self.tracks
        for track, end in self.book.collapses:
            if tracks[track] >= end:
                self.collapse()
                return True
        return False

    def collapse(self) -> None:
        book = self.book
        if self.log is not None:
            for track, end in book.collapses:
                if self.tracks[track] >= end:
                    entry = book.scenario.tracks[track]
                    self.note(_OF_COLLAPSE, entry.id, NOBODY, 0, 1, _BY_COLLAPSE, entry)
        self.end()

    def end(self) -> None:
        self.phase, self.side, self.wire, self.debate = _END, NOBODY, -1, None

    def finish_turn(self) -> None:
        self.debate = None
        tracks = self.tracks
        for track, end in self.book.collapses:  # as ``collapsed``, without calling it
            if tracks[track] >= end:
                self.collapse()
                return
        if self.turn:
            self.close()
        else:
            self.begin_turn(1)

    def begin_turn(self, turn: int) -> None:
        """The first turn is the first side's in odd rounds, the second side's in even ones."""
        self.turn = turn
        self.phase = _TURN
        self.side = (self.round + 1 + turn) & 1

    def close(self) -> None:
        """Drifts, each read as things are then; collapse; income; the next round."""
        book = self.book
        round_, carried, drifts = self.round, self.carried, book.scenario.drifts
        for index, clause, bundle in book.drifting[round_][carried]:
            if not clause or holds(clause, self.tracks, carried, round_):
                self.apply(bundle, _BY_DRIFT, drifts[index])
        if self.collapsed():
            return
        self.apply(book.income, _BY_INCOME, None)
        if book.recover:
            self.recover(book.recover)
        if round_ == book.rounds:
            self.end()
            return
        if self.log is not None:
            self.note(_OF_ROUND, "", NOBODY, round_, round_ + 1, _BY_CLOCK, None)
        self.round = round_ = round_ + 1
        self.turn = 0
        if self.barred:
            self.barred = tuple([pair for pair in self.barred if pair[1] >= round_])
        self.open_round()

    def recover(self, most: int) -> None:
        """Each side gets back so many arguments, the longest spent first."""
        first, second = self.spent
        self.spent = (first[most:], second[most:])
        if self.log is not None:
            for side, back in enumerate((first[:most], second[:most])):
                for argument in back:
                    name = self.book.argument_ids[argument]
                    self.note(_OF_SPENT, name, side, 1, 0, _BY_RECOVER, None)

    def open_round(self) -> None:
        """The headline on the wire strikes, or asks its side."""
        book = self.book
        wire = self.wire
        if wire >= 0:
            if (mood := book.headline_mood[wire]) >= 0:
                self.feel(mood, _BY_HEADLINE, book.scenario.headlines[wire])
            if (chooser := book.headline_side[wire]) >= 0:
                self.phase, self.side = _EVENT, chooser
                return
            self.apply(book.headline_effects[wire], _BY_HEADLINE, book.scenario.headlines[wire])
            if self.collapsed():
                return
        self.phase, self.side = _DRAW, NOBODY


def _why(rule: Rule, entry: Sourced | None) -> Cause:
    return Cause(rule, "") if entry is None else Cause(rule, entry.id, entry.source)


def put(pair: tuple[_T, _T], side: int, value: _T) -> tuple[_T, _T]:
    return (value, pair[1]) if side == 0 else (pair[0], value)
