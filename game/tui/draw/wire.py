"""The wire: the headline to come, and what it will do."""

from __future__ import annotations

from textual.content import Content

from game.review.words import say_effects
from game.rules import Phase
from game.tui.draw.ink import DIM, STRONG, WARN, fit, lines, say, side_tag
from game.tui.draw.position import Position


def draw_wire(position: Position, width: int, *, tall: bool) -> Content:
    """What is on the wire: one row, or if ``tall`` two or more."""
    book, state = position.book, position.state
    if state.wire < 0:
        return say(("Wire: ", DIM), ("nothing on it", DIM))
    headline = book.scenario.headlines[state.wire]
    when = "Wire, next round: "
    if state.phase is Phase.EVENT:
        when = "Strikes now: "
    elif state.phase is Phase.DRAW:
        when = "Has struck: "
    elif state.round == book.rounds:
        when = "Wire, too late: "
    title = f"{headline.date}: {headline.title}" if tall else headline.title
    if headline.choice is None:
        effects = say((say_effects(book, headline.effects), f"bold {WARN}"))
    else:
        effects = say(side_tag(book, book.headline_side[state.wire]), (" chooses", STRONG))
    first = say((when, DIM), title)
    if not tall:
        room = max(10, width - effects.cell_length - 2)
        return say(fit(first, room), "  ", effects)
    rows = first.wrap(width)
    if headline.choice is None:
        rows.append(say("  ", effects))
    else:
        for letter, option in zip("AB", headline.choice.options, strict=True):
            line = say(f"  {letter} {option.name}: ", (say_effects(book, option.effects), WARN))
            rows.extend(line.wrap(width))
    return lines(rows)
