"""What a decision brings at once if it goes through: the currency in which doctrines think."""

from __future__ import annotations

from typing import Final

from game.rules import (
    Bundle,
    Decision,
    Kind,
    Rulebook,
    State,
    act_price,
    attackers,
    ready,
    silence_price,
)
from game.scenario.doctrine import Weights, Wish
from game.value import frozen

_CARRYING: Final = (Kind.TABLE, Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)


@frozen
class Gain:
    """What a decision brings its side if what it aims at comes about.

    Attributes:
        own: points of the own score.
        other: points of the other score.
        price: capital that it costs.
        tracks: what it adds to tracks, in the order of the scenario.
        motion: the motion that it is about, or -1.
        argument: the argument that it plays, or -1.
    """

    own: int
    other: int
    price: int
    tracks: Bundle
    motion: int = -1
    argument: int = -1


def gain(book: Rulebook, state: State, decision: Decision) -> Gain:
    """What a legal decision of the deciding side brings.

    Tabling, accepting, yielding and conceding count as what the motion brings when carried,
    turning down as its price; an answer in a debate brings nothing by itself.
    """
    side, kind = state.side, decision.kind
    rules = book.scenario.debate
    motion = state.debate.motion if state.debate is not None else -1
    effects: Bundle = ()
    price = 0
    argument = -1
    if kind is Kind.ACT:
        effects = book.act_effects[decision.subject]
        price = act_price(book, state, decision.subject)
    elif kind is Kind.CHOOSE:
        effects = book.headline_options[state.wire][decision.subject]
    elif kind is Kind.TABLE:
        motion, argument = decision.subject, decision.backing
        price = book.prices[state.carried].cost[motion]
    elif kind in (Kind.REBUT, Kind.REJOIN):
        argument = decision.subject
    elif kind is Kind.DECLINE:
        effects = ((book.score[side], rules.decline.respondent), *book.decline[1])
    elif kind is Kind.WALK_OUT:
        effects = ((book.score[side], rules.walk_out.respondent), *book.walk_out[1])
    if kind in _CARRYING:
        effects = (*book.motion_effects[motion], *book.motion_value[motion])
        if kind is Kind.ACCEPT:
            effects = (*effects, (book.score[side], silence_price(book, state)))
    own, other = book.score[side], book.score[1 - side]
    return Gain(
        sum(amount for track, amount in effects if track == own),
        sum(amount for track, amount in effects if track == other),
        price,
        tuple((track, amount) for track, amount in effects if track < book.shared),
        motion,
        argument,
    )


def fits(book: Rulebook, wish: Wish, decision: Decision, brings: Gain) -> bool:
    """Whether a decision fits a wish."""
    if wish.ways and decision.kind.value not in wish.ways:
        return False
    if wish.tags or wish.motions:
        if brings.motion < 0:
            return False
        motion = book.scenario.motions[brings.motion]
        if wish.motions and motion.id not in wish.motions:
            return False
        if wish.tags and not any(tag in wish.tags for tag in motion.tags):
            return False
    if wish.arguments and (
        brings.argument < 0 or book.argument_ids[brings.argument] not in wish.arguments
    ):
        return False
    for name, sign in ((wish.raises, 1), (wish.lowers, -1)):
        if name is not None:
            track = book.track(name)
            if sign * sum(amount for each, amount in brings.tracks if each == track) <= 0:
                return False
    return (
        _within(brings.own, wish.own_at_least, wish.own_at_most)
        and _within(brings.other, wish.other_at_least, wish.other_at_most)
    )  # fmt: skip


def _within(value: int, least: int | None, most: int | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def worth(book: Rulebook, state: State, weights: Weights, decision: Decision, brings: Gain) -> int:
    """What a decision weighs for a doctrine that has to choose between several."""
    side = state.side
    total = weights.own * brings.own + weights.other * brings.other
    total += weights.price * brings.price
    for track, amount in brings.tracks:
        total += weights.tracks.get(book.track_ids[track], 0) * amount
    contradicted = 0
    if brings.argument >= 0:
        contradicted = book.argument_contradicts[brings.argument]
        answers = attackers(book, state, brings.argument)
        total += weights.exposed * (answers & ready(book, state, 1 - side)).bit_count()
    elif decision.kind is Kind.ACT:
        contradicted = book.act_contradicts[decision.subject]
    if contradicted & state.record[side]:
        total += weights.contradiction
    return total


def preference(wish: Wish, brings: Gain) -> int:
    """What a wish looks at first where several decisions fit it."""
    match wish.best:
        case "own":
            return brings.own
        case "other":
            return brings.other
        case "both":
            return brings.own + brings.other
        case "cheap":
            return -brings.price
        case None:
            return 0
