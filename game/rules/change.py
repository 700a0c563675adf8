"""A position being changed: the few changes that the rules are made of, and the round's clock.

A change is copied from a position, changed, and frozen again. It never leaves ``game.rules.play``.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from game.rules.conditions import holds
from game.rules.consequence import Cause, Consequence, Rule, What
from game.rules.hour import Bundle
from game.rules.masks import bits
from game.rules.rulebook import Rulebook
from game.rules.state import NOBODY, DebateState, Phase, State

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


class Change:
    """A position being changed.

    Attributes:
        at: the position as it is by now, but for its tracks.
        tracks: the tracks as they are by now.
        log: where the consequences are noted, or nothing if nobody asks for them.
    """

    __slots__ = ("at", "book", "log", "tracks")

    def __init__(self, book: Rulebook, state: State, log: list[Consequence] | None) -> None:
        self.book = book
        self.log = log
        self.at = state.draft()
        self.tracks = list(state.tracks)

    def freeze(self) -> State:
        """The position that has come about. The change is done with."""
        self.at.tracks = tuple(self.tracks)
        return self.at.freeze()

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
        """Log a change to something other than a track."""
        if self.log is not None:
            owner = "" if side == NOBODY else self.book.side_ids[side]
            self.log.append(
                Consequence(what, subject, owner, before, after, after - before, _why(rule, entry))
            )

    def apply(self, bundle: Bundle, rule: Rule, entry: Sourced | None) -> None:
        """Add to tracks, each within its bounds; a lost surplus is not remembered."""
        book, tracks = self.book, self.tracks
        low, high = book.low, book.high
        for track, amount in bundle:
            before = tracks[track]
            after = before + amount
            if after > high[track]:
                after = high[track]
            elif after < low[track]:
                after = low[track]
            tracks[track] = after
            if self.log is not None and amount:
                owner = "" if track < book.shared else book.side_ids[(track - book.shared) % 2]
                name, cause = book.track_ids[track], _why(rule, entry)
                self.log.append(Consequence(_OF_TRACK, name, owner, before, after, amount, cause))

    def move(self, track: int, amount: int, rule: Rule, entry: Sourced | None) -> None:
        """Add to one track."""
        self.apply(((track, amount),), rule, entry)

    def contradict(self, contradicted: int, entry: Sourced) -> None:
        """Strike what an argument or act contradicts on the own record, for one loss of score."""
        at = self.at
        side = at.side
        struck = at.record[side] & contradicted
        if not struck:
            return
        book = self.book
        loss = book.scenario.debate.contradiction
        self.move(book.score[side], loss, _BY_CONTRADICTION, entry)
        at.record = put(at.record, side, at.record[side] & ~struck)
        for argument in bits(struck):
            name = book.argument_ids[argument]
            self.note(_OF_RECORD, name, side, 1, 0, _BY_CONTRADICTION, entry)

    def argue(self, argument: int) -> None:
        """The deciding side plays an argument: it is spent, and checked against the record."""
        at, entry = self.at, self.book.scenario.arguments[argument]
        side = at.side
        at.spent = put(at.spent, side, (*at.spent[side], argument))
        self.note(_OF_SPENT, entry.id, side, 0, 1, _BY_ARGUE, entry)
        self.contradict(self.book.argument_contradicts[argument], entry)

    def stand(self, side: int, arguments: tuple[int, ...]) -> None:
        """Arguments that stand go on their side's record."""
        at = self.at
        for argument in arguments:
            if not at.record[side] >> argument & 1:
                entry = self.book.scenario.arguments[argument]
                at.record = put(at.record, side, at.record[side] | 1 << argument)
                self.note(_OF_RECORD, entry.id, side, 0, 1, _BY_STAND, entry)

    def feel(self, mood: int, rule: Rule, entry: Sourced) -> None:
        """The hour speaks to a value from now on."""
        at = self.at
        if mood == at.mood:
            return
        names = self.book.hour.value_ids
        if at.mood >= 0:
            self.note(_OF_MOOD, names[at.mood], NOBODY, 1, 0, rule, entry)
        self.note(_OF_MOOD, names[mood], NOBODY, 0, 1, rule, entry)
        at.mood = mood

    # ------------------------------------------------------------------ the debate's end

    def hold_floor(self, debate: DebateState, side: int) -> None:
        """The side that spoke last gets what that brings."""
        book = self.book
        entry = book.scenario.motions[debate.motion]
        self.move(book.score[side], book.scenario.debate.floor, _BY_FLOOR, entry)
        if self.at.mood >= 0:
            self.speak_to_the_hour(debate, side)

    def speak_to_the_hour(self, debate: DebateState, side: int) -> None:
        """And more if its last argument appeals to the mood."""
        book = self.book
        if more := book.hour.bonus(self.at.mood, debate.chain[-1]):
            self.move(book.score[side], more, _BY_MOOD, book.scenario.motions[debate.motion])

    def carry(self, debate: DebateState) -> None:
        book, motion = self.book, debate.motion
        entry = book.scenario.motions[motion]
        self.at.carried |= 1 << motion
        self.note(_OF_CARRIED, entry.id, NOBODY, 0, 1, _BY_CARRY, entry)
        self.apply(book.motion_effects[motion], _BY_CARRY, entry)
        self.apply(book.motion_value[motion], _BY_CARRY, entry)

    def refuse(self, debate: DebateState, refusal: tuple[int, Bundle], rule: Rule) -> None:
        """The respondent turns the motion down, at a price."""
        loss, effects = refusal
        entry = self.book.scenario.motions[debate.motion]
        self.apply(effects, rule, entry)
        self.move(self.book.score[1 - debate.speaker], loss, rule, entry)
        self.fail(debate, rule)

    def fail(self, debate: DebateState, rule: Rule) -> None:
        """The motion is barred for the rest of this round and some more."""
        at = self.at
        motion, until = debate.motion, at.round + self.book.scenario.debate.bar
        barred = dict(at.barred)
        before = barred.get(motion, 0)
        barred[motion] = until
        at.barred = tuple(sorted(barred.items()))
        entry = self.book.scenario.motions[motion]
        self.note(_OF_BARRED, entry.id, NOBODY, before, until, rule, entry)

    # ------------------------------------------------------------------ the round

    def collapsed(self) -> bool:
        """End the game if a track has reached its end, telling which."""
        tracks = self.tracks
        over = False
        for track, end in self.book.collapses:
            if tracks[track] >= end:
                over = True
                entry = self.book.scenario.tracks[track]
                self.note(_OF_COLLAPSE, entry.id, NOBODY, 0, 1, _BY_COLLAPSE, entry)
        if over:
            self.end()
        return over

    def end(self) -> None:
        at = self.at
        at.phase, at.side, at.wire, at.debate = _END, NOBODY, -1, None

    def finish_turn(self) -> None:
        self.at.debate = None
        if self.collapsed():
            return
        if self.at.turn == 0:
            self.begin_turn(1)
        else:
            self.close()

    def begin_turn(self, turn: int) -> None:
        """The first turn is the first side's in odd rounds, the second side's in even ones."""
        at = self.at
        at.turn = turn
        at.phase = _TURN
        at.side = (at.round + 1 + turn) % 2

    def close(self) -> None:
        """Drifts, each read as things are then; collapse; income; the next round."""
        book, at = self.book, self.at
        for index, clause, bundle in book.drifts[at.round]:
            if holds(clause, self.tracks, at.carried, at.round):
                self.apply(bundle, _BY_DRIFT, book.scenario.drifts[index])
        if self.collapsed():
            return
        self.apply(book.income, _BY_INCOME, None)
        if book.recover:
            self.recover(book.recover)
        if at.round == book.rounds:
            self.end()
            return
        self.note(_OF_ROUND, "", NOBODY, at.round, at.round + 1, _BY_CLOCK, None)
        at.round += 1
        at.turn = 0
        if at.barred:
            at.barred = tuple([pair for pair in at.barred if pair[1] >= at.round])
        self.open_round()

    def recover(self, most: int) -> None:
        """Each side gets back so many arguments, the longest spent first."""
        book, spent = self.book, self.at.spent
        for side in (0, 1):
            for argument in spent[side][:most]:
                self.note(_OF_SPENT, book.argument_ids[argument], side, 1, 0, _BY_RECOVER, None)
        self.at.spent = (spent[0][most:], spent[1][most:])

    def open_round(self) -> None:
        """The headline on the wire strikes, or asks its side."""
        book, at = self.book, self.at
        wire = at.wire
        if wire >= 0:
            if (mood := book.headline_mood[wire]) >= 0:
                self.feel(mood, _BY_HEADLINE, book.scenario.headlines[wire])
            if (chooser := book.headline_side[wire]) >= 0:
                at.phase, at.side = _EVENT, chooser
                return
            self.apply(book.headline_effects[wire], _BY_HEADLINE, book.scenario.headlines[wire])
        self.ask_chance()

    def ask_chance(self) -> None:
        if not self.collapsed():
            self.at.phase, self.at.side = _DRAW, NOBODY


def _why(rule: Rule, entry: Sourced | None) -> Cause:
    return Cause(rule, "") if entry is None else Cause(rule, entry.id, entry.source)


def put(pair: tuple[_T, _T], side: int, value: _T) -> tuple[_T, _T]:
    return (value, pair[1]) if side == 0 else (pair[0], value)
