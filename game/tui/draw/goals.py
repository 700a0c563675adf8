"""What each side wants in the end, as rows: with where it stands, and what it is worth."""

from __future__ import annotations

from textual.content import Content

from game.telling.board import Board
from game.tui.draw.styles import DIM, GOOD, color_style, say


def draw_goals(board: Board) -> list[Content]:
    """Both sides' objectives."""
    rows: list[Content] = []
    for party in board.in_order:
        rows.append(say((party.name, color_style(party.color)), ": ", party.standing))
        for goal in party.goals:
            mark = ("✓ ", GOOD) if goal.met else ("✗ ", DIM)
            rows.append(say("  ", mark, goal.sentence))
        rows.append(say(""))
    return rows
