"""The course of a game as it is told: rounds, and in them news, acts and debates.

A decision changes things at once, and may also close a round and let the next headline strike.
Here the parts are put where a reader looks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from game.export.exported_game import ExportedGame
from game.match import Comment
from game.rules import Consequence, DebateState, Decision, Kind, Rule, State, What
from game.telling.changes import Told, tell
from game.telling.debate import CARRYING, Heard, Remark, Speech, speeches
from game.telling.decisions import say_decision
from game.value import frozen

_UNTOLD: Final = (Rule.ARGUE, Rule.CLOCK)
"""That an argument is spent by putting it, and that the next round begins, is seen anyhow."""

_CLOSING: Final = (Rule.DRIFT, Rule.INCOME, Rule.CLOCK)
_ARGUING: Final = (Kind.TABLE, Kind.REBUT, Kind.REJOIN)
_ANSWERING: Final = (
    Kind.ACCEPT,
    Kind.DECLINE,
    Kind.STOP,
    Kind.YIELD,
    Kind.WALK_OUT,
    Kind.CONCEDE,
    Kind.WITHDRAW,
)
_FAILING: Final = (Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW)


@frozen
class OutlinedDecision:
    """One decision.

    Attributes:
        ply: how many decisions have been taken with it.
        side: who took it, or ``NOBODY`` for Chance.
        decision: the decision.
        words: the decision in words.
        told: what it changed at once and why.
        heard: what was said with it and about it.
        reason: why it was taken, in the words of whoever decided; mostly empty.
        comment: what was remarked on the position after it, and by whom, if anything.
    """

    ply: int
    side: int
    decision: Decision
    words: str
    told: tuple[Told, ...]
    heard: Heard
    reason: str = ""
    comment: Comment | None = None

    @property
    def kind(self) -> Kind:
        """The kind of decision."""
        return self.decision.kind


@frozen
class OutlinedDebate:
    """A motion on the table, from its tabling to its end or to where the game stands.

    Attributes:
        number: its place among the debates of the game, from 1.
        round: the round.
        motion: the index of the motion.
        speaker: the side that tabled it.
        steps: the decisions of the debate.
        speeches: what was said in it, the claim first.
    """

    number: int
    round: int
    motion: int
    speaker: int
    steps: tuple[OutlinedDecision, ...]
    speeches: tuple[Speech, ...]

    @property
    def spoken(self) -> tuple[OutlinedDecision, ...]:
        """The steps that put an argument."""
        return tuple(step for step in self.steps if step.kind in _ARGUING)

    @property
    def answers(self) -> tuple[OutlinedDecision, ...]:
        """The steps that put no argument."""
        return tuple(step for step in self.steps if step.kind not in _ARGUING)

    @property
    def debate(self) -> DebateState:
        """The arguments as a chain, oldest first."""
        return DebateState(
            self.motion, self.speaker, tuple(each.argument for each in self.speeches)
        )

    @property
    def press(self) -> Remark | None:
        """What a paper makes of it."""
        return self.steps[-1].heard.press

    @property
    def voice(self) -> Remark | None:
        """What the third party says of the motion, if it was carried."""
        return self.steps[-1].heard.voice

    @property
    def outcome(self) -> str:
        """How it came out: carried, failed, or still open."""
        return "carried" if self.carried else "failed" if self.failed else "open"

    @property
    def carried(self) -> bool:
        """Whether the motion was carried."""
        return self.steps[-1].kind in CARRYING

    @property
    def failed(self) -> bool:
        """Whether the motion was turned down or taken back."""
        return self.steps[-1].kind in _FAILING


@frozen
class Round:
    """One round.

    Attributes:
        number: from 1.
        first: the number of the position in which it begins, the situation drawn.
        opening: what happened by itself at its start: the headline on the wire struck.
        situation: what the game begins in, in the first round of some scenarios.
        items: what was decided after that, in order.
        close: what happened by itself at the close.
        tracks: where all tracks stood after the close, or stand now in the round being played.
    """

    number: int
    first: int
    opening: tuple[Told, ...]
    situation: OutlinedDecision | None
    items: tuple[OutlinedDecision | OutlinedDebate, ...]
    close: tuple[Told, ...]
    tracks: tuple[int, ...]

    @property
    def exchanges(self) -> tuple[OutlinedDebate, ...]:
        """The debates of the round."""
        return tuple(item for item in self.items if isinstance(item, OutlinedDebate))


def exchanges(rounds: Sequence[Round]) -> tuple[OutlinedDebate, ...]:
    """All debates of a game, in order."""
    return tuple(each for one in rounds for each in one.exchanges)


@frozen
class _Parts:
    """A decision's consequences: its own, those of the round's close, of the next one's start."""

    own: tuple[Consequence, ...]
    close: tuple[Consequence, ...]
    opening: tuple[Consequence, ...]


def outline(game: ExportedGame) -> tuple[Round, ...]:
    """The rounds of a game, the one being played included."""
    tale = _Tale(game)
    for place in range(len(game.decisions)):
        tale.take(place)
    return tale.end()


@define
class _Tale:
    """Rounds being put together."""

    game: ExportedGame
    rounds: list[Round] = field(factory=list)
    items: list[OutlinedDecision | OutlinedDebate] = field(factory=list)
    opening: tuple[Told, ...] = ()
    talk: list[OutlinedDecision] = field(factory=list)
    debates: int = 0
    first: int = 0
    situation: OutlinedDecision | None = None

    def take(self, place: int) -> None:
        """Put the next decision where it belongs."""
        game = self.game
        before, decision = game.states[place], game.decisions[place]
        parts = _part(game.consequences[place])
        step = OutlinedDecision(
            ply=place + 1,
            side=before.side,
            decision=decision,
            words=say_decision(game.voice, before, decision),
            told=self._told(parts.own),
            heard=game.heard[place],
            reason=game.why[place],
            comment=game.comments.get(place + 1),
        )
        if decision.kind is Kind.SITUATION:
            self.situation, self.first = step, step.ply
        elif decision.kind in _ARGUING or decision.kind in _ANSWERING:
            self.talk.append(step)
            if decision.kind in CARRYING or decision.kind in _FAILING:
                self._end_talk(before)
        else:
            self.items.append(step)
        if parts.close:
            self._end_round(before, parts, game.states[place + 1])
            self.first = place + 1

    def _end_talk(self, before: State) -> None:
        opening, self.debates = self.talk[0], self.debates + 1
        spoken = [step for step in self.talk if step.kind in _ARGUING]
        chain = [opening.decision.backing, *(step.decision.subject for step in spoken[1:])]
        debate = DebateState(opening.decision.subject, opening.side, tuple(chain))
        said = [each for step in spoken if (each := self.game.said[step.ply - 1]) is not None]
        over = self.talk[-1].kind in CARRYING or self.talk[-1].kind in _FAILING
        self.items.append(
            OutlinedDebate(
                number=self.debates,
                round=before.round,
                motion=debate.motion,
                speaker=debate.speaker,
                steps=tuple(self.talk),
                speeches=speeches(self.game.voice, debate, said, over=over),
            )
        )
        self.talk.clear()

    def _end_round(self, before: State, parts: _Parts, after: State) -> None:
        tracks = list(after.tracks)
        for change in reversed(parts.opening):
            if change.what is What.TRACK:
                tracks[self.game.book.track(change.subject)] = change.before
        self._add_round(before.round, self._told(parts.close), tuple(tracks))
        self.opening = self._told(parts.opening)

    def _told(self, changes: tuple[Consequence, ...]) -> tuple[Told, ...]:
        shown = (each for each in changes if each.cause.rule not in _UNTOLD)
        return tell(self.game.voice, tuple(shown))

    def _add_round(self, number: int, close: tuple[Told, ...], tracks: tuple[int, ...]) -> None:
        self.rounds.append(
            Round(
                number=number,
                first=self.first,
                opening=self.opening,
                situation=self.situation,
                items=tuple(self.items),
                close=close,
                tracks=tracks,
            )
        )
        self.items.clear()
        self.opening, self.situation = (), None

    def end(self) -> tuple[Round, ...]:
        """All rounds; the last one may not be over."""
        state = self.game.state
        if self.talk:
            self._end_talk(state)
        begun = self.items or self.opening or self.situation
        if begun or not self.rounds or self.rounds[-1].number < state.round:
            self._add_round(state.round, (), state.tracks)
        return tuple(self.rounds)


def _part(consequences: tuple[Consequence, ...]) -> _Parts:
    """Where the close begins, and where the next round does."""
    rules = [each.cause.rule for each in consequences]
    close = next(_places(rules, _CLOSING), len(rules))
    opening = next(_places(rules, (Rule.CLOCK,)), len(rules) - 1) + 1
    return _Parts(consequences[:close], consequences[close:opening], consequences[opening:])


def _places(rules: Sequence[Rule], wanted: Sequence[Rule]) -> Iterator[int]:
    return (place for place, rule in enumerate(rules) if rule in wanted)
