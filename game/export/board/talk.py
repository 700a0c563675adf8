"""What is said just now: the headline on the wire, and the debate as a chain of attacks."""

from __future__ import annotations

from typing import Final

from game.export.board.view import GAP, STRONG, Drawn, View, cross, panel, tick
from game.export.svg import element, fit, group, label, rect, wrap
from game.export.telling import role
from game.review.words import say_effects, side_name
from game.rules import Debate, Phase
from game.rules.debate import floor_holder, player, standing

_PAD: Final = 16
_ABREAST: Final = 5
_BOX: Final = 148
_BETWEEN: Final = 22


def draw_wire(view: View, x: int, y: int, room: int) -> Drawn:
    """The headline on the wire and what it will do."""
    book, state = view.book, view.state
    if state.wire < 0:
        words = label(x + _PAD, y + 23, "Nothing is on the wire.", "small")
        return Drawn(group(panel(x, y, room, 36), words), 36)
    headline = book.scenario.headlines[state.wire]
    when = "On the wire, strikes next round"
    if state.phase is Phase.EVENT:
        when = "Strikes now"
    elif state.phase is Phase.DRAW:
        when = "Has struck"
    elif state.round == book.rounds or state.phase is Phase.END:
        when = "On the wire, too late"
    inner = room - 2 * _PAD
    title = fit(f"{headline.date}: {headline.title}", STRONG, inner)
    if headline.choice is None:
        rows = [say_effects(book, headline.effects) or "No number changes"]
    else:
        chooser = side_name(book, book.headline_side[state.wire])
        rows = [
            f"{chooser} {letter}: {option.name} – {say_effects(book, option.effects)}"
            for letter, option in zip("AB", headline.choice.options, strict=True)
        ]
    height = 58 + 19 * len(rows)
    parts = [
        panel(x, y, room, height),
        label(x + _PAD, y + 22, when, "small"),
        label(x + _PAD, y + 43, title, "strong"),
    ]
    for place, row in enumerate(rows):
        parts.append(label(x + _PAD, y + 63 + 19 * place, fit(row, 13, inner), "plain"))
    return Drawn(group(*parts), height)


def draw_debate(view: View, x: int, y: int, room: int) -> Drawn:
    """The arguments from left to right, each attacking the one before it; empty without one."""
    book, debate = view.book, view.state.debate
    if debate is None:
        return Drawn("", 0)
    motion = book.scenario.motions[debate.motion]
    holder = side_name(book, floor_holder(debate))
    inner = room - 2 * _PAD
    wide = (inner - _BETWEEN * (_ABREAST - 1)) // _ABREAST
    rows = -(-len(debate.chain) // _ABREAST)
    height = 50 + rows * (_BOX + GAP)
    # Nobody does before there is a reply.
    said = f"{holder} holds the floor." if debate.chain[1:] else ""
    parts = [
        panel(x, y, room, height),
        label(x + _PAD, y + 28, fit(f"On the table: {motion.name}", STRONG, inner - 260), "strong"),
        label(x + room - _PAD, y + 28, fit(said, 14, 250), "plain", text_anchor="end"),
    ]
    for place in range(len(debate.chain)):
        left = x + _PAD + place % _ABREAST * (wide + _BETWEEN)
        top = y + 44 + place // _ABREAST * (_BOX + GAP)
        parts.append(_argument(view, debate, place, left, top, wide))
    return Drawn(group(*parts), height)


def _argument(view: View, debate: Debate, place: int, x: int, y: int, wide: int) -> str:
    book = view.book
    side = player(debate, place)
    entry = book.scenario.arguments[debate.chain[place]]
    case = entry.said_by(book.side_ids[side])
    stands = standing(debate)[place]
    who = f"{book.scenario.sides[side].short}, {role(place)}"
    end = "stands" if stands else "is attacked"
    parts = [
        rect(x, y, wide, _BOX, "said" if stands else "said said-out", rx=6),
        rect(x, y, wide, 5, f"side{side}"),
        label(x + 10, y + 24, fit(who, 12, wide - 20), "small"),
        label(x + 10, y + 43, fit(entry.name, STRONG, wide - 20), "strong" if stands else "faint"),
    ]
    for row, words in enumerate(wrap(case, 12, wide - 20, 4)):
        parts.append(label(x + 10, y + 62 + 16 * row, words, "case"))
    parts.append((tick if stands else cross)(x + 15, y + _BOX - 14))
    parts.append(label(x + 26, y + _BOX - 10, end, "small"))
    if place % _ABREAST:
        arrow = f"M{x - 3} {y + 72}h-{_BETWEEN - 8}m6 -5l-6 5l6 5"
        parts.append(element("path", d=arrow, class_="arrow"))
    return group(*parts, title=f"{who}: {entry.name}, {end}. {case}")
