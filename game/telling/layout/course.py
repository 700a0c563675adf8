"""What comes by itself, the wire and the close of the round; and a debate in few rows."""

from __future__ import annotations

from game.rules import NOBODY
from game.telling.board import Board, Close, Wire
from game.telling.layout.cells import (
    DIM,
    SIDES,
    STRONG,
    STRUCK,
    Row,
    Span,
    cut,
    fit,
    length,
    span,
    spread,
    wrap,
)


def wire_rows(wire: Wire, width: int, *, tall: bool) -> list[Row]:
    """What is on the wire: one row if it has room there, or if tall two or more; none if it is not
    shown.
    """
    if not wire.sentence:
        return []
    if not wire.headline:
        return [fit((span(wire.sentence, DIM),), width)]
    if wire.chooser == NOBODY:
        does: tuple[Span, ...] = (span(wire.effects, STRONG),)
    else:
        does = (span(wire.chooses, SIDES[wire.chooser]),)
    if not tall:
        # What happens comes first, in words, then what it brings; when it does, if there is room.
        when, soon, title = (
            span(f"{wire.when}: ", DIM),
            span(f"{wire.briefly}: ", DIM),
            span(wire.title),
        )
        for row in ((when, title, span("  "), *does), (soon, title, span("  "), *does)):
            if length(row) <= width:
                return [row]
        plain, dated = (
            wrap(f"{wire.briefly}: {words}", width, lead=2) for words in (wire.title, wire.headline)
        )
        told = dated if len(dated) <= len(plain) else plain
        last = (*told[-1], span("  "), *does)
        if length(last) <= width:
            return [*told[:-1], last]
        # A third row it has not.
        return [*told, cut((span("  "), *does), width)] if len(told) == 1 else told
    rows = wrap(f"{wire.when}: {wire.headline}", width)
    rows.append(cut((span("  "), *does), width))
    for choice in wire.choices:
        rows += wrap(f"{choice.letter} {choice.name}: {choice.effects}", width - 2, lead=2)
    return rows


def close_rows(close: Close | None, width: int, *, tall: bool) -> list[Row]:
    """What the close of the round will bring as things stand; if tall with the causes."""
    if close is None:
        return []
    if not tall:
        row = (span(f"{close.when}: ", DIM), span(close.effects, STRONG))
        if length(row) > width:  # what it brings is asked, not when
            row = (span(f"{close.briefly}: ", DIM), row[1])
        return [cut(row, width)]
    rows = wrap(f"{close.when}:", width, DIM)
    coming = [drift for drift in close.drifts if drift.happens]
    for drift in coming:
        told: Row = (span(f"  {drift.name}: "), span(drift.effects, STRONG))
        if length(told) > width:
            rows += [(span("  "), *row) for row in wrap(f"{drift.name}:", width - 2)]
            told = (span("    "), told[1])
        rows.append(cut(told, width))
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
        chain.append(span(speech.short, STRONG if speech.stands else STRUCK))
    last = debate.speeches[-1]
    lead = (span(f"{last.who}: ", SIDES[last.side]),)
    first, *more = wrap(last.quoted, width - length(lead), "quoted")
    title = [spread(chain, holder, width)]
    if debate.floor and length((*chain, *holder)) >= width:
        title = [cut(chain, width), cut(holder, width)]
    rows = [*title, cut((*lead, *first), width)]
    return rows + [cut((span(" " * length(lead)), *row), width) for row in more]
