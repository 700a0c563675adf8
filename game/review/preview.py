"""What a decision will certainly do, and what may come of it, before it is taken."""

from __future__ import annotations

from attrs import frozen

from game.review.words import Told, cite, listed, say_effects, signed, tell
from game.rules import (
    Decision,
    Kind,
    Phase,
    Rulebook,
    State,
    floor_holder,
    legal,
    motion_price,
    play,
    silence_price,
)


@frozen
class Preview:
    """A decision before it is taken.

    Attributes:
        about: what it is in a sentence of the scenario, with the ¶ behind it; may be empty.
        certain: what follows at once and in any case.
        then: what comes after, as far as others or Chance decide it.
    """

    about: str
    certain: tuple[Told, ...]
    then: tuple[str, ...]


def preview(book: Rulebook, state: State, decision: Decision) -> Preview:
    """Preview a legal decision.

    Raises:
        IllegalDecisionError: the decision is not legal here.
    """
    after, consequences = play(book, state, decision)
    return Preview(
        about=_about(book, state.side, decision),
        certain=tell(book, consequences),
        then=tuple(_then(book, after, decision)),
    )


def motion_facts(book: Rulebook, state: State, motion: int) -> tuple[str, ...]:
    """A motion's text, price and worth, each a line."""
    entry = book.scenario.motions[motion]
    price = motion_price(book, state, motion)
    shared = entry.cost - price
    worth = _worth(book, motion)
    return (
        f"{entry.text} {cite(entry.source)}".rstrip(),
        f"Tags: {', '.join(entry.tags)}",
        f"Cost {price}" + (f": {entry.cost} less {shared} for shared tags" if shared else ""),
        f"If carried: {worth}" if worth else "If carried: no number changes",
    )


def _about(book: Rulebook, side: int, decision: Decision) -> str:
    scenario = book.scenario
    match decision.kind:
        case Kind.ACT:
            act = scenario.acts[decision.subject]
            return f"{act.text} {cite(act.source)}".rstrip()
        case Kind.TABLE | Kind.REBUT | Kind.REJOIN:
            index = decision.backing if decision.kind is Kind.TABLE else decision.subject
            argument = scenario.arguments[index]
            return f"“{argument.said_by(book.side_ids[side])}” {cite(argument.source)}".rstrip()
        case Kind.CONSULT:
            return "Nothing is decided abroad this turn."
        case _:
            return ""


def _then(book: Rulebook, after: State, decision: Decision) -> list[str]:
    kind = decision.kind
    if kind in (Kind.TABLE, Kind.REBUT, Kind.REJOIN):
        return _debate_goes_on(book, after)
    if kind is Kind.STOP:
        return _after_stop(book, after)
    if after.phase is Phase.DRAW:
        return ["Then Chance draws the next headline."]
    if after.phase is Phase.END:
        return ["The game is over."]
    return []


def _debate_goes_on(book: Rulebook, after: State) -> list[str]:
    debate = after.debate
    assert debate is not None  # the decisions that lead here open a debate or go on with it
    other = book.scenario.sides[after.side].short
    answers = [
        book.scenario.arguments[each.subject].name
        for each in legal(book, after)
        if each.kind in (Kind.REBUT, Kind.REJOIN)
    ]
    may = f"{other} can answer with {listed(answers)}." if answers else f"{other} has no answer."
    lines = [may]
    if after.phase is Phase.REPLY:
        worth = _worth(book, debate.motion)
        rules = book.scenario.debate
        score = f"{book.side_ids[after.side]}_score"
        silence = say_effects(book, {score: silence_price(book, after)})
        refusal = say_effects(book, {**rules.decline.effects, score: rules.decline.respondent})
        lines.append(f"If carried: {worth or 'no number changes'}.")
        lines.append(f"Accepted without a word: {silence}. Declined: {refusal}.")
    else:
        bonus = book.scenario.debate.floor + book.hour.bonus(after.mood, debate.chain[-1])
        lines.append(f"If {other} stops, you hold the floor: {signed(bonus)} if it is carried.")
    return lines


def _after_stop(book: Rulebook, after: State) -> list[str]:
    debate = after.debate
    assert debate is not None  # only debates can be stopped
    holder = book.scenario.sides[floor_holder(debate)].short
    motion = book.motion_ids[debate.motion]
    lines = [f"{holder} holds the floor. You then choose:"]
    for decision in legal(book, after):
        result = play(book, after, decision).consequences
        own = tuple(each for each in result if each.cause.subject == motion)
        changes = ", ".join(change for told in tell(book, own) for change in told.changes)
        lines.append(f"{decision.kind.value.replace('_', ' ')} – {changes}")
    return lines


def _worth(book: Rulebook, motion: int) -> str:
    """What carrying a motion adds to the tracks and to both scores, in words."""
    entry = book.scenario.motions[motion]
    scores = {f"{side}_score": value for side, value in entry.value.items() if value}
    return say_effects(book, {**entry.effects, **scores})
