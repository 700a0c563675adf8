"""Any position of a match as a drawn board in SVG: tracks, ladder, sides, wire and debate."""

from __future__ import annotations

from game.export.board.ladder import draw_ladder
from game.export.board.look import look
from game.export.board.sides import draw_side
from game.export.board.talk import draw_debate, draw_wire
from game.export.board.tracks import draw_tracks
from game.export.board.view import GAP, MARGIN, STRONG, WIDTH, Drawn, View
from game.export.game import Game
from game.export.svg import element, fit, group, label, rect
from game.export.telling import asks, result
from game.match import Match
from game.review.words import say_decision, side_name
from game.text import line
from game.text.escape import markup

_SIDES = 366


def export(match: Match | Game, *, at: int | None = None, side: str | None = None) -> str:
    """A position as a picture of its own.

    Args:
        match: the match.
        at: how many decisions were taken before the position; the last one if nothing is said.
        side: the id of the side that is drawn first.

    Raises:
        ExportError: there is no such position or side.
    """
    game = Game.of(match)
    view = View(game, game.place(at), game.side(side))
    style = element("style", f"\n{look(view.book.scenario)}")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{draw_board(view, style)}\n'


def draw_board(view: View, style: str = "") -> str:
    """A position as an SVG element; the style sheet may stand elsewhere in the same document."""
    room = WIDTH - 2 * MARGIN
    left = room - _SIDES - GAP
    right = MARGIN + left + GAP
    down = MARGIN
    parts = []

    def place(drawn: Drawn) -> None:
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
    columns = (ladder.height + GAP + wire.height, first.height + GAP + second.height)
    parts += [ladder.markup, wire.markup]
    place(Drawn(first.markup + second.markup, max(columns)))
    place(draw_debate(view, MARGIN, down, room))
    height = down - GAP + MARGIN
    return element(
        "svg",
        element("title", markup(line(f"{view.game.title}: {_when(view)}")))
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


def _when(view: View) -> str:
    book, state = view.book, view.state
    return f"Round {state.round} of {book.rounds}, {('first', 'second')[state.turn]} turn"


def _head(view: View, x: int, y: int, room: int) -> Drawn:
    """Which match and when, who decides what, and what was decided last."""
    game, at = view.game, view.at
    now = asks(game, at)
    if game.over and at == len(game.decisions):
        now = result(game)
    last = "Before the first decision"
    if at:
        before, decision = game.states[at - 1], game.decisions[at - 1]
        who = side_name(game.book, before.side)
        last = f"Decision {at}, {who}: {say_decision(game.book, before, decision)}"
    half = room // 2 - GAP
    return Drawn(
        group(
            label(x, y + 20, fit(game.title, 25, half), "title"),
            label(x + room, y + 18, _when(view), "strong", text_anchor="end"),
            label(x, y + 46, fit(now, STRONG, half), "strong"),
            label(x + room, y + 46, fit(last, 12, half), "small", text_anchor="end"),
        ),
        58,
    )
