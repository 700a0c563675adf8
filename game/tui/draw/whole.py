"""The whole table in lines, for whoever reads it one after the other."""

from __future__ import annotations

from textual.content import Content

from game.telling.board import Board
from game.telling.position import position
from game.telling.voice import Voice
from game.tui.draw.styles import STRONG, lines, say


def draw_whole(voice: Voice, board: Board) -> Content:
    """Everything about a position, with what is in the way of each motion."""
    head = say((board.header.sentence, STRONG))
    return lines([head, say(""), *map(say, position(voice, board))])
