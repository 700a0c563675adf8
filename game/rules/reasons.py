"""Why something cannot be done, rule by rule.

The plain reading of the rules that ``legal`` reads by masks: a decision that belongs to the
phase is legal exactly when nothing stands in its way. Screens show what is returned here.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import field

from game.rules.conditions import Clause, holds
from game.rules.decision import Decision, Kind
from game.rules.legal import act_price, chances, ready
from game.rules.masks import bits
from game.rules.rulebook import Rulebook
from game.rules.state import Phase, State
from game.scenario.terms import Condition
from game.value import frozen


class Bar(Enum):
    """What can stand in the way. The comment names ``subject``, ``needed`` and ``actual``."""

    PHASE = "phase"  # the decision belongs to another phase
    SIDE = "side"  # id of the side that the act or argument belongs to
    CARRIED = "carried"  # motion: it is carried already
    EXCLUDED = "excluded"  # motion that is carried, and closes this one for good
    BARRED = "barred"  # motion: barred until the end of round `needed`; it is round `actual`
    GATE = "gate"  # gate track: at least `needed`, it is `actual`
    CEILING = "ceiling"  # ceiling track: at most `needed`, it is `actual`
    NEED_MOTION = "need_motion"  # motion that has to be carried first
    NEED_TAG = "need_tag"  # tag: `needed` carried motions with it, there are `actual`
    NEED_TRACK = "need_track"  # track: at least (at most) `needed`, it is `actual`
    NEED_ROUND = "need_round"  # not in this round
    CAPITAL = "capital"  # capital: it costs `needed`, there is `actual`
    SPENT = "spent"  # argument: it is spent
    SUPPORT = "support"  # argument: it does not support the motion
    NO_SUPPORT = "no_support"  # motion: no ready argument supports it
    ATTACK = "attack"  # argument: it does not attack the last argument
    LONGEST = "longest"  # `needed` arguments have been played
    MOOD = "mood"  # value that the last argument appeals to as the hour does, and this one not
    DECK = "deck"  # headline or situation that cannot be drawn now


@frozen
class Reason:
    """One rule that stands in the way, with the numbers that say how far."""

    bar: Bar
    subject: str = ""
    needed: int = 0
    actual: int = 0
    at_most: bool = field(default=False, kw_only=True)


_PHASES = {
    Kind.SITUATION: (Phase.DRAW,),
    Kind.DRAW: (Phase.DRAW,),
    Kind.CHOOSE: (Phase.EVENT,),
    Kind.CONSULT: (Phase.TURN,),
    Kind.ACT: (Phase.TURN,),
    Kind.TABLE: (Phase.TURN,),
    Kind.ACCEPT: (Phase.REPLY,),
    Kind.DECLINE: (Phase.REPLY,),
    Kind.REBUT: (Phase.REPLY,),
    Kind.REJOIN: (Phase.FLOOR,),
    Kind.STOP: (Phase.FLOOR,),
    Kind.YIELD: (Phase.YIELD,),
    Kind.WALK_OUT: (Phase.YIELD,),
    Kind.CONCEDE: (Phase.CONCEDE,),
    Kind.WITHDRAW: (Phase.CONCEDE,),
}


def why_not(book: Rulebook, state: State, decision: Decision) -> tuple[Reason, ...]:
    """Everything that stands in the way of a decision; empty exactly if it is legal."""
    if state.phase not in _PHASES[decision.kind]:
        return (Reason(Bar.PHASE, state.phase.value),)
    if decision.kind is Kind.TABLE:
        return (
            *motion_reasons(book, state, decision.subject),
            *_backing_reasons(book, state, decision.subject, decision.backing),
        )
    if decision.kind is Kind.ACT:
        return act_reasons(book, state, decision.subject)
    if decision.kind in (Kind.REBUT, Kind.REJOIN):
        return answer_reasons(book, state, decision.subject)
    if decision.kind in (Kind.DRAW, Kind.SITUATION):
        listed = any(decision == each for each, _ in chances(book, state))
        return () if listed else (Reason(Bar.DECK, decision.text.partition(":")[2]),)
    return ()


def motion_reasons(
    book: Rulebook, state: State, motion: int, side: int | None = None
) -> tuple[Reason, ...]:
    """What keeps a side from tabling a motion, whichever argument backs it.

    The side is the one that decides, unless another is named. A missing argument is not among
    the reasons; see ``support_reasons``.
    """
    side = state.side if side is None else side
    scenario = book.scenario
    entry = scenario.motions[motion]
    if state.carried >> motion & 1:
        return (Reason(Bar.CARRIED, entry.id),)
    found = [
        Reason(Bar.EXCLUDED, book.motion_ids[other])
        for other in bits(state.carried & book.excluded[motion])
    ]
    until = dict(state.barred).get(motion, 0)
    if until >= state.round:
        found.append(Reason(Bar.BARRED, entry.id, until, state.round))
    tier = scenario.ladder.tiers[entry.tier - 1]
    gate, ceiling = state.tracks[book.gate], state.tracks[book.ceiling]
    if gate < tier.gate:
        found.append(Reason(Bar.GATE, scenario.ladder.gate, tier.gate, gate))
    if ceiling > tier.ceiling and scenario.ladder.exempt not in entry.tags:
        found.append(
            Reason(Bar.CEILING, scenario.ladder.ceiling, tier.ceiling, ceiling, at_most=True)
        )
    found.extend(_unmet(state, entry.needs, book.needs[motion]))
    cost, capital = motion_price(book, state, motion), state.tracks[book.capital[side]]
    if cost > capital:
        found.append(Reason(Bar.CAPITAL, book.track_ids[book.capital[side]], cost, capital))
    return tuple(found)


def motion_price(book: Rulebook, state: State, motion: int) -> int:
    """What tabling a motion costs now: its base cost less one for each of its tags that some
    carried motion bears, never below 0.
    """
    entry = book.scenario.motions[motion]
    carried = [
        each for index, each in enumerate(book.scenario.motions) if state.carried >> index & 1
    ]
    shared = [tag for tag in entry.tags if any(tag in each.tags for each in carried)]
    return max(0, entry.cost - len(shared))


def support_reasons(book: Rulebook, state: State, motion: int) -> tuple[Reason, ...]:
    """Whether the side to move lacks a ready argument that supports a motion."""
    if ready(book, state, state.side) & book.supports[motion]:
        return ()
    return (Reason(Bar.NO_SUPPORT, book.motion_ids[motion]),)


def act_reasons(book: Rulebook, state: State, act: int) -> tuple[Reason, ...]:
    """What keeps the side to move from taking an act."""
    entry = book.scenario.acts[act]
    if entry.side != book.side_ids[state.side]:
        return (Reason(Bar.SIDE, entry.side),)
    price, capital = act_price(book, state, act), state.tracks[book.capital[state.side]]
    if price > capital:
        return (Reason(Bar.CAPITAL, book.track_ids[book.capital[state.side]], price, capital),)
    return ()


def answer_reasons(book: Rulebook, state: State, argument: int) -> tuple[Reason, ...]:
    """What keeps the side that has to answer from playing an argument."""
    debate = state.debate
    assert debate is not None  # answers are asked for in debates only
    name = book.argument_ids[argument]
    if not book.held[state.side] >> argument & 1:
        return (Reason(Bar.SIDE, book.side_ids[1 - state.side]),)
    found = []
    if len(debate.chain) >= book.longest:
        found.append(Reason(Bar.LONGEST, name, book.longest, len(debate.chain)))
    if argument in state.spent[state.side]:
        found.append(Reason(Bar.SPENT, name))
    return (*found, *attack_reasons(book, state, argument, debate.chain[-1]))


def attack_reasons(book: Rulebook, state: State, argument: int, target: int) -> tuple[Reason, ...]:
    """What keeps one argument from answering another as things stand, whoever holds them."""
    found = []
    hour, mood = book.hour, state.mood
    if book.mood_answers and mood >= 0 and hour.appeals[target] == mood != hour.appeals[argument]:
        found.append(Reason(Bar.MOOD, hour.value_ids[mood]))
    attacked = book.argument_ids[target]
    attacks = book.scenario.arguments[argument].attacks
    when = next((each.when for each in attacks if each.target == attacked), None)
    if when is None:
        found.append(Reason(Bar.ATTACK, attacked))
    else:
        found.extend(_unmet(state, when, book.clause(when)))
    return tuple(found)


def _backing_reasons(
    book: Rulebook, state: State, motion: int, argument: int
) -> tuple[Reason, ...]:
    name = book.argument_ids[argument]
    found = []
    if not book.held[state.side] >> argument & 1:
        found.append(Reason(Bar.SIDE, book.side_ids[1 - state.side]))
    if argument in state.spent[state.side]:
        found.append(Reason(Bar.SPENT, name))
    if not book.supports[motion] >> argument & 1:
        found.append(Reason(Bar.SUPPORT, name))
    return tuple(found)


def _unmet(state: State, conditions: Iterable[Condition], clause: Clause) -> list[Reason]:
    """The conditions that do not hold, each with how far it is from it."""
    found = []
    for condition, atom in zip(conditions, clause, strict=True):
        if holds((atom,), state.tracks, state.carried, state.round):
            continue
        _, about, least, most = atom
        if condition.carried is not None:
            found.append(Reason(Bar.NEED_MOTION, condition.carried))
        elif condition.track is not None:
            value = state.tracks[about]
            short = value < least
            found.append(
                Reason(
                    Bar.NEED_TRACK,
                    condition.track,
                    least if short else most,
                    value,
                    at_most=not short,
                )
            )
        elif condition.tag is not None or condition.in_play is not None:
            count = (state.carried & about).bit_count()
            short = count < least
            found.append(
                Reason(
                    Bar.NEED_TAG,
                    condition.tag or "",
                    least if short else most,
                    count,
                    at_most=not short,
                )
            )
        else:
            found.append(Reason(Bar.NEED_ROUND))
    return found
