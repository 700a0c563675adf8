"""What is said just now: the headline on the wire, and the debate as a chain of attacks."""

from __future__ import annotations

from typing import Final

from game.export.board.view import GAP, STRONG, DrawnPart, View, cross, panel, tick
from game.export.svg import element, fit, group, label, rect, wrap
from game.rules import NOBODY
from game.telling.board import Wire
from game.telling.debate import Speech

_PAD: Final = 16
_ABREAST: Final = 5
_BOX: Final = 204
_BETWEEN: Final = 22


def draw_wire(view: View, x: int, y: int, room: int) -> DrawnPart:
    """The headline on the wire and what it will do."""
    wire = view.board.wire
    if not wire.headline:
        words = label(x + _PAD, y + 23, wire.sentence, "small")
        return DrawnPart(group(panel(x, y, room, 36), words), 36)
    inner = room - 2 * _PAD
    rows = _rows(view, wire)
    height = 58 + 19 * len(rows)
    parts = [
        panel(x, y, room, height),
        label(x + _PAD, y + 22, wire.when, "small"),
        label(x + _PAD, y + 43, fit(wire.headline, STRONG, inner), "strong"),
    ]
    for place, row in enumerate(rows):
        parts.append(label(x + _PAD, y + 63 + 19 * place, fit(row, 13, inner), "plain"))
    return DrawnPart(group(*parts, title=" ".join([wire.sentence, *rows])), height)


def draw_close(view: View, x: int, y: int, room: int) -> DrawnPart:
    """What the close of the round brings as things stand; empty once the game is over."""
    close, voice = view.board.close, view.voice
    if close is None:
        return DrawnPart("", 0)
    inner = room - 2 * _PAD
    drifts = [
        voice.say(
            "plain.drifts" if each.happens else "plain.drifts_not",
            name=each.name,
            effects=each.effects,
        )
        for each in close.drifts
    ]
    parts = [
        panel(x, y, room, 60),
        label(x + _PAD, y + 22, fit(close.when, 12, inner), "small"),
        label(x + _PAD, y + 44, fit(close.effects, 13, inner // 2), "plain"),
        label(
            x + room - _PAD, y + 44, fit(close.income, 12, inner // 2), "small", text_anchor="end"
        ),
    ]
    about = voice.say("plain.close", when=close.when, effects=close.effects, income=close.income)
    return DrawnPart(group(*parts, title=" ".join([about, *drifts, close.left])), 60)


def _rows(view: View, wire: Wire) -> list[str]:
    """What the headline does, or what somebody chooses between."""
    voice = view.voice
    if wire.chooser == NOBODY:
        return [wire.effects or voice.say("board.wire.no_number")]
    return [
        voice.say(
            "export.drawn_board.choice",
            side=voice.side(wire.chooser),
            letter=each.letter,
            answer=each.name,
            effects=each.effects,
        )
        for each in wire.choices
    ]


def draw_debate(view: View, x: int, y: int, room: int) -> DrawnPart:
    """The arguments from left to right, each attacking the one before it; empty without one."""
    debate = view.board.debate
    if debate is None:
        return DrawnPart("", 0)
    inner = room - 2 * _PAD
    wide = (inner - _BETWEEN * (_ABREAST - 1)) // _ABREAST
    rows = -(-len(debate.speeches) // _ABREAST)
    height = 50 + rows * (_BOX + GAP)
    parts = [
        panel(x, y, room, height),
        label(x + _PAD, y + 28, fit(debate.title, STRONG, inner - 260), "strong"),
        label(x + room - _PAD, y + 28, fit(debate.floor, 14, 250), "plain", text_anchor="end"),
    ]
    for speech in debate.speeches:
        left = x + _PAD + speech.place % _ABREAST * (wide + _BETWEEN)
        top = y + 44 + speech.place // _ABREAST * (_BOX + GAP)
        parts.append(_speech(speech, left, top, wide))
    return DrawnPart(group(*parts), height)


def _speech(speech: Speech, x: int, y: int, wide: int) -> str:
    """Who says it, which argument it is, the words, and whether it stands."""
    stands, inner = speech.stands, wide - 20
    name = fit(speech.name, STRONG, inner)
    parts = [
        rect(x, y, wide, _BOX, "said" if stands else "said said-out", rx=6),
        rect(x, y, wide, 5, f"side{speech.side}"),
        label(x + 10, y + 58, name, "strong" if stands else "faint"),
        (tick if stands else cross)(x + 15, y + _BOX - 14),
        label(x + 26, y + _BOX - 10, speech.fate, "small"),
    ]
    for row, words in enumerate(wrap(speech.lead, 12, inner, 2)):
        parts.append(label(x + 10, y + 22 + 15 * row, words, "small"))
    for row, words in enumerate(wrap(speech.quoted, 12, inner, 7)):
        parts.append(label(x + 10, y + 77 + 16 * row, words, "case"))
    if speech.place % _ABREAST:
        arrow = f"M{x - 3} {y + 72}h-{_BETWEEN - 8}m6 -5l-6 5l6 5"
        parts.append(element("path", d=arrow, class_="arrow"))
    return group(*parts, title=" ".join(filter(None, (speech.sentence, speech.note))))
