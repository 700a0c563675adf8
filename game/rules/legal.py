"""What can be done: ``legal`` lists every decision of a position, and nobody else does.

The listing is made of masks, so that it is quick; ``game.rules.reasons`` reads the same rules
one by one and must agree with it.
"""

from __future__ import annotations

from game.rules.conditions import holds
from game.rules.decision import Decision
from game.rules.rulebook import Rulebook, bits
from game.rules.state import Phase, State


def legal(book: Rulebook, state: State) -> tuple[Decision, ...]:
    """All decisions of a position, in the scenario's order; none when the game is over.

    >>> from game.scenario import load
    >>> from game.rules import start
    >>> book = Rulebook(load("shared-enemy"))
    >>> [decision.text for decision in legal(book, start(book))][:3]
    ['draw:palmyra', 'draw:brussels', 'draw:nice']
    """
    phase = state.phase
    if phase is Phase.TURN:
        return _turn(book, state)
    if phase is Phase.REPLY:
        return (book.accept, book.decline_it, *_answers(book, state, book.rebuts))
    if phase is Phase.FLOOR:
        return (*_answers(book, state, book.rejoins), book.stop)
    if phase is Phase.DRAW:
        return tuple(decision for decision, _ in chances(book, state))
    if phase is Phase.YIELD:
        return (book.yield_it, book.walk_out_of_it)
    if phase is Phase.CONCEDE:
        return (book.concede, book.withdraw)
    if phase is Phase.EVENT:
        return book.choices
    return ()


def chances(book: Rulebook, state: State) -> tuple[tuple[Decision, int], ...]:
    """What Chance may draw, with weights: headlines not drawn before whose condition holds.

    Empty unless the phase is DRAW; ``draw:none`` alone if no headline qualifies.
    """
    if state.phase is not Phase.DRAW:
        return ()
    drawn, tracks, carried, round_ = state.drawn, state.tracks, state.carried, state.round
    weights = book.headline_weight
    deck = tuple(
        (book.draws[index], weights[index])
        for index, clause in enumerate(book.headline_when)
        if not drawn >> index & 1 and (not clause or holds(clause, tracks, carried, round_))
    )
    return deck or ((book.draw_none, 1),)


def ready(book: Rulebook, state: State, side: int) -> int:
    """The mask of the arguments that a side holds and has not spent."""
    mask = book.held[side]
    for argument in state.spent[side]:
        mask &= ~(1 << argument)
    return mask


def act_price(book: Rulebook, state: State, act: int) -> int:
    """What an act costs now: its base cost and a step for each time that it was taken."""
    cost, step = book.act_price[act]
    return cost + step * state.used[act]


def _turn(book: Rulebook, state: State) -> tuple[Decision, ...]:
    side, tracks = state.side, state.tracks
    capital = tracks[book.capital[side]]
    open_ = (
        book.outlook(state.carried).affordable[capital]
        & book.under_gate[tracks[book.gate]]
        & book.under_ceiling[tracks[book.ceiling]]
    )
    for motion, until in state.barred:
        if until >= state.round:
            open_ &= ~(1 << motion)
    for bit, clause in book.passing_needs:
        if open_ & bit and not holds(clause, tracks, state.carried, state.round):
            open_ &= ~bit
    hand = ready(book, state, side)
    found = [
        decision
        for motion in bits(open_)
        for argument, decision in book.tablings[motion]
        if hand & argument
    ]
    used = state.used
    prices = book.act_price
    for act, decision in book.acts[side]:
        cost, step = prices[act]
        if cost + step * used[act] <= capital:
            found.append(decision)
    found.append(book.consult)
    return tuple(found)


def _answers(book: Rulebook, state: State, answers: tuple[Decision, ...]) -> tuple[Decision, ...]:
    debate = state.debate
    assert debate is not None  # the phases that ask for answers are those of a debate
    if len(debate.chain) >= book.longest:
        return ()
    hand = ready(book, state, state.side)
    return tuple(
        answers[argument]
        for argument, clause in book.answers[debate.chain[-1]]
        if hand >> argument & 1
        and (not clause or holds(clause, state.tracks, state.carried, state.round))
    )
