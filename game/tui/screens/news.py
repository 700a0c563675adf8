"""What is coming: the wire in full, the mood of the hour, what the close of the round brings."""

from __future__ import annotations

from game.telling.board import Board
from game.telling.voice import Voice
from game.tui.draw.coming import draw_news
from game.tui.screens.story import PageScreen


class News(PageScreen):
    """The wire and the close, as a position has them."""

    def __init__(self, voice: Voice, board: Board) -> None:
        super().__init__(voice.say("table.coming"), draw_news(voice, board))
