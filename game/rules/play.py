"""What follows from a decision: the new position, and every consequence with its cause.

A decision is applied together with all automatic steps after it (resolution, close, income,
headline) up to the next decision or draw.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from game.rules.change import Change, put
from game.rules.consequence import Consequence, Rule, What
from game.rules.debate import stood
from game.rules.decision import Decision, IllegalDecisionError, Kind
from game.rules.legal import legal, silence_price
from game.rules.rulebook import Rulebook
from game.rules.state import NOBODY, DebateState, Phase, State

# Members by their own names: to reach one through its class takes longer than most steps do on
# Python 3.11, and here they are reached at every step.
_CONCEDE = Phase.CONCEDE
_DRAW = Phase.DRAW
_FLOOR = Phase.FLOOR
_REPLY = Phase.REPLY
_YIELD = Phase.YIELD
_BY_ACT = Rule.ACT
_BY_ACT_COST = Rule.ACT_COST
_BY_CHOICE_A = Rule.CHOICE_A
_BY_CHOICE_B = Rule.CHOICE_B
_BY_CONSULT = Rule.CONSULT
_BY_DECLINE = Rule.DECLINE
_BY_DRAW = Rule.DRAW
_BY_HEADLINE = Rule.HEADLINE
_BY_SILENCE = Rule.SILENCE
_BY_SITUATION = Rule.SITUATION
_BY_TABLE = Rule.TABLE
_BY_WALK_OUT = Rule.WALK_OUT
_BY_WITHDRAW = Rule.WITHDRAW
_OF_BARRED = What.BARRED
_OF_DRAWN = What.DRAWN
_OF_SITUATION = What.SITUATION
_OF_SPENT = What.SPENT
_OF_USED = What.USED

_debating = partial(tuple.__new__, DebateState)
"""A debate from its fields, in half the time that its class takes."""


class Played(NamedTuple):
    """A decision's result: the position after it, and what changed on the way, in order."""

    state: State
    consequences: tuple[Consequence, ...]


def start(book: Rulebook) -> State:
    """The position before the first headline is drawn."""
    return State(
        round=1,
        phase=_DRAW,
        side=NOBODY,
        turn=0,
        tracks=book.start,
        carried=book.carried_at_start,
        barred=(),
        spent=((), ()),
        record=(0, 0),
        drawn=0,
        wire=-1,
        used=(0,) * len(book.act_ids),
        debate=None,
        mood=book.hour.start,
    )


def play(book: Rulebook, state: State, decision: Decision) -> Played:
    """Apply a decision.

    Raises:
        IllegalDecisionError: ``legal`` does not list the decision in this position.
    """
    if decision not in legal(book, state):
        raise IllegalDecisionError(
            f"{decision.text!r} is not legal in round {state.round}, phase {state.phase.value}"
        )
    log: list[Consequence] = []
    change = Change.of(book, state, log)
    _STEPS[decision.kind](change, decision)
    return Played(change.done(), tuple(log))


def charge(book: Rulebook, state: State, side: int, price: int) -> Played:
    """Take points from a side's score: the price at which the other let it take something back."""
    log: list[Consequence] = []
    change = Change.of(book, state, log)
    change.move(book.score[side], -price, Rule.TAKE_BACK, None)
    return Played(change.done(), tuple(log))


def advance(book: Rulebook, state: State, decision: Decision) -> State:
    """The position after a decision known to be legal, without the consequences.

    The same steps as ``play``, for those who look ahead through many positions.
    """
    change = Change.of(book, state, None)
    _STEPS[decision.kind](change, decision)
    return change.done()


def _situation(change: Change, decision: Decision) -> None:
    """What is different this time; then Chance draws the first headline."""
    book, index = change.book, decision.subject
    begun, entry = book.hour.situations[index], book.scenario.situations[index]
    change.situation = index
    if change.log is not None:
        change.note(_OF_SITUATION, entry.id, NOBODY, 0, 1, _BY_SITUATION, entry)
    if begun.mood >= 0:
        change.feel(begun.mood, _BY_SITUATION, entry)
    change.spent, change.barred = begun.spent, begun.barred
    if change.log is not None:
        for side, arguments in enumerate(begun.spent):
            for argument in arguments:
                name = book.argument_ids[argument]
                change.note(_OF_SPENT, name, side, 0, 1, _BY_SITUATION, entry)
        for motion, until in begun.barred:
            name = book.motion_ids[motion]
            change.note(_OF_BARRED, name, NOBODY, 0, until, _BY_SITUATION, entry)
    change.apply(begun.effects, _BY_SITUATION, entry)
    change.collapsed()


def _draw(change: Change, decision: Decision) -> None:
    book, index = change.book, decision.subject
    change.wire = index
    if index >= 0:
        change.drawn |= 1 << index
        if change.log is not None:
            entry = book.scenario.headlines[index]
            change.note(_OF_DRAWN, entry.id, NOBODY, 0, 1, _BY_DRAW, entry)
        if book.headline_flash[index]:
            entry = book.scenario.headlines[index]
            change.wire = -1
            if (mood := book.headline_mood[index]) >= 0:
                change.feel(mood, _BY_HEADLINE, entry)
            change.apply(book.headline_effects[index], _BY_HEADLINE, entry)
            if change.collapsed():
                return
    change.begin_turn(0)


def _choose(change: Change, decision: Decision) -> None:
    book, wire = change.book, change.wire
    rule = (_BY_CHOICE_A, _BY_CHOICE_B)[decision.subject]
    bundle = book.headline_options[wire][decision.subject]
    change.apply(bundle, rule, book.scenario.headlines[wire])
    if not change.collapsed():
        change.phase, change.side = _DRAW, NOBODY


def _consult(change: Change, _: Decision) -> None:
    book = change.book
    side, consult = change.side, book.scenario.consult
    change.move(book.capital[side], consult.capital, _BY_CONSULT, None)
    spent = change.spent[side]
    if change.log is not None:
        for argument in spent[: consult.arguments]:
            change.note(_OF_SPENT, book.argument_ids[argument], side, 1, 0, _BY_CONSULT, None)
    change.spent = put(change.spent, side, spent[consult.arguments :])
    change.finish_turn()


def _act(change: Change, decision: Decision) -> None:
    book, act = change.book, decision.subject
    side, entry = change.side, book.scenario.acts[act]
    times = change.used[act]
    cost, step = book.act_price[act]
    change.move(book.capital[side], -(cost + step * times), _BY_ACT_COST, entry)
    used = [*change.used]
    used[act] = times + 1
    change.used = tuple(used)
    if change.log is not None:
        change.note(_OF_USED, entry.id, side, times, times + 1, _BY_ACT, entry)
    if struck := change.record[side] & book.act_contradicts[act]:
        change.contradict(struck, entry)
    change.apply(book.act_effects[act], _BY_ACT, entry)
    change.finish_turn()


def _table(change: Change, decision: Decision) -> None:
    book, motion = change.book, decision.subject
    side = change.side
    cost = book.prices[change.carried].cost[motion]
    change.move(book.capital[side], -cost, _BY_TABLE, book.motions[motion])
    change.argue(decision.backing)
    change.debate = _debating((motion, side, (decision.backing,)))
    change.phase, change.side = _REPLY, 1 - side


def _answer(change: Change, decision: Decision) -> None:
    debate = change.debate
    assert debate is not None
    motion, speaker, chain = debate
    change.argue(decision.subject)
    played = (decision.subject,)
    change.debate = _debating((motion, speaker, chain + played))
    change.phase, change.side = _FLOOR, 1 - change.side


def _accept(change: Change, _: Decision) -> None:
    book, (motion, speaker, chain) = change.book, _debate(change)
    silence = silence_price(book, change)
    change.stand(speaker, chain)
    change.carry(motion)
    change.move(book.score[1 - speaker], silence, _BY_SILENCE, book.motions[motion])
    if change.mood >= 0:
        change.speak_to_the_hour(motion, chain[-1], speaker)
    change.finish_turn()


def _stop(change: Change, _: Decision) -> None:
    """The other side holds the floor; whoever stopped still says how it takes that."""
    debate = _debate(change)
    change.stand(1 - change.side, stood(debate))
    change.phase = _CONCEDE if change.side == debate.speaker else _YIELD


def _let_pass(change: Change, _: Decision) -> None:
    """Yield or concede: the motion is carried and the floor-holder gets its bonus."""
    motion, _speaker, chain = _debate(change)
    change.carry(motion)
    change.hold_floor(motion, chain[-1], 1 - change.side)
    change.finish_turn()


def _decline(change: Change, _: Decision) -> None:
    motion, speaker, _chain = _debate(change)
    change.refuse(motion, 1 - speaker, change.book.decline, _BY_DECLINE)
    change.finish_turn()


def _walk_out(change: Change, _: Decision) -> None:
    book, (motion, speaker, chain) = change.book, _debate(change)
    change.refuse(motion, 1 - speaker, book.walk_out, _BY_WALK_OUT)
    if book.scenario.debate.walk_out_floor:
        change.hold_floor(motion, chain[-1], speaker)
    change.finish_turn()


def _withdraw(change: Change, _: Decision) -> None:
    book, (motion, speaker, _chain) = change.book, _debate(change)
    entry = book.motions[motion]
    change.move(book.capital[speaker], book.scenario.debate.withdraw, _BY_WITHDRAW, entry)
    change.fail(motion, _BY_WITHDRAW)
    change.finish_turn()


_STEPS: dict[Kind, Callable[[Change, Decision], None]] = {
    Kind.SITUATION: _situation,
    Kind.DRAW: _draw,
    Kind.CHOOSE: _choose,
    Kind.CONSULT: _consult,
    Kind.ACT: _act,
    Kind.TABLE: _table,
    Kind.ACCEPT: _accept,
    Kind.DECLINE: _decline,
    Kind.REBUT: _answer,
    Kind.REJOIN: _answer,
    Kind.STOP: _stop,
    Kind.YIELD: _let_pass,
    Kind.WALK_OUT: _walk_out,
    Kind.CONCEDE: _let_pass,
    Kind.WITHDRAW: _withdraw,
}


def _debate(change: Change) -> DebateState:
    debate = change.debate
    assert debate is not None  # these decisions are legal in the phases of a debate only
    return debate
