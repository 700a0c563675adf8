"""The two sides: score against threshold, capital, every argument they hold, what they want."""

from __future__ import annotations

from typing import Final

from game.export.board.view import STRONG, DrawnPart, View, cross, diamond, dot, panel, tick
from game.export.svg import element, fit, group, label, rect, stroke, width
from game.telling.board import Party
from game.telling.voice import Voice

_PAD: Final = 16
_LINE: Final = 20
_MOST_PIPS: Final = 16


def draw_side(view: View, side: int, x: int, y: int, room: int) -> DrawnPart:
    """One side."""
    party, voice = view.board.parties[side], view.voice
    hand = _hand(voice, party, x + _PAD, y + 112, room - 2 * _PAD)
    goals = _goals(voice, party, x + _PAD, y + 112 + hand.height, room - 2 * _PAD)
    height = 112 + hand.height + goals.height + 8
    name = fit(party.name, STRONG, room - 2 * _PAD - 90)
    seat = x + _PAD + width(name, STRONG) + 6
    parts = [
        panel(x, y, room, height),
        rect(x, y + 8, 5, height - 16, f"side{side}"),
        label(x + _PAD, y + 26, name, "strong"),
        label(seat, y + 26, fit(party.seat, 12, x + room - 24 - seat), "small"),
        _score(voice, party, x + _PAD, y + 34, room - 2 * _PAD),
        _capital(party, x + _PAD, y + 84, room - 2 * _PAD),
        hand.markup,
        goals.markup,
    ]
    if party.decides:
        parts.append(
            element("path", d=f"M{x + room - 16} {y + 14}l-10 6l10 6z", class_=f"side{side}")
        )
    return DrawnPart(group(*parts), height)


def _score(voice: Voice, party: Party, x: int, y: int, room: int) -> str:
    """The bar reaches the right edge at the threshold, or at the score if that is more."""
    span = max(1, party.threshold, party.score)

    def along(value: int) -> int:
        return room * min(max(value, 0), span) // span

    words = voice.say(
        "export.drawn_board.score",
        score=party.score,
        threshold=party.threshold,
        goal=party.goal_short,
    )
    about = voice.say("export.drawn_board.party", side=party.name, standing=party.standing)
    goal, kind = x + along(party.threshold), f"side{party.side}"
    return group(
        label(x, y + 16, fit(words, 14, room - 150), "plain"),
        label(x + room, y + 16, fit(party.now, 12, 150), "small", text_anchor="end"),
        rect(x, y + 24, room, 12, "hollow"),
        # Paler, for what is fulfilled by now may still be lost.
        rect(x, y + 24, along(party.score + party.bonus), 12, f"{kind} later"),
        rect(x, y + 24, along(party.score), 12, kind),
        stroke(goal, y + 20, goal, y + 40, "end"),
        title=about,
    )


def _capital(party: Party, x: int, y: int, room: int) -> str:
    start = x + width(party.purse, 13) + 14
    pips = party.capital_top - party.capital_low
    parts = [label(x, y + 14, party.purse, "plain")]
    if pips <= _MOST_PIPS:
        step = min(18, max(4, (x + room - start) // max(1, pips)))
        for pip in range(pips):
            kind = "fill" if pip < party.capital - party.capital_low else "hollow"
            parts.append(rect(start + pip * step, y + 4, step - 4, 12, kind))
    return group(*parts)


def _hand(voice: Voice, party: Party, x: int, y: int, room: int) -> DrawnPart:
    """The arguments in two columns: full or empty if ready or spent, a diamond on the record."""
    wide = room // 2
    parts = []
    for place, card in enumerate(party.cards):
        left, base = x + place % 2 * wide, y + place // 2 * _LINE + 14
        sign = diamond if card.on_record else dot
        how = "ready" if card.ready else "spent"
        key = f"export.drawn_board.{how}{'_on_record' if card.on_record else ''}"
        about = voice.say(
            "export.drawn_board.card", argument=card.name, how=voice.say(key), case=card.case
        )
        name = fit(card.name, 13, wide - 20)
        parts.append(
            group(
                sign(left + 5, base - 4, "point" if card.ready else "ring"),
                label(left + 16, base, name, "tiny" if card.ready else "spent"),
                title=about,
            )
        )
    return DrawnPart(group(*parts), -(-len(party.cards) // 2) * _LINE)


def _goals(voice: Voice, party: Party, x: int, y: int, room: int) -> DrawnPart:
    """The objectives below each other, each with a sign whether it is met as things stand."""
    parts = []
    for place, goal in enumerate(party.goals):
        base = y + place * _LINE + 20
        about = voice.say("export.drawn_board.goal", goal=goal.sentence, present=goal.present)
        parts.append(
            group(
                (tick if goal.met else cross)(x + 5, base - 4),
                label(x + 16, base, fit(goal.short, 13, room - 20), "tiny"),
                title=about,
            )
        )
    return DrawnPart(group(*parts), len(party.goals) * _LINE + 6 if party.goals else 0)
