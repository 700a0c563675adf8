"""Any position of a match as a drawn board in SVG: tracks, ladder, sides, wire and debate."""

from __future__ import annotations

from game.export.board.board_style import look
from game.export.board.debate import draw_close, draw_debate, draw_wire
from game.export.board.ladder import draw_ladder
from game.export.board.sides import draw_side
from game.export.board.tracks import draw_tracks
from game.export.board.view import GAP, MARGIN, STRONG, WIDTH, DrawnPart, View
from game.export.exported_game import ExportedGame
from game.export.result import result
from game.export.svg import element, fit, group, label, rect, wrap
from game.match import Match
from game.telling.decisions import say_decision
from game.text import line
from game.text.escape import markup

_SIDES = 366


def export(match: Match | ExportedGame, *, at: int | None = None, side: str | None = None) -> str:
    """A position as a picture of its own.

    Args:
        match: the match.
        at: how many decisions were taken before the position; the last one if nothing is said.
        side: the id of the side that is drawn first.

    Raises:
        ExportError: there is no such position or side.
    """
    game = ExportedGame.of(match)
    view = View(game, game.place(at), game.side(side))
    style = element("style", f"\n{look(game.scenario)}")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{draw_board(view, style)}\n'


def draw_board(view: View, style: str = "") -> str:
    """A position as an SVG element; the style sheet may stand elsewhere in the same document."""
    room = WIDTH - 2 * MARGIN
    left = room - _SIDES - GAP
    right = MARGIN + left + GAP
    down = MARGIN
    parts = []

    def place(drawn: DrawnPart) -> None:
        nonlocal down
        if drawn.height:
            parts.append(drawn.markup)
            down += drawn.height + GAP

    place(_head(view, MARGIN, down, room))
    place(draw_tracks(view, MARGIN, down, room))
    first = draw_side(view, view.side, right, down, _SIDES)
    second = draw_side(view, 1 - view.side, right, down + first.height + GAP, _SIDES)
    ladder = draw_ladder(view, MARGIN, down, left)
    wire = draw_wire(view, MARGIN, down + ladder.height + GAP, left)
    coming = ladder.height + GAP + wire.height
    close = draw_close(view, MARGIN, down + coming + GAP, left)
    if close.height:
        coming += GAP + close.height
    columns = (coming, first.height + GAP + second.height)
    parts += [ladder.markup, wire.markup, close.markup]
    place(DrawnPart(first.markup + second.markup, max(columns)))
    place(draw_debate(view, MARGIN, down, room))
    height = down - GAP + MARGIN
    return element(
        "svg",
        element("title", markup(line(_title(view))))
        + style
        + rect(0, 0, WIDTH, height, "ground")
        + "\n"
        + "\n".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        class_="board",
        role="img",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
    )


def _title(view: View) -> str:
    head = view.board.header
    return view.voice.say("export.picture", title=view.game.title, when=head.when, turn=head.turn)


def _last(view: View) -> str:
    """What was decided last."""
    game, voice, at = view.game, view.voice, view.at
    if not at:
        return voice.say("export.before_first")
    before, decision = game.states[at - 1], game.decisions[at - 1]
    what = say_decision(voice, before, decision)
    told = voice.say("export.decided", side=voice.side(before.side), decision=what)
    return voice.say("export.last", at=at, told=told)


def _head(view: View, x: int, y: int, room: int) -> DrawnPart:
    """Which match and when, who decides what, what was decided last, and the mood of the hour."""
    game, seen = view.game, view.board
    over = game.over and view.at == len(game.decisions)
    now = result(game) if over else seen.header.sentence
    half = room // 2 - GAP
    end = x + room
    parts = [
        label(x, y + 20, fit(game.title, 25, half), "title"),
        label(end, y + 18, fit(seen.header.when, STRONG, half), "strong", text_anchor="end"),
        label(x, y + 46, fit(now, STRONG, half), "strong"),
        label(end, y + 46, fit(_last(view), 12, half), "small", text_anchor="end"),
    ]
    about = " ".join(filter(None, (now, seen.situation)))
    if seen.mood is None and not seen.header.name:
        return DrawnPart(group(*parts, title=about), 58)
    rows = wrap(seen.mood.sentence if seen.mood else "", 13, room - 160, 2)
    parts += [label(x, y + 68 + 17 * place, row, "tiny") for place, row in enumerate(rows)]
    name = fit(seen.header.name, STRONG, 150)
    parts.append(label(end, y + 68, name, "strong", text_anchor="end"))
    return DrawnPart(group(*parts, title=about), 63 + 17 * max(1, len(rows)))
