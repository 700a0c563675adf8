"""What can be done: ``legal`` lists every decision of a position, and nobody else does.

The listing is made of masks, so that it is quick; ``game.rules.reasons`` reads the same rules
one by one and must agree with it.
"""

from __future__ import annotations

from game.rules.conditions import holds
from game.rules.decision import Decision
from game.rules.rulebook import Rulebook
from game.rules.state import Draft, Phase, State

# Members by their own names: reaching one through its class takes long on Python 3.11.
_DRAW = Phase.DRAW
_FLOOR = Phase.FLOOR
_REPLY = Phase.REPLY
_TURN = Phase.TURN


def legal(book: Rulebook, state: State) -> tuple[Decision, ...]:
    """All decisions of a position, in the scenario's order; none when the game is over.

    >>> from game.scenario import load
    >>> from game.rules import start
    >>> book = Rulebook(load("shared-enemy"))
    >>> [decision.text for decision in legal(book, start(book))][:3]
    ['situation:quiet', 'situation:column', 'situation:rouble']
    """
    phase = state.phase
    if phase is _TURN:
        return _turn(book, state)
    if phase is _FLOOR:
        return book.rejoin_rows[answers(book, state)]
    if phase is _DRAW:
        return _deck(book, state)
    if phase is _REPLY:
        return book.rebut_rows[answers(book, state)]
    return book.plain_rows[phase]


def chances(book: Rulebook, state: State) -> tuple[tuple[Decision, int], ...]:
    """What Chance may draw, with weights: headlines not drawn before whose condition holds.

    Before the first round it is a situation, if the scenario has any. Empty unless the phase is
    DRAW; ``draw:none`` alone if no headline qualifies.
    """
    if state.phase is not Phase.DRAW:
        return ()
    if book.situation_draws and state.situation < 0:
        begun = book.hour.situations
        return tuple(
            (decision, begun[decision.subject].weight) for decision in book.situation_draws
        )
    weights = book.headline_weight
    return tuple(
        (decision, weights[decision.subject] if decision.subject >= 0 else 1)
        for decision in _deck(book, state)
    )


def ready(book: Rulebook, state: Draft, side: int) -> int:
    """The mask of the arguments that a side holds and has not spent."""
    mask = book.held[side]
    for argument in state.spent[side]:
        mask ^= 1 << argument
    return mask


def act_price(book: Rulebook, state: State, act: int) -> int:
    """What an act costs now: its base cost and a step for each time that it was taken."""
    cost, step = book.act_price[act]
    return cost + step * state.used[act]


def _turn(book: Rulebook, state: State) -> tuple[Decision, ...]:
    side, tracks, carried, round_ = state.side, state.tracks, state.carried, state.round
    capital = tracks[book.capital[side]]
    open_ = book.open_motions.holding(tracks, carried, round_)
    open_ &= book.prices[carried].affordable[capital]
    for motion, until in state.barred:
        if until >= round_:
            open_ &= ~(1 << motion)
    hand = book.held[side]
    for argument in state.spent[side]:
        hand ^= 1 << argument
    found: list[Decision] = []
    for supports, rows in book.tabled[open_]:
        found += rows[hand & supports]
    found += book.paid_rows[side][state.used, capital]
    return tuple(found)


def answers(book: Rulebook, state: Draft) -> int:
    """The mask of the arguments with which the deciding side can answer the last one."""
    debate = state.debate
    assert debate is not None  # the phases that ask for answers are those of a debate
    chain = debate.chain
    if len(chain) >= book.longest:
        return 0
    side = state.side
    if book.mood_answers:
        return attackers(book, state, chain[-1]) & ready(book, state, side)
    mask = book.attackers[chain[-1]].holding(state.tracks, state.carried, state.round)
    mask &= book.held[side]
    if mask:
        for argument in state.spent[side]:
            mask &= ~(1 << argument)
    return mask


def attackers(book: Rulebook, state: Draft, argument: int) -> int:
    """The mask of the arguments that can answer one as things stand, whoever holds them.

    Where the mood asks for it, one that appeals to it is answered only by those that do so too.
    """
    mask = book.attackers[argument].holding(state.tracks, state.carried, state.round)
    if book.mood_answers and state.mood >= 0 and book.hour.appeals[argument] == state.mood:
        mask &= book.hour.appealing[state.mood]
    return mask


def silence_price(book: Rulebook, state: Draft) -> int:
    """What accepting the motion on the table without a word adds to the respondent's score."""
    if not holds(book.silence_when, state.tracks, state.carried, state.round):
        return 0
    if book.scenario.silence.answer and not answers(book, state):
        return 0
    return book.scenario.debate.silence


def _deck(book: Rulebook, state: State) -> tuple[Decision, ...]:
    if book.situation_draws and state.situation < 0:
        return book.situation_draws
    mask = book.deck.holding(state.tracks, state.carried, state.round) & ~state.drawn
    return book.draw_rows[mask] or (book.draw_none,)
