"""Simple policies that a beginner might follow, for measuring what they come to.

They look no further than what a decision brings at once. None of them is offered in a seat.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final, Literal

from attrs import define, field

from game.opponents import Answer, Game
from game.opponents.doctrine.gain import Gain, gain
from game.rules import Decision, Kind, Phase, attackers, legal, ready
from game.value import frozen

Options = Sequence[Decision]


@frozen
class Policy:
    """How a simple policy decides.

    Attributes:
        argues: it answers whenever it can.
        refuses: what it does not answer it declines.
        walks: having stopped it walks out, or withdraws.
        judges: it refuses only what brings the other side more, by two points or more.
        turn: what it does with a turn: table what it likes best, act alone for points, stay
            at home every second time, or always stay at home.
        presses: when it acts alone for points before it tables.
        calm: how far from its end a track may be that it takes to be in danger; 0 for never.
        stocks: it goes home when four arguments or two points of capital are left.
        likes: of motions the one with most points of its own, with the widest lead, with most
            for both sides, or the first of the scenario's list.
        safe: it says only what cannot be answered, if it can.
        noise: how many of a hundred decisions it takes at random.
        hostile: it means to win against the other side.
    """

    argues: bool = True
    refuses: bool = False
    walks: bool = False
    judges: bool = False
    turn: Literal["table", "press", "alternate", "wait"] = "table"
    presses: Literal["never", "always", "cheap", "late"] = "never"
    calm: int = 0
    stocks: bool = False
    likes: Literal["own", "lead", "joint", "order"] = "own"
    safe: bool = False
    noise: int = 0
    hostile: bool = False


POLICIES: Final[dict[str, Policy]] = {
    # Anything.
    "chance": Policy(noise=100),
    # Takes what pays and answers.
    "argues": Policy(),
    # Takes what pays and accepts everything.
    "accepts": Policy(argues=False),
    # Takes what pays, three times in ten anything.
    "wavers": Policy(noise=30),
    # Declines everything.
    "refuses": Policy(argues=False, refuses=True, hostile=True),
    # Answers, then walks out.
    "walks": Policy(refuses=True, walks=True, hostile=True),
    # Acts alone, declines everything.
    "sanctions": Policy(argues=False, refuses=True, walks=True, turn="press", hostile=True),
    # Acts alone and answers.
    "sanctions-argues": Policy(turn="press", hostile=True),
    # Acts alone as long as it can.
    "presses": Policy(presses="always", hostile=True),
    # Acts alone where it costs a point.
    "presses-cheap": Policy(presses="cheap", hostile=True),
    # Acts alone in the last quarter.
    "presses-late": Policy(presses="late", calm=2),
    # Tables and goes home in turn.
    "alternates": Policy(turn="alternate"),
    # Keeps arguments and capital.
    "stocks": Policy(calm=2, stocks=True),
    # Calms far from the end.
    "calm-far": Policy(calm=4, stocks=True),
    # Calms nearer to the end.
    "calm-near": Policy(calm=3, stocks=True),
    # Wants the lead.
    "own-only": Policy(calm=2, stocks=True, likes="lead", judges=True),
    # Says what cannot be answered.
    "safe": Policy(calm=2, stocks=True, safe=True),
    # Wants the good of both and answers.
    "joint": Policy(calm=2, stocks=True, likes="joint"),
    # Wants the good of both and accepts everything.
    "joint-accepts": Policy(argues=False, calm=2, stocks=True, likes="joint"),
    # Tables by the list.
    "in-order": Policy(calm=2, stocks=True, likes="order"),
    # Tables by the list, acts alone at the end.
    "in-order-presses": Policy(calm=2, stocks=True, likes="order", presses="late"),
    # Lets nothing through.
    "freezes": Policy(argues=False, refuses=True, turn="wait", calm=2, hostile=True),
    # Stays at home and accepts.
    "waits": Policy(argues=False, turn="wait"),
    # Stays at home and answers.
    "waits-argues": Policy(turn="wait", calm=3),
}
"""By name the policies that are measured."""

FEW_ARGUMENTS: Final = 4
LITTLE_CAPITAL: Final = 2
MUCH_MORE: Final = 2


@define
class PolicySeat:
    """Plays by a simple policy. The same game is answered in the same way for the same seed."""

    name: str
    policy: Policy
    seed: int

    def choose(self, game: Game) -> Answer:
        options = legal(game.book, game.state)
        if len(options) == 1:
            return Answer(options[0])
        place = f"{self.name}/{self.seed}/{game.state.side}/{len(game.history)}"
        dice = random.Random(place)  # noqa: S311 - a game, no secret
        if dice.random() * 100 < self.policy.noise:
            return Answer(options[int(dice.random() * len(options))])
        return Answer(_Choosing(self.policy, game, options).decide())


@define
class _Choosing:
    """A policy that is asked in one position."""

    policy: Policy
    game: Game
    options: Options
    _gains: dict[str, Gain] = field(factory=dict, init=False)

    def decide(self) -> Decision:
        policy = self.policy
        match self.game.state.phase:
            case Phase.TURN:
                return self.turn()
            case Phase.REPLY:
                no = self._unwelcome() if policy.judges else policy.refuses
                return self.answer(Kind.REBUT) or self.first(Kind.DECLINE if no else Kind.ACCEPT)
            case Phase.FLOOR:
                return self.answer(Kind.REJOIN) or self.first(Kind.STOP)
            case Phase.YIELD:
                no = self._unwelcome() if policy.judges else policy.walks
                return self.first(Kind.WALK_OUT if no else Kind.YIELD)
            case Phase.CONCEDE:
                return self.first(Kind.WITHDRAW if policy.walks else Kind.CONCEDE)
            case _:
                return max(self.options, key=lambda each: self.gain(each).own)

    def turn(self) -> Decision:
        policy, game = self.policy, self.game
        if policy.calm and (calming := self._calming()):
            return calming
        if policy.turn == "wait" or (policy.stocks and self._short()):
            return self.first(Kind.CONSULT)
        if policy.calm and not policy.stocks and self._dangers():
            return self.first(Kind.CONSULT)
        if policy.turn == "alternate":
            taken = sum(
                state.side == game.state.side and state.phase is Phase.TURN
                for state, _ in game.history
            )
            if taken % 2:
                return self.first(Kind.CONSULT)
        if (policy.turn == "press" or self._pressing()) and (act := self._best_act()):
            return act
        tabled = None if policy.turn == "press" else self._best_motion()
        return tabled or self.first(Kind.CONSULT)

    def answer(self, kind: Kind) -> Decision | None:
        """The answer with the fewest answers to it, if the policy answers at all."""
        answers = [each for each in self.options if each.kind is kind]
        if self.policy.safe:
            answers = [each for each in answers if not self.exposed(each.subject)]
        if not answers or not self.policy.argues:
            return None
        return min(answers, key=lambda each: self.exposed(each.subject))

    def first(self, kind: Kind) -> Decision:
        return next((each for each in self.options if each.kind is kind), self.options[0])

    def gain(self, decision: Decision) -> Gain:
        if decision.text not in self._gains:
            self._gains[decision.text] = gain(self.game.book, self.game.state, decision)
        return self._gains[decision.text]

    def exposed(self, argument: int) -> int:
        """With how many arguments the other side could answer this one."""
        book, state = self.game.book, self.game.state
        return (attackers(book, state, argument) & ready(book, state, 1 - state.side)).bit_count()

    def _acts(self) -> list[Decision]:
        return [each for each in self.options if each.kind is Kind.ACT]

    def _dangers(self) -> list[int]:
        """The tracks that are near their end, the nearest first."""
        tracks = self.game.state.tracks
        near = [(at - tracks[track], track) for track, at in self.game.book.collapses]
        return [track for room, track in sorted(near) if room <= self.policy.calm]

    def _calming(self) -> Decision | None:
        return next(
            (
                act
                for track in self._dangers()
                for act in self._acts()
                if any(each == track and amount < 0 for each, amount in self.gain(act).tracks)
            ),
            None,
        )

    def _short(self) -> bool:
        book, state = self.game.book, self.game.state
        few = ready(book, state, state.side).bit_count() <= FEW_ARGUMENTS
        return few or state.tracks[book.capital[state.side]] <= LITTLE_CAPITAL

    def _pressing(self) -> bool:
        book, state = self.game.book, self.game.state
        late = state.round * 4 > book.rounds * 3
        return self.policy.presses in ("always", "cheap") or (
            late and self.policy.presses == "late"
        )

    def _best_act(self) -> Decision | None:
        cheap = self.policy.presses == "cheap"
        acts = [
            each
            for each in self._acts()
            if self.gain(each).own > 0 and (not cheap or self.gain(each).price <= 1)
        ]
        return max(acts, key=lambda each: self.gain(each).own, default=None)

    def _best_motion(self) -> Decision | None:
        tablings = [each for each in self.options if each.kind is Kind.TABLE]
        if self.policy.judges:
            tablings = [e for e in tablings if self.gain(e).own >= self.gain(e).other]
        if not tablings:
            return None
        if self.policy.safe:
            safe = [each for each in tablings if not self.exposed(each.backing)]
            return max(safe or tablings, key=self._liking)
        best = max(tablings, key=self._liking).subject
        ways = [each for each in tablings if each.subject == best]
        return min(ways, key=lambda each: self.exposed(each.backing))

    def _liking(self, tabling: Decision) -> tuple[int, ...]:
        book, brings = self.game.book, self.gain(tabling)
        tracks = dict(brings.tracks)
        match self.policy.likes:
            case "own":
                return brings.own, -brings.other, -brings.price
            case "lead":
                return brings.own - brings.other, -brings.price
            case "joint":
                rest = 2 * tracks.get(book.gate, 0) - tracks.get(book.ceiling, 0)
                return brings.own + brings.other + rest, -brings.price
            case "order":
                return (-tabling.subject,)

    def _unwelcome(self) -> bool:
        """Whether the motion on the table brings the other side much more."""
        book, state = self.game.book, self.game.state
        assert state.debate is not None  # asked in a debate only
        value = book.motion_value[state.debate.motion]
        own, other = (value[side][1] for side in (state.side, 1 - state.side))
        return own <= other - MUCH_MORE
