"""A position in lines."""

from __future__ import annotations

from collections.abc import Iterator

from game.review.standing import Standing, ceiling_tier, in_danger, mover, standing
from game.review.words import (
    listed,
    plain,
    question,
    say_effects,
    say_reason,
    side_name,
    signed,
    track_name,
)
from game.rules import NOBODY, Phase, Rulebook, State
from game.rules.debate import floor_holder, player
from game.rules.debate import standing as holding
from game.rules.legal import ready
from game.rules.masks import bits
from game.rules.reasons import motion_price
from game.rules.verdict import met

Seats = tuple[str, str]
"""Per side who sits there, as a person calls it."""


def asked(book: Rulebook, state: State, seats: Seats) -> str:
    """Whose decision it is, and which."""
    if state.phase is Phase.END:
        return "The game is over."
    seat = f" ({seats[state.side]})" if state.side != NOBODY else ""
    return f"{side_name(book, state.side)}{seat}: {question(state)}."


def position(book: Rulebook, state: State) -> Iterator[str]:
    """Everything about a position."""
    turn = ("first", "second")[state.turn]
    mine = side_name(book, mover(state))
    yield f"Round {state.round} of {book.rounds}, {turn} turn: {mine}."
    yield from _tracks(book, state)
    yield from _sides(book, state)
    yield from _wire(book, state)
    yield from _ladder(book, state)
    yield from debate(book, state)


def debate(book: Rulebook, state: State) -> Iterator[str]:
    """The debate as a chain, the claim first; nothing if no motion is on the table."""
    table = state.debate
    if table is None:
        return
    motion = book.scenario.motions[table.motion]
    yield f"On the table: {motion.name}."
    for place, (argument, stands) in enumerate(zip(table.chain, holding(table), strict=True)):
        entry = book.scenario.arguments[argument]
        role = ("claim", "rebuttal")[place] if place < 2 else "rejoinder"
        side = book.scenario.sides[player(table, place)]
        yield (
            f"  {side.short}, {role}: {entry.name}, “{entry.said_by(side.id)}” "
            f"It {'stands' if stands else 'is attacked'}."
        )
    if table.chain[1:]:  # nobody does before there is a reply
        yield f"  {side_name(book, floor_holder(table))} holds the floor."


def hand(book: Rulebook, state: State, side: int) -> Iterator[str]:
    """A side's arguments: ready, spent in the order in which they come back, on the record."""
    names = [argument.name for argument in book.scenario.arguments]
    on_hand = [names[index] for index in bits(ready(book, state, side))]
    spent = [names[index] for index in state.spent[side]]
    record = [names[index] for index in bits(state.record[side])]
    yield f"  Ready: {listed(on_hand, 'and') if on_hand else 'none'}."
    if spent:
        yield f"  Spent, longest first: {', '.join(spent)}."
    if record:
        yield f"  On the record: {listed(record, 'and')}."


def _tracks(book: Rulebook, state: State) -> Iterator[str]:
    for index, track in enumerate(book.scenario.tracks):
        value = state.tracks[index]
        line = f"{track.name} ({track.subject}): {plain(value)} of {plain(track.max)}."
        if track.danger is not None and in_danger(track, value):
            line += f" Danger. {track.danger.text}"
        yield line


def _sides(book: Rulebook, state: State) -> Iterator[str]:
    reached = met(book, state)
    for side, entry in enumerate(book.scenario.sides):
        capital = state.tracks[book.capital[side]]
        bonus = sum(
            points
            for (owner, _, points), done in zip(book.objectives, reached, strict=True)
            if done and owner == side
        )
        yield (
            f"{entry.name}: {entry.goal} {plain(state.tracks[book.score[side]])} "
            f"of the {book.threshold[side]} needed, and {signed(bonus)} at the end as things "
            f"stand. Capital {capital} of {entry.capital.max}."
        )
        yield from hand(book, state, side)


def _wire(book: Rulebook, state: State) -> Iterator[str]:
    if state.wire < 0:
        yield "Wire: nothing."
        return
    headline = book.scenario.headlines[state.wire]
    if state.phase is Phase.EVENT:
        when = "strikes now"
    elif state.round == book.rounds:
        when = "comes too late"
    else:
        when = "strikes next round"
    line = f"Wire, {when}: {headline.date}: {headline.title}."
    if headline.choice is None:
        yield f"{line} {say_effects(book, headline.effects)}."
        return
    chooser = side_name(book, book.headline_side[state.wire])
    yield f"{line} {chooser} chooses."
    for letter, option in zip("AB", headline.choice.options, strict=True):
        yield f"  {letter}: {option.name}. {say_effects(book, option.effects)}."


def _ladder(book: Rulebook, state: State) -> Iterator[str]:
    ladder = book.scenario.ladder
    ceiling, gate = (track_name(book, name) for name in (ladder.ceiling, ladder.gate))
    top = ceiling_tier(book, state)
    value = state.tracks[book.ceiling]
    if top < len(ladder.tiers):
        yield (
            f"{ladder.ceiling_name}: {ceiling} {value} closes tier {top + 1} and above, "
            f"except to motions tagged {ladder.exempt}."
        )
    else:
        yield f"{ladder.ceiling_name}: {ceiling} {value} closes nothing."
    for number, tier in enumerate(ladder.tiers, 1):
        bounds = [f"{gate} {tier.gate}"] if tier.gate > book.low[book.gate] else []
        if tier.ceiling < book.high[book.ceiling]:
            bounds.append(f"{ceiling} at most {tier.ceiling}")
        needs = f", needs {listed(bounds, 'and')}" if bounds else ""
        yield f"Tier {number}: {tier.name}{needs}."
        for index, motion in enumerate(book.scenario.motions):
            if motion.tier == number:
                yield f"  {motion.name}: {_stands(book, state, index)}."


def _stands(book: Rulebook, state: State, motion: int) -> str:
    how, reasons = standing(book, state, motion)
    if how is Standing.CARRIED:
        return "carried"
    if how is Standing.OPEN:
        return f"open, cost {motion_price(book, state, motion)}"
    return "; ".join([str(how.value), *(say_reason(book, reason) for reason in reasons)])
