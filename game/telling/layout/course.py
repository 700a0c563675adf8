"""The middle of the table: the ladder with its ceiling, the wire, and the close of the round."""

from __future__ import annotations

from game.rules import NOBODY
from game.telling.board import Board, Close, Rung, RungMotion, ShownLadder, Wire
from game.telling.layout.cells import (
    DIM,
    PLAIN,
    SIDES,
    STRONG,
    WARN,
    Row,
    Span,
    cut,
    fit,
    length,
    shortened,
    span,
    spread,
    wrap,
)
from game.telling.layout.marks import EITHER_OR, MOTIONS
from game.telling.messages import signed


def ladder_rows(
    ladder: ShownLadder, shorts: tuple[str, str], width: int, *, tall: bool
) -> list[Row]:
    """The ladder, highest tier first: a row for each tier, or if tall one for each motion.

    Args:
        ladder: the ladder.
        shorts: the short names of the sides.
        width: how many cells there are.
        tall: whether there is room for all.
    """
    rows: list[Row] = []
    for rung in reversed(ladder.rungs):
        if rung.number == ladder.open_to:
            rows.append(_ceiling(ladder, width))
        if tall:
            rows += _tall(rung, shorts, width)
        else:
            rows += rung_rows(ladder, rung, width)
    if ladder.open_to == 0:
        rows.append(_ceiling(ladder, width))
    return rows


def _ceiling(ladder: ShownLadder, width: int) -> Row:
    """The line itself. At the very top nothing is above it."""
    look = DIM if ladder.clear else f"{STRONG} {WARN}"
    words = span(f" {ladder.ceiling} ", look)
    return cut((("══", look), words, ("═" * max(0, width - 2 - length((words,))), look)), width)


def _gate(rung: Rung) -> Row:
    """What the tier needs of the gate track."""
    look = f"{STRONG} {WARN}" if rung.gate_shut else DIM
    return (span(f"{rung.gate}{'!' if rung.gate_shut else ' '}", look),)


def _look(step: RungMotion) -> str:
    look = MOTIONS[step.how][1]
    return f"{look} reverse" if step.on_table else look


def rung_rows(ladder: ShownLadder, rung: Rung, width: int) -> list[Row]:
    """A tier on one row. Where it has many motions, the name of the gate track gives way first."""
    gate, number = _gate(rung), span(f"{rung.number} ", STRONG)
    motions = length(span(f" {step.short}   ") for step in rung.steps)
    named = (span(f"{ladder.gate_track} ", gate[0][1]), *gate)
    if length((number, *named)) + motions <= width:
        gate = named
    room = width - length((number, *gate)) - 1
    signs = [f"{MOTIONS[step.how][0]} " for step in rung.steps]
    shorts = [step.short for step in rung.steps]
    gap = 2 if length(span(each) for each in (*signs, *shorts)) + 2 * len(shorts) <= room else 1
    row: list[Span] = [number]
    for place, name in enumerate(shortened(signs, shorts, room, gap)):
        if place:
            twins = _forked(rung, place - 1, place)
            row.append(span(EITHER_OR.rjust(gap) if twins else " " * gap))
        row.append(span(name, _look(rung.steps[place])))
    return [spread(row, gate, width)]


def _forked(rung: Rung, one: int, other: int) -> bool:
    """Whether two motions of a tier, if there are such, close each other."""
    steps = rung.steps
    inside = one >= 0 and other < len(steps)
    return inside and steps[other].motion in steps[one].excludes


def _tall(rung: Rung, shorts: tuple[str, str], width: int) -> list[Row]:
    look = f"{STRONG} {WARN}" if rung.gate_shut or rung.under_glass else DIM
    title = (span(f"{rung.number} ", STRONG), span(rung.name, DIM))
    rows = [spread(title, (span(rung.needs, look),), width)]
    for place, step in enumerate(rung.steps):
        worth = "  ".join(
            f"{short} {signed(value):>2}" for short, value in zip(shorts, step.values, strict=True)
        )
        sign = MOTIONS[step.how][0]
        fork = "┌ " if _forked(rung, place, place + 1) else "  "
        fork = "└ " if _forked(rung, place - 1, place) else fork
        name = (span(fork), span(f"{sign} {step.name}", _look(step)))
        price = span(f"{step.cost}  ", _look(step) if step.cost else PLAIN)
        rows.append(spread(name, (price, span(worth, DIM)), width))
    return rows


def wire_rows(wire: Wire, width: int, *, tall: bool) -> list[Row]:
    """What is on the wire: one row, or if tall two or more."""
    if not wire.headline:
        return [fit((span(wire.sentence, DIM),), width)]
    if wire.chooser == NOBODY:
        does: tuple[Span, ...] = (span(wire.effects, f"{STRONG} {WARN}"),)
    else:
        does = (span(wire.chooses, SIDES[wire.chooser]),)
    if not tall:
        return [spread((span(f"{wire.when}: ", DIM), span(wire.title)), does, width)]
    rows = wrap(f"{wire.when}: {wire.headline}", width)
    rows.append(cut((span("  "), *does), width))
    for choice in wire.choices:
        rows += wrap(f"{choice.letter} {choice.name}: {choice.effects}", width - 2, WARN, lead=2)
    return rows


def close_rows(close: Close | None, width: int, *, tall: bool) -> list[Row]:
    """What the close of the round will bring as things stand; if tall with the causes."""
    if close is None:
        return []
    if not tall:
        row = (span(f"{close.when}: ", DIM), span(close.effects, WARN))
        if length(row) > width:  # what it brings is asked, not when
            row = (span(f"{close.briefly}: ", DIM), row[1])
        return [cut(row, width)]
    rows = wrap(f"{close.when}:", width, DIM)
    coming = [drift for drift in close.drifts if drift.happens]
    for drift in coming:
        rows.append(cut((span(f"  {drift.name}: "), span(drift.effects, WARN)), width))
    if not coming:
        rows.append(cut((span(f"  {close.effects}"),), width))
    return rows


def debate_rows(board: Board, width: int) -> list[Row]:
    """The debate: the chain on one row, and what was said last."""
    debate = board.debate
    if debate is None:
        return []
    holder = (span(debate.floor, SIDES[debate.holder]),)
    chain: list[Span] = [span(f"{debate.short}: ", STRONG)]
    for speech in debate.speeches:
        chain.append(span(" ← " if speech.place else "", DIM))
        chain.append(span(f"{speech.who} ", SIDES[speech.side]))
        chain.append(span(speech.short, STRONG if speech.stands else "dim struck"))
    last = debate.speeches[-1]
    said = wrap(last.quoted, width - len(last.who) - 2, "quoted")
    lead = (span(f"{last.who}: ", SIDES[last.side]),)
    first, *more = said
    title = [spread(chain, holder, width)]
    if debate.floor and length((*chain, *holder)) >= width:
        title = [cut(chain, width), cut(holder, width)]
    rows = [*title, cut((*lead, *first), width)]
    return rows + [cut((span(" " * length(lead)), *row), width) for row in more]
