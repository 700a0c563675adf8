"""What follows from a decision: the new position, and every consequence with its cause.

A decision is applied together with all automatic steps after it (resolution, close, income,
headline) up to the next decision or draw.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.rules.consequence import Consequence, Rule, What
from game.rules.debate import standing
from game.rules.decision import Decision, IllegalDecisionError, Kind
from game.rules.legal import legal
from game.rules.rulebook import Rulebook
from game.rules.sheet import Sheet, put
from game.rules.state import NOBODY, Debate, Phase, State


class Played(NamedTuple):
    """A decision's result: the position after it, and what changed on the way, in order."""

    state: State
    consequences: tuple[Consequence, ...]


def start(book: Rulebook) -> State:
    """The position before the first headline is drawn."""
    return State(
        round=1,
        phase=Phase.DRAW,
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
    sheet = Sheet(book, state, log)
    _STEPS[decision.kind](sheet, decision)
    return Played(sheet.freeze(), tuple(log))


def advance(book: Rulebook, state: State, decision: Decision) -> State:
    """The position after a decision known to be legal, without the consequences.

    The same steps as ``play``, for those who look ahead through many positions.
    """
    sheet = Sheet(book, state, None)
    _STEPS[decision.kind](sheet, decision)
    return sheet.freeze()


def _draw(sheet: Sheet, decision: Decision) -> None:
    book, index = sheet.book, decision.subject
    sheet.wire = index
    if index >= 0:
        entry = book.scenario.headlines[index]
        sheet.drawn |= 1 << index
        sheet.note(What.DRAWN, entry.id, NOBODY, 0, 1, Rule.DRAW, entry)
        if book.headline_flash[index]:
            sheet.wire = -1
            sheet.apply(book.headline_effects[index], Rule.HEADLINE, entry)
            if sheet.collapsed():
                return
    sheet.begin_turn(0)


def _choose(sheet: Sheet, decision: Decision) -> None:
    book, wire = sheet.book, sheet.wire
    rule = (Rule.CHOICE_A, Rule.CHOICE_B)[decision.subject]
    bundle = book.headline_options[wire][decision.subject]
    sheet.apply(bundle, rule, book.scenario.headlines[wire])
    sheet.ask_chance()


def _consult(sheet: Sheet, _: Decision) -> None:
    book, side = sheet.book, sheet.side
    consult = book.scenario.consult
    sheet.move(book.capital[side], consult.capital, Rule.CONSULT, None)
    spent = sheet.spent[side]
    for argument in spent[: consult.arguments]:
        sheet.note(What.SPENT, book.argument_ids[argument], side, 1, 0, Rule.CONSULT, None)
    sheet.spent = put(sheet.spent, side, spent[consult.arguments :])
    sheet.finish_turn()


def _act(sheet: Sheet, decision: Decision) -> None:
    book, act = sheet.book, decision.subject
    entry = book.scenario.acts[act]
    times = sheet.used[act]
    cost, step = book.act_price[act]
    sheet.move(book.capital[sheet.side], -(cost + step * times), Rule.ACT_COST, entry)
    sheet.used = (*sheet.used[:act], times + 1, *sheet.used[act + 1 :])
    sheet.note(What.USED, entry.id, sheet.side, times, times + 1, Rule.ACT, entry)
    sheet.contradict(book.act_contradicts[act], entry)
    sheet.apply(book.act_effects[act], Rule.ACT, entry)
    sheet.finish_turn()


def _table(sheet: Sheet, decision: Decision) -> None:
    book, motion, side = sheet.book, decision.subject, sheet.side
    cost = book.outlook(sheet.carried).cost[motion]
    sheet.move(book.capital[side], -cost, Rule.TABLE, book.scenario.motions[motion])
    sheet.argue(decision.backing)
    sheet.debate = Debate(motion, side, (decision.backing,))
    sheet.phase, sheet.side = Phase.REPLY, 1 - side


def _answer(sheet: Sheet, decision: Decision) -> None:
    debate = _debate(sheet)
    sheet.argue(decision.subject)
    sheet.debate = Debate(debate.motion, debate.speaker, (*debate.chain, decision.subject))
    sheet.phase, sheet.side = Phase.FLOOR, 1 - sheet.side


def _accept(sheet: Sheet, _: Decision) -> None:
    debate = _debate(sheet)
    sheet.stand(debate.speaker, debate.chain)
    sheet.carry(debate)
    book = sheet.book
    sheet.move(
        book.score[1 - debate.speaker],
        book.scenario.debate.silence,
        Rule.SILENCE,
        book.scenario.motions[debate.motion],
    )
    sheet.finish_turn()


def _stop(sheet: Sheet, _: Decision) -> None:
    """The other side holds the floor; whoever stopped still says how it takes that."""
    debate = _debate(sheet)
    chain = zip(debate.chain, standing(debate), strict=True)
    sheet.stand(1 - sheet.side, tuple(argument for argument, stands in chain if stands))
    sheet.phase = Phase.CONCEDE if sheet.side == debate.speaker else Phase.YIELD


def _let_pass(sheet: Sheet, _: Decision) -> None:
    """Yield or concede: the motion is carried and the floor-holder gets its bonus."""
    debate, book = _debate(sheet), sheet.book
    sheet.carry(debate)
    sheet.move(
        book.score[1 - sheet.side],
        book.scenario.debate.floor,
        Rule.FLOOR,
        book.scenario.motions[debate.motion],
    )
    sheet.finish_turn()


def _decline(sheet: Sheet, _: Decision) -> None:
    sheet.refuse(_debate(sheet), sheet.book.decline, Rule.DECLINE)
    sheet.finish_turn()


def _walk_out(sheet: Sheet, _: Decision) -> None:
    sheet.refuse(_debate(sheet), sheet.book.walk_out, Rule.WALK_OUT)
    sheet.finish_turn()


def _withdraw(sheet: Sheet, _: Decision) -> None:
    debate, book = _debate(sheet), sheet.book
    entry = book.scenario.motions[debate.motion]
    sheet.move(book.capital[debate.speaker], book.scenario.debate.withdraw, Rule.WITHDRAW, entry)
    sheet.fail(debate, Rule.WITHDRAW)
    sheet.finish_turn()


_STEPS: dict[Kind, Callable[[Sheet, Decision], None]] = {
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


def _debate(sheet: Sheet) -> Debate:
    debate = sheet.debate
    assert debate is not None  # these decisions are legal in the phases of a debate only
    return debate
