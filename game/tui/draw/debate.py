"""The debate as a chain: claim, rebuttal, rejoinder, and who holds the floor."""

from __future__ import annotations

from textual.content import Content

from game.rules.debate import floor_holder, player, standing
from game.tui.draw.ink import DIM, GOOD, STRONG, fit, lines, say, side_style, side_tag
from game.tui.draw.position import Position

_ROLES = ("claim", "rebuttal", "rejoinder", "rejoinder", "rejoinder")


FORMS = ((2, True), (1, True), (1, False))
"""Ways to draw a debate, the roomiest first: cells of a step to the right, and whether roles."""


def draw_debate(position: Position, width: int, *, tall: bool) -> Content:
    """The chain on one row, or if ``tall`` an argument a row with its case below the last.

    With no motion on the table it takes no row.
    """
    debate = position.state.debate
    if debate is None:
        return say(("No motion is on the table.", DIM)) if tall else Content()
    return lines(_tall(position, width)) if tall else _row(position, width)


def _row(position: Position, width: int) -> Content:
    book, debate = position.book, position.state.debate
    assert debate is not None  # draw_debate has looked
    parts = [say((f"{book.scenario.motions[debate.motion].short}: ", STRONG))]
    for place, (argument, stands) in enumerate(zip(debate.chain, standing(debate), strict=True)):
        if place:
            parts.append(say((" ← ", DIM)))
        name = book.scenario.arguments[argument].short
        parts.append(side_tag(book, player(debate, place)))
        parts.append(say((f" {name}", STRONG if stands else f"{DIM} strike")))
    if not debate.chain[1:]:  # nobody holds the floor before there is a reply
        return fit(say(*parts), width)
    holder = say((" floor: ", DIM), side_tag(book, floor_holder(debate)))
    return say(fit(say(*parts), width - holder.cell_length), holder)


def _tall(position: Position, width: int) -> list[Content]:
    book, debate = position.book, position.state.debate
    assert debate is not None  # draw_debate has looked
    motion = book.scenario.motions[debate.motion]
    rows = say(("On the table: ", DIM), (motion.name, STRONG)).wrap(width)
    forms = [_arguments(position, step, roles=roles) for step, roles in FORMS]
    whole = [form for form in forms if all(row.cell_length <= width for row in form)]
    rows += [fit(row, width) for row in (whole or forms[-1:])[0]]
    last = book.scenario.arguments[debate.chain[-1]]
    case = last.said_by(book.side_ids[floor_holder(debate)])
    rows.extend(say((f"“{case}”", "italic")).wrap(width))
    if debate.chain[1:]:  # nobody does before there is a reply
        rows.append(say(side_tag(book, floor_holder(debate)), " holds the floor."))
    return rows


def _arguments(position: Position, step: int, *, roles: bool) -> list[Content]:
    """The arguments below each other, each ``step`` cells further to the right."""
    book, debate = position.book, position.state.debate
    assert debate is not None  # draw_debate has looked
    rows = []
    for place, (argument, stands) in enumerate(zip(debate.chain, standing(debate), strict=True)):
        side = player(debate, place)
        role = f" {_ROLES[min(place, len(_ROLES) - 1)]}: " if roles else ": "
        rows.append(
            say(
                " " * (step * place) + ("└ " if place else ""),
                (book.scenario.sides[side].short, side_style(book, side)),
                (role, DIM),
                (book.scenario.arguments[argument].name, STRONG if stands else f"{DIM} strike"),
                ("  stands", GOOD) if stands else ("  attacked", DIM),
            )
        )
    return rows
