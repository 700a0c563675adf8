"""The top line: the round, and who is to decide what."""

from __future__ import annotations

from textual.content import Content

from game.review.words import question, side_name
from game.rules import NOBODY, Phase
from game.tui.draw.ink import DIM, STRONG, say, side_style, spread
from game.tui.draw.position import Position


def draw_header(position: Position, width: int) -> Content:
    """``▶ United States: take your turn …  Round 3 of 10, first turn``."""
    book, state = position.book, position.state
    if state.phase is Phase.END:
        left = say(("■ The game is over", STRONG))
    elif state.side == NOBODY:
        left = say((f"▶ {question(state)}", STRONG))
    else:
        name = position.seats[state.side]
        seat = f" ({name})" if name else ""
        left = say(
            ("▶ ", STRONG),
            (side_name(book, state.side), side_style(book, state.side)),
            (seat, DIM),
            (f": {question(state)}", STRONG),
        )
    turn = ("first", "second")[state.turn]
    right = say(f"Round {state.round} of {book.rounds}", (f", {turn} turn", DIM))
    return spread(left, right, width)
